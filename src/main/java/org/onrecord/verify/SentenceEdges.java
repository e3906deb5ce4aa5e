package org.onrecord.verify;

import java.util.regex.Pattern;

/** Whether a piece of what is said begins and ends where a sentence, or a marked piece, does. */
final class SentenceEdges {
  /** Between the last word before a piece and the piece. */
  private static final Pattern BEGINNING =
      Pattern.compile(".*[.!?‼⁉。！？…“\"«„‘؟۔।].*", Pattern.DOTALL);

  /** Between the piece and the first word after it. */
  private static final Pattern END = Pattern.compile("[^“‘]*?[.!?‼⁉。！？…”\"»؟۔।].*", Pattern.DOTALL);

  private static final Pattern TRIFLE =
      Pattern.compile("[^\\p{L}\\p{N}]*(?:that)?[^\\p{L}\\p{N}]*", Pattern.CASE_INSENSITIVE);

  private static final Pattern LAST_GAP = Pattern.compile("[^\\p{L}\\p{N}]*$");
  private static final Pattern FIRST_GAP = Pattern.compile("^[^\\p{L}\\p{N}]*");

  private SentenceEdges() {}

  /** Whether a piece may begin after {@code before}, which its speaker says before it. */
  static boolean beginsAfter(String before) {
    var gap = LAST_GAP.matcher(before);
    return TRIFLE.matcher(before).matches()
        || gap.find() && BEGINNING.matcher(gap.group()).matches();
  }

  /** Whether a piece may end before {@code after}, which its speaker says after it. */
  static boolean endsBefore(String after) {
    var gap = FIRST_GAP.matcher(after);
    return TRIFLE.matcher(after).matches() && !after.strip().equalsIgnoreCase("that")
        || gap.find() && END.matcher(gap.group()).matches();
  }

  /** Whether a sentence ends within a stretch of text. */
  static boolean endsWithin(String text) {
    return Pattern.compile("[.!?؟۔।][”\"’)\\]]*\\s").matcher(text).find();
  }
}
