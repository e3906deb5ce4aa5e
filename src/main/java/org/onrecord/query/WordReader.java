package org.onrecord.query;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.query.Query.Fuzzy;
import org.onrecord.query.Query.Leaf;
import org.onrecord.query.Query.Prefix;
import org.onrecord.query.Query.Word;

/**
 * Reads what stands between two blanks.
 *
 * <pre>
 * leaf   ::= punctuation? (prefix | fuzzy | word) punctuation?
 * prefix ::= core '*'
 * fuzzy  ::= core '~' ('1' | '2')?        without number: 1 in words up to five letters, else 2
 * word   ::= core                          begins and ends in a letter, digit or pictograph
 * </pre>
 *
 * Punctuation around a word is no part of it. Signs that other search engines give a meaning are
 * refused with what to write instead.
 */
final class WordReader {
  private static final Pattern REGULAR_EXPRESSION = Pattern.compile("/.*[\\\\.*+?\\[\\]{}|^$].*/");
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.+");
  private static final Pattern FUZZY = Pattern.compile("(.+?)~(.*)");
  private static final Pattern ABBREVIATION = Pattern.compile("(?:\\p{L}\\.){2,}");

  /** What may part a word at a line's end, or marks an order of bytes, and is no letter. */
  private static final Pattern NO_WIDTH = Pattern.compile("[\u00AD\u200B\u2060\uFEFF]");

  private static final Set<String> OPERATORS = Set.of("AND", "OR", "NOT");
  private static final String FOREIGN = "~^|\\{}[]<>";
  private static final int SHORTEST_FUZZY = 3;
  private static final int LONGEST_WITH_ONE_EDIT = 5;

  private final String raw;
  private final int position;

  private WordReader(String raw, int position) {
    this.raw = raw;
    this.position = position;
  }

  /**
   * What a piece of text asks for; empty where it is punctuation alone.
   *
   * @throws QuerySyntaxException if it asks for what there is not
   */
  static Optional<Leaf> read(String raw, int position) throws QuerySyntaxException {
    return new WordReader(raw, position).leaf();
  }

  /** Whether a piece of text has nothing to search for. */
  static boolean isPunctuation(String raw, int position) throws QuerySyntaxException {
    if (Signs.endOfSearchable(raw) > 0) {
      return false;
    }
    return read(raw, position).isEmpty();
  }

  private Optional<Leaf> leaf() throws QuerySyntaxException {
    int start = Signs.firstSearchable(raw);
    int end = Signs.endOfSearchable(raw);
    if (start >= end) {
      refuse("*~^|\\", 0, raw.length());
      refuseDoubled("&&", "AND");
      return Optional.empty();
    }
    if (ADDRESS.matcher(raw.substring(start, end)).matches()) {
      return Optional.of(new Word(raw.substring(start, end), position + start));
    }
    if (REGULAR_EXPRESSION.matcher(raw).matches()) {
      throw refused(
          "Regular expressions are not understood. Write the start of a word with an asterisk,"
              + " minist*, or words with OR between them.",
          0);
    }
    refuseBefore(start);
    String core = raw.substring(start, end);
    if (NearOperator.read(core, position + start).isPresent()) {
      throw refused("Put blanks around " + core + ".", start);
    }
    if (end < raw.length() && raw.charAt(end) == '*') {
      return Optional.of(prefix(start, end));
    }
    int tilde = raw.indexOf('~', start);
    if (tilde >= 0) {
      return Optional.of(fuzzy(start));
    }
    return Optional.of(word(start, end));
  }

  private void refuseBefore(int start) throws QuerySyntaxException {
    refuse("*" + FOREIGN.replaceAll("[\\[{<]", ""), 0, start);
    refuseDoubled("&&", "AND");
    if (start > 0 && raw.charAt(start - 1) == '!') {
      throw refused("! does not exclude: write - right before the word.", start - 1);
    }
  }

  private Prefix prefix(int start, int end) throws QuerySyntaxException {
    refuseWithin(start, end);
    refuse("*" + FOREIGN, end + 1, raw.length());
    return new Prefix(raw.substring(start, end), position + start);
  }

