package org.onrecord.article;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an archive knows an article by; one article an id.
 *
 * @param value 1 to 512 characters, no control characters, no blank at either end
 */
public record ArticleId(String value) implements Comparable<ArticleId> {
  public static final int MAX_LENGTH = 512;

  /** A quotation by its words, or by its place as earlier versions knew it. */
  private static final String OF_QUOTATION = "~q-[0-9a-f]{10}(?:-\\d+)?|~p\\d+~q\\d+";

  private static final Pattern QUOTATION =
      Pattern.compile("(.+?)(?:" + OF_QUOTATION + ")", Pattern.DOTALL);
  private static final Pattern PASSAGE =
      Pattern.compile("(.+?)(?:" + OF_QUOTATION + "|~p\\d+)", Pattern.DOTALL);

  public ArticleId {
    if (value.isEmpty() || !value.equals(value.strip())) {
      throw new IllegalArgumentException("an article's id is not blank, at either end either");
    }
    if (value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "an article's id has at most " + MAX_LENGTH + " characters, this one " + value.length());
    }
    if (hasControls(value)) {
      throw new IllegalArgumentException("an article's id has no control characters");
    }
  }

  private static boolean hasControls(String value) {
    for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
      int c = value.codePointAt(i);
      if (Character.isISOControl(c) || c >= 0xD800 && c <= 0xDFFF) {
        return true;
      }
    }
    return false;
  }

  /** The permalink id of the paragraph with this ordinal: {@code id~p4}. */
  public String paragraph(int ordinal) {
    return value + "~p" + ordinal;
  }

  /**
   * The permalink id of a quotation, which follows its words: {@code id~q-3f9a1c7b2d}, and {@code
   * id~q-3f9a1c7b2d-2} of the next with the same words.
   *
   * @param number which of those with the same words, from 1
   */
  public String quotation(QuotedWords words, int number) {
    return value + "~q-" + words.digest() + (number == 1 ? "" : "-" + number);
  }

  /** What of a passage's permalink id comes after its article's: {@code p4}, {@code q-…}. */
  public String within(String permalink) {
    return permalink.substring(value.length() + 1);
  }

  /**
   * The article of the paragraph or quotation with this permalink id; empty where it is neither.
   */
  public static Optional<ArticleId> ofPassage(String permalink) {
    return ofPart(PASSAGE, permalink);
  }

  /** The article of the quotation with this permalink id; empty where it is none. */
  public static Optional<ArticleId> ofQuotation(String permalink) {
    return ofPart(QUOTATION, permalink);
  }

  private static Optional<ArticleId> ofPart(Pattern pattern, String permalink) {
    Matcher parts = pattern.matcher(permalink);
    try {
      return parts.matches() ? Optional.of(new ArticleId(parts.group(1))) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  @Override
  public int compareTo(ArticleId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
