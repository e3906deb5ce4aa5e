package org.onrecord.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The paragraphs of plain text as wires and feeds send it, whose lines may be cut at a width, and
 * whose paragraphs may be parted by blank lines, begin further to the right, or be a line each.
 */
final class WiredText {
  private static final Pattern BLANK_LINES = Pattern.compile("\\n(?:[^\\S\\n]*\\n)+");
  private static final Pattern MARKUP =
      Pattern.compile(
          "</?(?:p|br|div|span|b|i|em|strong|a|ul|ol|li|h[1-6]|blockquote|table|pre|html|body|font|section|article)\\b[^<>]*>",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BLOCK =
      Pattern.compile(
          "<(?:p|br|div|ul|ol|h[1-6]|blockquote|table|pre|html|body|section|article)\\b[^<>]*>",
          Pattern.CASE_INSENSITIVE);

  /** One paragraph of HTML around plain text. */
  private static final Pattern WRAPPED =
      Pattern.compile("\\s*<p>\\s*?\\n([^<]*\\n {3,}[^<]*)</p>\\s*", Pattern.CASE_INSENSITIVE);

  /** What begins a line of its own: a bullet, an address. */
  private static final Pattern OWN_LINE =
      Pattern.compile("[*•·▪–—-] |\\S*@\\S|\\w+://|(?:SOURCE|Source|CONTACT|Contact):? ");

  private static final Pattern COLUMNS = Pattern.compile("\\S {4,}\\S");

  /** Lines longer than this were cut by nobody, in UTF-16 characters. */
  private static final int WIDEST = 100;

  private WiredText() {}

  /** Adds text that may have mark-up in it. */
  static void addAny(String text, ArticleParts parts) {
    Matcher wrapped = WRAPPED.matcher(text);
    if (wrapped.matches()) {
      paragraphs(wrapped.group(1)).forEach(parts::html);
    } else if (BLOCK.matcher(text).find()) {
      parts.html(text);
    } else if (MARKUP.matcher(text).find()) {
      paragraphs(text).forEach(parts::html);
    } else {
      add(text, parts);
    }
  }

  /** Adds plain text. */
  static void add(String text, ArticleParts parts) {
    paragraphs(text).forEach(parts::body);
  }

  /** The paragraphs of a text. */
  static List<String> paragraphs(String text) {
    String lines =
        text.replace("\r\n", "\n")
            .replace('\r', '\n')
            .replace('\u2028', '\n')
            .replace("\u2029", "\n\n");
    List<String> paragraphs = new ArrayList<>();
    int width = width(lines.lines().toList());
    for (String block : BLANK_LINES.split(lines)) {
      if (!Blank.is(block)) {
        List<String> own = Arrays.stream(block.split("\n", -1)).filter(l -> !Blank.is(l)).toList();
        addBlock(own, width, paragraphs);
      }
    }
    return paragraphs;
  }

  private static void addBlock(List<String> lines, int width, List<String> paragraphs) {
    int indented = (int) lines.stream().filter(WiredText::isIndented).count();
    int longest = lines.stream().mapToInt(String::length).max().orElse(0);
    if (indented > 0 && indented < lines.size() && isIndented(lines.getFirst())) {
      List<String> paragraph = new ArrayList<>();
      for (String line : lines) {
        if (isIndented(line) && !paragraph.isEmpty()) {
          paragraphs.add(joined(paragraph, width));
          paragraph.clear();
        }
        paragraph.add(line);
      }
      paragraphs.add(joined(paragraph, width));
    } else if (longest > WIDEST || indented == lines.size() && isEachWhole(lines)) {
      lines.stream().map(Blank::strip).forEach(paragraphs::add);
    } else {
      paragraphs.add(joined(lines, width));
    }
  }

  private static boolean isIndented(String line) {
    return line.startsWith("   ")
        || line.startsWith("\t")
        || line.startsWith("  ") && !line.startsWith("  -");
  }

  private static boolean isEachWhole(List<String> lines) {
    return lines.stream().allMatch(l -> Blank.strip(l).matches("(?s).*[.!?:”\"'’)]"));
  }

  /** A paragraph, of whose lines those that were cut at a width run on. */
  static String uncut(String paragraph) {
    List<String> lines = paragraph.lines().toList();
    return lines.size() < 2 || paragraph.indexOf('\t') >= 0
        ? paragraph
        : joined(lines, width(lines));
  }

  /** At how many characters lines were cut: few are longer. */
  private static int width(List<String> lines) {
    int[] lengths =
        lines.stream()
            .mapToInt(l -> Blank.strip(l).length())
            .filter(l -> l > 0 && l <= WIDEST)
            .sorted()
            .toArray();
    return lengths.length == 0 ? 0 : lengths[((lengths.length - 1) * 9 + 9) / 10];
  }

  /** Lines that were cut run on; lines that end early, as in a list, stay lines. */
  private static String joined(List<String> lines, int width) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      String line = Blank.strip(lines.get(i));
      text.append(line);
      if (i + 1 < lines.size()) {
        text.append(runsOn(line, Blank.strip(lines.get(i + 1)), width) ? ' ' : '\n');
      }
    }
    return text.toString();
  }

  private static boolean runsOn(String line, String next, int width) {
    if (OWN_LINE.matcher(next).lookingAt() || COLUMNS.matcher(line + "\n" + next).find()) {
      return false;
    }
    int word = next.indexOf(' ') < 0 ? next.length() : next.indexOf(' ');
    boolean cut = width >= 40 && line.length() + 1 + word + 4 >= width;
    boolean lower = !next.isEmpty() && Character.isLowerCase(next.codePointAt(0));
    boolean open =
        line.endsWith(",") || line.matches("(?s).*\\b(?:the|a|an|of|in|and|to|for|by|with|at|on)");
    return cut || width >= 40 && lower && !line.matches("(?s).*[.!?:;”\"]") || width >= 40 && open;
  }
}