  private Fuzzy fuzzy(int start) throws QuerySyntaxException {
    Matcher matcher = FUZZY.matcher(raw).region(start, raw.length());
    int end = raw.indexOf('~', start);
    if (!matcher.matches() || Signs.endOfSearchable(matcher.group(1)) < matcher.group(1).length()) {
      throw refused("~ stands right after a word: chaudhry~.", end);
    }
    refuseWithin(start, end);
    String word = matcher.group(1);
    int letters = letters(word);
    String number = matcher.group(2).replaceFirst("[.,;:!?']+$", "");
    if (!number.isEmpty() && !number.equals("1") && !number.equals("2")) {
      throw refused(
          "After ~ stands how many letters may differ, 1 or 2, or nothing: chaudhry~1.", end);
    }
    if (!isLongEnoughForFuzzy(word)) {
      throw tooShortForFuzzy(word, position + start);
    }
    int edits =
        number.isEmpty() ? (letters <= LONGEST_WITH_ONE_EDIT ? 1 : 2) : Integer.parseInt(number);
    return new Fuzzy(word, edits, position + start);
  }

  private static int letters(String word) {
    return word.codePointCount(0, word.length());
  }

  /** Whether a word has letters enough that others may differ from it. */
  static boolean isLongEnoughForFuzzy(String word) {
    return letters(word) >= SHORTEST_FUZZY;
  }

  static QuerySyntaxException tooShortForFuzzy(String word, int position) {
    return new QuerySyntaxException(
        "\"" + word + "\" is too short for ~: a word has " + SHORTEST_FUZZY + " letters or more.",
        position);
  }

  private Word word(int start, int end) throws QuerySyntaxException {
    refuseWithin(start, end);
    refuse("*~^|\\", end, raw.length());
    boolean single = raw.codePointCount(start, end) == 1;
    if (single && end < raw.length() && "+#".indexOf(raw.charAt(end)) >= 0) {
      throw refused(
          raw.charAt(end) + " cannot be searched for; delete it to look for what stands before.",
          end);
    }
    int stop = Math.min(raw.length(), end + 1);
    boolean abbreviation = ABBREVIATION.matcher(raw.substring(start, stop)).matches();
    String text = NO_WIDTH.matcher(raw.substring(start, abbreviation ? stop : end)).replaceAll("");
    return new Word(
        OPERATORS.contains(text) ? text.toLowerCase(Locale.ROOT) : text, position + start);
  }

  private void refuseWithin(int start, int end) throws QuerySyntaxException {
    refuse("*?" + FOREIGN, start, end);
    refuseDoubled("&&", "AND");
    if (start > 0 && FieldName.isNamedBy(raw.substring(start, end))) {
      throw refused("Delete what stands before this field, or put all between quotation marks.", 0);
    }
  }

  private void refuseDoubled(String sign, String operator) throws QuerySyntaxException {
    int at = raw.indexOf(sign);
    if (at >= 0) {
      throw refused(sign + " is written " + operator + " here.", at);
    }
  }

  private void refuse(String signs, int start, int end) throws QuerySyntaxException {
    for (int i = start; i < end; i++) {
      char c = raw.charAt(i);
      if (signs.indexOf(c) >= 0) {
        throw refused(advice(c), i);
      }
    }
  }

  private String advice(char sign) {
    return switch (sign) {
      case '*' ->
          "* stands at the end of a word alone, after at least one letter or digit: minist*.";
      case '?' -> "? is no wildcard. Write the start of the word with an asterisk: wom*.";
      case '~' -> "~ stands right after a word: chaudhry~.";
      case '^' -> "^ is not understood: one word cannot weigh more than another. Delete it.";
      case '|' -> "| is written OR here.";
      case '\\' -> "\\ is not understood; delete it, or put the words between quotation marks.";
      default -> sign + " is not understood within a word; put the words between quotation marks.";
    };
  }

  private QuerySyntaxException refused(String message, int at) {
    return new QuerySyntaxException(message, position + at);
  }
}
