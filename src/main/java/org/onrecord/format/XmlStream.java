package org.onrecord.format;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.nodes.Entities;

/**
 * Elements of XML one after the other, each with all that is in it, while the rest is read over.
 * Document types are not read and nothing is fetched: the entities of HTML are known, others are a
 * fault. An element has at most {@value #MOST_CHARACTERS} characters and {@value #MOST_ELEMENTS}
 * elements, and none lies more than {@value #DEEPEST} deep.
 */
final class XmlStream {
  static final int DEEPEST = 100;
  static final int MOST_CHARACTERS = 64 << 20;
  static final int MOST_ELEMENTS = 500_000;

  private static final XMLInputFactory FACTORY = secure();

  private final XMLStreamReader xml;
  private final TokenBound text;
  private final XmlNamespaces namespaces = new XmlNamespaces();
  private int depth;

  private static XMLInputFactory secure() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    // How deep elements may lie is looked at here.
    factory.setProperty("jdk.xml.maxElementDepth", 0);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing is fetched");
        });
    return factory;
  }

  /**
   * A reading of text that is XML.
   *
   * @throws XmlFault if it does not even begin as XML
   */
  XmlStream(Reader characters) throws XmlFault, IOException {
    text = new TokenBound(XmlProlog.of(characters));
    try {
      synchronized (FACTORY) {
        xml = FACTORY.createXMLStreamReader(text);
      }
    } catch (XMLStreamException e) {
      throw fault(e);
    }
  }

  /**
   * The next element with one of these local names, whole; empty at the end.
   *
   * @throws XmlFault if it is broken; nothing more can be read then
   * @throws IOException if its bytes cannot be read
   */
  Optional<XmlElement> next(Set<String> names) throws XmlFault, IOException {
    try {
      while (xml.hasNext()) {
        switch (event()) {
          case XMLStreamConstants.START_ELEMENT -> {
            if (names.contains(XmlNamespaces.local(xml.getLocalName()))) {
              return Optional.of(whole());
            }
            deeper();
          }
          case XMLStreamConstants.END_ELEMENT -> higher();
          default -> {}
        }
      }
      return Optional.empty();
    } catch (XMLStreamException e) {
      throw fault(e);
    }
  }

  private int event() throws XMLStreamException {
    text.token();
    return xml.next();
  }

  private void deeper() throws XmlFault {
    namespaces.open(xml);
    if (++depth > DEEPEST) {
      throw new XmlFault(line(), "elements lie more than " + DEEPEST + " deep in one another");
    }
  }

  private void higher() {
    namespaces.close();
    depth--;
  }

  private XmlElement whole() throws XMLStreamException, XmlFault {
    deeper();
    XmlElement root = started();
    Deque<XmlElement> open = new ArrayDeque<>();
    open.push(root);
    long characters = 0;
    int elements = 1;
    while (!open.isEmpty()) {
      switch (event()) {
        case XMLStreamConstants.START_ELEMENT -> {
          deeper();
          XmlElement child = started();
          open.element().add(child);
          open.push(child);
          elements++;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          open.pop();
          higher();
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          open.element().add(xml.getText());
          characters += xml.getTextLength();
        }
        case XMLStreamConstants.ENTITY_REFERENCE -> open.element().add(entity(xml.getLocalName()));
        default -> {}
      }
      if (characters > MOST_CHARACTERS || elements > MOST_ELEMENTS) {
        throw new XmlFault(
            root.line(),
            "\""
                + root.name()
                + "\" is longer than 64 million characters, or has more than "
                + MOST_ELEMENTS
                + " elements, the most that are read");
      }
    }
    return root;
  }

  private XmlElement started() {
    Location place = xml.getLocation();
    String name = xml.getLocalName();
    XmlElement element =
        new XmlElement(
            XmlNamespaces.local(name),
            namespaces.of(name),
            place.getLineNumber(),
            Math.max(0, place.getCharacterOffset()),
            depth - 1);
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (XmlNamespaces.isDeclaration(xml, i)) {
        continue;
      }
      element.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
    }
    return element;
  }

  private String entity(String name) throws XmlFault {
    String characters = Entities.getByName(name);
    if (characters.isEmpty()) {
      throw new XmlFault(
          line(), "the entity &" + name + "; is not known: document types are not read");
    }
    return characters;
  }

  private long line() {
    return Math.max(1, xml.getLocation().getLineNumber());
  }

  /** The library's message without its codes and settings. */
  private static String told(String reason) {
    if (reason.startsWith("XML document structures must start and end")) {
      return "it ends in the middle: an element is not closed";
    }
    if (reason.contains("The length of entity \"[xml]\"")) {
      return "broken XML: a name has more than 1,000 characters";
    }
    return "broken XML: "
        + reason
            .replaceFirst("^JAXP\\d+: ", "")
            .replaceFirst(" that exceeds the limit \"?(\\d+)\"? set by .*", ", more than $1");
  }

  private static XmlFault fault(XMLStreamException e) throws IOException {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof TokenBound.TooLongException tooLong) {
        return new XmlFault(lineOf(e), String.valueOf(tooLong.getMessage()));
      }
      if (cause instanceof IOException io) {
        throw io;
      }
    }
    // The message is of the form "ParseError at [row,col]:[3,5]\nMessage: …".
    String message = String.valueOf(e.getMessage());
    int said = message.indexOf("Message: ");
    String reason = said < 0 ? message : message.substring(said + "Message: ".length());
    return new XmlFault(lineOf(e), told(reason.lines().findFirst().orElse("").strip()));
  }

  private static long lineOf(XMLStreamException e) {
    Location place = e.getLocation();
    return place == null ? 1 : Math.max(1, place.getLineNumber());
  }
}
