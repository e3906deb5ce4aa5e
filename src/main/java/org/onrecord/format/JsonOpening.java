package org.onrecord.format;

import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/**
 * How JSON begins.
 *
 * @param layout how it is laid out
 * @param members the names of the first object's members, as far as they are there: in capitals or
 *     not, as written; those of an object within, after a full stop: {@code data.item}
 */
record JsonOpening(Layout layout, Set<String> members) {

  /** Where objects begin and end. */
  enum Layout {
    /** It is no JSON. */
    NONE,
    /** An object a line. */
    LINES,
    /** Objects or lists of them, on any lines. */
    DOCUMENT,
    /** One of the two: the first line is longer than what is seen. */
    UNSEEN
  }

  private static final JsonFactory JSON = JsonFactory.builder().build();

  boolean has(String member) {
    return members.contains(member);
  }

  boolean isJson() {
    return layout != Layout.NONE;
  }

  /**
   * Looks at a text's beginning.
   *
   * @param whole whether it is all of the text
   */
  static JsonOpening of(String text, boolean whole) {
    Layout layout = layout(text.stripLeading(), whole);
    return new JsonOpening(layout, layout == Layout.NONE ? Set.of() : members(text));
  }

  private static Layout layout(String text, boolean whole) {
    if (!text.matches("(?s)(?:\\{\\s*(?:[\"}].*)?|\\[\\s*(?:[{\\]\\[].*)?)")) {
      return Layout.NONE;
    }
    int end = text.indexOf('\n');
    if (text.charAt(0) == '[') {
      return Layout.DOCUMENT;
    }
    if (end < 0 && !whole) {
      return Layout.UNSEEN;
    }
    String first = end < 0 ? text : text.substring(0, end);
    String second = end < 0 ? "" : text.substring(end).stripLeading();
    return isBalanced(first) || second.startsWith("{") ? Layout.LINES : Layout.DOCUMENT;
  }

  /** Whether each bracket outside strings is closed. */
  private static boolean isBalanced(String line) {
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted) {
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      }
    }
    return depth == 0 && !quoted;
  }

  private static Set<String> members(String text) {
    Set<String> names = new TreeSet<>();
    try (JsonParser parser = JSON.createParser(text)) {
      int objects = 0;
      String outer = "";
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_ARRAY) {
        token = parser.nextToken();
      }
      for (; token != null && !(token == JsonToken.END_OBJECT && objects == 1); ) {
        switch (token) {
          case START_OBJECT, START_ARRAY -> objects++;
          case END_OBJECT, END_ARRAY -> objects--;
          case PROPERTY_NAME -> {
            if (objects == 1) {
              outer = parser.currentName();
              names.add(outer);
            } else if (objects == 2) {
              names.add(outer + "." + parser.currentName());
            }
          }
          default -> {}
        }
        token = parser.nextToken();
      }
    } catch (JacksonException _) {
      // It ends in the middle, or is broken there: what was seen so far counts.
      return names;
    }
    return names;
  }
}
