package org.onrecord.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes links, templates and tables out of wikitext, which stand in one another, in one pass; what
 * is not closed is text.
 *
 * <pre>
 * template ::= '{{' name ('|' argument)* '}}'
 * link     ::= '[[' target ('|' argument)* ']]'
 * table    ::= '{|' any '|}'             at a line's beginning
 * </pre>
 */
final class WikiMarkup {
  /** Templates whose last argument are the words that are shown. */
  private static final Set<String> LAST =
      Set.of(
          "w",
          "wp",
          "wikipedia",
          "nowrap",
          "lang",
          "nobold",
          "small",
          "ill",
          "interlanguage link",
          "transl",
          "abbr",
          "okina",
          "smallcaps",
          "sic");

  /** Templates whose first argument are words that are quoted. */
  private static final Set<String> QUOTED =
      Set.of("quote", "blockquote", "cquote", "quotation", "quote box", "centered pull quote");

  /** What stands deeper in one another is text. */
  private static final int DEEPEST = 60;

  private static final Pattern PICTURE_WORD =
      Pattern.compile(
          "(?i)thumb(?:nail)?|frame(?:d|less)?|border|left|right|center|none|\\d*x?\\d+px|upright.*"
              + "|(?:alt|link|page|lang|class|thumb|upright|manualthumb)=.*|baseline|middle|top|bottom");
  private static final Pattern NAMED = Pattern.compile("\\s*[\\w -]{1,30}=.*", Pattern.DOTALL);

  /** A template, link or table that has begun, with what stands in it so far. */
  private static final class Open {
    final String end;
    final StringBuilder text = new StringBuilder();

    Open(String end) {
      this.end = end;
    }
  }

  private final List<String> categories = new ArrayList<>();
  private final List<String> captions = new ArrayList<>();
  private final String text;
  private @Nullable String date;

  WikiMarkup(String wikitext) {
    this.text = read(wikitext);
  }

  String text() {
    return text;
  }

  Optional<String> date() {
    return Optional.ofNullable(date);
  }

  List<String> categories() {
    return categories;
  }

  List<String> captions() {
    return captions;
  }

  private String read(String source) {
    Deque<Open> open = new ArrayDeque<>();
    open.push(new Open(""));
    int at = 0;
    while (at < source.length()) {
      Open inner = open.element();
      if (!inner.end.isEmpty() && source.startsWith(inner.end, at)) {
        open.pop();
        open.element().text.append(shown(inner));
        at += 2;
      } else if (open.size() > DEEPEST) {
        inner.text.append(source.charAt(at++));
      } else if (source.startsWith("{{", at)) {
        open.push(new Open("}}"));
        at += 2;
      } else if (source.startsWith("[[", at)) {
        open.push(new Open("]]"));
        at += 2;
      } else if (source.startsWith("{|", at) && (at == 0 || source.charAt(at - 1) == '\n')) {
        open.push(new Open("|}"));
        at += 2;
      } else {
        inner.text.append(source.charAt(at++));
      }
    }
    while (open.size() > 1) {
      Open unclosed = open.pop();
      open.element().text.append(unclosed.text);
    }
    return open.element().text.toString();
  }

  private String shown(Open closed) {
    String inner = closed.text.toString();
    return switch (closed.end) {
      case "}}" -> template(inner.split("\\|", -1));
      case "]]" -> link(inner.split("\\|", -1));
      default -> "";
    };
  }

  private String template(String[] parts) {
    String name = Blank.strip(parts[0]).replace('_', ' ').toLowerCase(Locale.ROOT);
    List<String> arguments = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      Matcher named = NAMED.matcher(parts[i]);
      if (!named.matches()) {
        arguments.add(Blank.strip(parts[i]));
      } else if (parts[i].matches("(?s)\\s*(?:1|text|quote)\\s*=.*")) {
        arguments.add(Blank.strip(parts[i].substring(parts[i].indexOf('=') + 1)));
      }
    }
    if (name.equals("date") && !arguments.isEmpty()) {
      date = date == null ? arguments.getFirst() : date;
      return "";
    }
    if (arguments.isEmpty()) {
      return "";
    }
    if (LAST.contains(name) || name.startsWith("lang-")) {
      return arguments.getLast();
    }
    if (QUOTED.contains(name)) {
      return "\n\n" + arguments.getFirst() + "\n\n";
    }
    return name.equals("convert") && arguments.size() > 1
        ? arguments.get(0) + " " + arguments.get(1)
        : "";
  }

  private String link(String[] parts) {
    String target = Blank.strip(parts[0]);
    int colon = target.indexOf(':');
    String prefix = colon > 0 ? target.substring(0, colon).strip().toLowerCase(Locale.ROOT) : "";
    switch (prefix) {
      case "category" -> {
        categories.add(Blank.strip(target.substring(colon + 1)));
        return "";
      }
      case "file", "image", "media" -> {
        String last = Blank.strip(parts[parts.length - 1]);
        if (parts.length > 1 && !PICTURE_WORD.matcher(last).matches()) {
          captions.add(HtmlText.line(last.replaceAll("'{2,5}", "")));
        }
        return "";
      }
      default -> {
        boolean language = prefix.matches("[a-z]{2,3}(?:-[a-z]+)?");
        if (language && parts.length == 1) {
          return "";
        }
        String words = parts[parts.length - 1];
        return parts.length > 1 && !Blank.is(words)
            ? words
            : target.replaceFirst("^:", "").replaceFirst("^(?:w|wikipedia|n|commons):", "");
      }
    }
  }
}
