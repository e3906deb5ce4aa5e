package org.onrecord.ingest;

import java.util.List;
import java.util.Random;

/** Makes up news-like texts, and spoils them; the same seed gives the same texts. */
final class NewsGenerator {
  private static final List<String> NAMES =
      List.of(
          "Marta Quill",
          "Tom Hale",
          "Mr Hale",
          "Ms Quill",
          "Imran Khan",
          "Sen. Ada Holt (D-N.Y.)",
          "PTI leader Zaid Mir",
          "the former prime minister",
          "the spokesman",
          "she",
          "he",
          "Zoe\u0301 N’Diaye",
          "the Harbour Board",
          "a resident");
  private static final List<String> SAYINGS =
      List.of(
          "we will open the bridge in May",
          "nobody asked the Harbour Board 🌉",
          "I don’t think it's 'safe', do you?",
          "the U.S. paid $3.5 m for it at 9 p.m.",
          "پل مئی میں کھلے گا",
          "„die Brücke“ bleibt zu",
          "Khan and Hale agreed on it… almost",
          "it is “a gift” to the north");
  private static final List<String> FRAMES =
      List.of(
          "“%s,” %s said.",
          "\"%s,\" said %s. \"%3$s.\"",
          "“%s,” %s said, “%3$s.”",
          "%2$s said that %s.",
          "%2$s: %s.",
          "According to %2$s, %s.",
          "%s, %s told reporters.",
          "''%s,'' %s said.",
          "‘%s,’ said %s.",
          "%2$s accused the council of hiding it; %s.",
          "“%s. %3$s.",
          "The ferry ran as ever, and %s was at %2$s.");
  private static final String MARKS = "“”\"'‘’«»„``()[]—–-,.:;?!…";
  private static final List<String> ODD =
      List.of(
          "\u0000", "\uD83C", "\uDF09", "🌉", "\u202E", "\u0301", "\u200D", "\uFEFF", "\u2029",
          "\r", "\n\n", "\u0085", "ﬁ", "ß", "İ", "ǅ", "ك", "का", "一");

  private final Random random;

  NewsGenerator(long seed) {
    this.random = new Random(seed);
  }

  /** A headline; empty now and then. */
  String title() {
    return random.nextInt(4) == 0 ? "" : one(NAMES) + ": " + one(SAYINGS);
  }

  /** One to six paragraphs of one to five sentences. */
  String body() {
    StringBuilder body = new StringBuilder();
    for (int p = random.nextInt(6); p >= 0; p--) {
      for (int s = random.nextInt(5); s >= 0; s--) {
        body.append(one(FRAMES).formatted(one(SAYINGS), one(NAMES), one(SAYINGS))).append(' ');
      }
      body.append("\n\n");
    }
    return body.toString();
  }

  /** The text with some marks deleted, doubled or put in, odd characters put in, or cut short. */
  String spoilt(String text) {
    StringBuilder spoilt = new StringBuilder(text);
    for (int n = random.nextInt(30); n >= 0 && !spoilt.isEmpty(); n--) {
      int at = random.nextInt(spoilt.length());
      switch (random.nextInt(5)) {
        case 0 -> spoilt.deleteCharAt(nextMark(spoilt, at));
        case 1 -> spoilt.insert(at, MARKS.charAt(random.nextInt(MARKS.length())));
        case 2 -> spoilt.insert(at, one(ODD));
        case 3 -> spoilt.insert(at, (char) random.nextInt(0x10000));
        default -> spoilt.setLength(Math.max(spoilt.length() * 3 / 4, at));
      }
    }
    return spoilt.toString();
  }

  private static int nextMark(CharSequence text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (MARKS.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return from;
  }

  private String one(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
