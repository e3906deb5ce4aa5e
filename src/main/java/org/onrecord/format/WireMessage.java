package org.onrecord.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message of a wire, cut into its three parts.
 *
 * <pre>
 * message ::= SOH header STX text ETX trailer [EOT]        IPTC 7901, ANPA 1312
 *           | 'ZCZC' header-line text 'NNNN'               telex
 *           | [header-line] text
 * </pre>
 *
 * @param header what stands before the text; empty where nothing tells it apart
 * @param text with lines that end in LF
 * @param trailer what stands behind it
 * @param offset where it begins, in characters
 * @param line the line on which it begins, from 1
 */
record WireMessage(String header, String text, String trailer, long offset, long line) {
  static final char START_OF_HEADER = 1;
  static final char START_OF_TEXT = 2;
  static final char END_OF_TEXT = 3;
  static final char END_OF_TRANSMISSION = 4;

  /** Where the next message begins. */
  private static final Pattern BEGINNING =
      Pattern.compile("\\x01|^[ \\t]*ZCZC\\b", Pattern.MULTILINE);

  /** A first line for machines: of telex, or of IPTC 7901 that has lost its control characters. */
  private static final Pattern HEADED =
      Pattern.compile("\\s*(?:ZCZC\\b|[a-z]{2,4}\\d{3,5} \\d [a-z]{1,3} +\\d{1,5}\\b)");

  private static final Pattern END_OF_TELEX = Pattern.compile("^\\s*NNNN\\s*$", Pattern.MULTILINE);

  /** Those of a file. */
  static List<WireMessage> in(String all) {
    List<WireMessage> messages = new ArrayList<>();
    Matcher beginning = BEGINNING.matcher(all);
    int from = 0;
    while (beginning.find()) {
      add(all, from, beginning.start(), messages);
      from = beginning.start();
    }
    add(all, from, all.length(), messages);
    return messages;
  }

  private static void add(String all, int from, int to, List<WireMessage> messages) {
    String message = all.substring(from, to).replace("\r\n", "\n").replace('\r', '\n');
    if (message.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return;
    }
    long line = 1 + all.substring(0, from).codePoints().filter(c -> c == '\n').count();
    int text = message.indexOf(START_OF_TEXT);
    int end = message.indexOf(END_OF_TEXT, Math.max(0, text));
    int last = message.indexOf(END_OF_TRANSMISSION, Math.max(0, text));
    int stop = last < 0 ? message.length() : last;
    if (text >= 0 && message.charAt(0) == START_OF_HEADER) {
      int close = end < 0 || end > stop ? stop : end;
      messages.add(
          new WireMessage(
              printable(message.substring(0, text)),
              printable(message.substring(text, close)),
              printable(message.substring(Math.min(close, stop), stop)),
              from,
              line));
      return;
    }
    Matcher telex = END_OF_TELEX.matcher(message);
    String body = telex.find() ? message.substring(0, telex.start()) : message;
    boolean headed = HEADED.matcher(body).lookingAt();
    int first = headed ? body.indexOf('\n', body.length() - body.stripLeading().length()) + 1 : 0;
    messages.add(
        new WireMessage(
            printable(body.substring(0, first)), printable(body.substring(first)), "", from, line));
  }

  /** Whether it came by telex, where the first line for people is the headline. */
  boolean isTelex() {
    return header.strip().startsWith("ZCZC");
  }

  /** Control characters stand for nothing that is read. */
  private static String printable(String text) {
    return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1e\\x7f]", "").replace('\u001f', ' ');
  }
}
