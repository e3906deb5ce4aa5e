package org.onrecord.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * An element of XML with all that is in it. Names are local: prefixes and namespaces are left out,
 * but can be asked for.
 */
final class XmlElement {
  private final String name;
  private final String namespace;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<Object> content = new ArrayList<>();
  private final long line;
  private final long offset;
  private final int depth;

  XmlElement(String name, String namespace, long line, long offset, int depth) {
    this.name = name;
    this.namespace = namespace;
    this.line = line;
    this.offset = offset;
    this.depth = depth;
  }

  void put(String attribute, String value) {
    attributes.put(attribute, value);
  }

  void add(XmlElement child) {
    content.add(child);
  }

  void add(String text) {
    if (!content.isEmpty() && content.getLast() instanceof StringBuilder before) {
      before.append(text);
    } else {
      content.add(new StringBuilder(text));
    }
  }

  String name() {
    return name;
  }

  /** Its namespace's address; empty where it has none. */
  String namespace() {
    return namespace;
  }

  /** The line on which its tag ends, from 1. */
  long line() {
    return line;
  }

  /** Where its tag ends, in characters from the beginning. */
  long offset() {
    return offset;
  }

  /** How many elements it lies in; 0 is the root. */
  int depth() {
    return depth;
  }

  boolean is(String local) {
    return name.equals(local);
  }

  /** An attribute's value without blanks around it; empty where it is missing or blank. */
  Optional<String> attribute(String local) {
    return Optional.ofNullable(attributes.get(local)).map(Blank::strip).filter(v -> !v.isEmpty());
  }

  /** The elements directly in it. */
  List<XmlElement> children() {
    return content.stream()
        .filter(XmlElement.class::isInstance)
        .map(XmlElement.class::cast)
        .toList();
  }

  List<XmlElement> children(String local) {
    return children().stream().filter(c -> c.is(local)).toList();
  }

  /** The first element on a way down from here; the first of each name is taken. */
  Optional<XmlElement> child(String... path) {
    XmlElement at = this;
    for (String step : path) {
      Optional<XmlElement> next = at.first(step);
      if (next.isEmpty()) {
        return next;
      }
      at = next.get();
    }
    return Optional.of(at);
  }

  private Optional<XmlElement> first(String local) {
    for (Object each : content) {
      if (each instanceof XmlElement child && child.is(local)) {
        return Optional.of(child);
      }
    }
    return Optional.empty();
  }

  /** The words of the first element on a way down from here, if there are any. */
  Optional<String> words(String... path) {
    return child(path).map(XmlElement::words).filter(w -> !w.isEmpty());
  }

  /** All elements within it of any of these names, in order; none within another of them. */
  List<XmlElement> within(String... names) {
    List<XmlElement> found = new ArrayList<>();
    collect(Set.of(names), found);
    return found;
  }

  private void collect(Set<String> names, List<XmlElement> found) {
    for (XmlElement child : children()) {
      if (names.contains(child.name)) {
        found.add(child);
      } else {
        child.collect(names, found);
      }
    }
  }

  /** All text in it, blanks run together, none around it. */
  String words() {
    StringBuilder text = new StringBuilder();
    text(text);
    return Blank.strip(text.toString().replaceAll("[\\s\\p{Z}]+", " "));
  }

  /** All text in it as it stands. */
  String text() {
    StringBuilder text = new StringBuilder();
    text(text);
    return text.toString();
  }

  private void text(StringBuilder text) {
    content(text::append, child -> child.text(text));
  }

  /** Tells of each piece of text and each element directly in it, in order. */
  void content(Consumer<String> text, Consumer<XmlElement> element) {
    for (Object each : content) {
      if (each instanceof XmlElement child) {
        element.accept(child);
      } else {
        text.accept(each.toString());
      }
    }
  }

  /** The elements and text in it as HTML, for XHTML that stands in other XML. */
  String innerHtml() {
    StringBuilder html = new StringBuilder();
    content(text -> escape(text, html), child -> child.html(html));
    return html.toString();
  }

  private void html(StringBuilder html) {
    html.append('<').append(name);
    attributes.forEach(
        (attribute, value) -> {
          html.append(' ').append(attribute).append("=\"");
          escape(value, html);
          html.append('"');
        });
    html.append('>');
    content(text -> escape(text, html), child -> child.html(html));
    if (!name.equals("br") && !name.equals("img") && !name.equals("hr")) {
      html.append("</").append(name).append('>');
    }
  }

  private static void escape(String text, StringBuilder html) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        default -> html.append(c);
      }
    }
  }
}
