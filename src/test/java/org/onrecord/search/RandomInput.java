package org.onrecord.search;

import java.util.List;
import java.util.Random;

/** What nobody would type: pieces of queries, in any order. */
public record RandomInput(Random random) {
  private static final List<String> PIECES =
      List.of(
          "a",
          "bridge",
          "Ada Bell",
          "US",
          "5",
          "é",
          "\uD83D\uDE00",
          "خان",
          "北京",
          "กรุง",
          " ",
          " ",
          " ",
          "  ",
          "-",
          "\"",
          "“",
          "(",
          ")",
          " OR ",
          " NOT ",
          " AND ",
          " NEAR/5 ",
          " NEAR/S ",
          "NEAR",
          "\u0000",
          "\uD83D",
          "~",
          "~1",
          ":",
          "*",
          "/",
          "\\",
          "'",
          ".",
          "..",
          ",",
          "[",
          "^2",
          "+",
          " speaker:",
          " date:",
          " party:",
          " title:",
          "2024-11",
          " SAME SENTENCE ",
          "x:",
          "&&",
          "://",
          "?",
          "!",
          "\u2013",
          "$",
          "a*",
          "bridje~",
          "\u0301",
          "\u200D",
          "ｶﾀ",
          ".*",
          "[a-z]+",
          "<b>",
          "%00",
          "{{7*7}}",
          "' OR 1=1",
          "\u202E",
          "mention:",
          "kind:");

  /** At most a dozen pieces. */
  public String next() {
    StringBuilder typed = new StringBuilder();
    random.ints(random.nextInt(13), 0, PIECES.size()).forEach(i -> typed.append(PIECES.get(i)));
    return typed.toString();
  }
}
