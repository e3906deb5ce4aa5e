package org.onrecord.verify;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.InvalidRequestException;

/**
 * Words that somebody is claimed to have said.
 *
 * @param words {@value #LEAST} to {@value #MOST} words, at most {@value #LONGEST} characters
 * @param speaker who is claimed to have said them; null where that is left open
 * @param from the first day on which they may be reported, inclusive
 * @param to the last day, inclusive
 * @param outlets where they may be reported; anywhere where it is empty
 */
public record Claim(
    String words,
    @Nullable String speaker,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    List<String> outlets) {
  /** The fewest words: a single one is said by everybody. */
  public static final int LEAST = 2;

  /** The most words. */
  public static final int MOST = 500;

  /** The most characters, UTF-16, of the words, and of the speaker's name a twentieth. */
  public static final int LONGEST = 10_000;

  public Claim {
    outlets = List.copyOf(outlets);
  }

  /** Words that anybody may have said at any time. */
  public static Claim of(String words) {
    return new Claim(words, null, null, null, List.of());
  }

  /** The same words, claimed to be said by somebody. */
  public Claim by(@Nullable String newSpeaker) {
    return new Claim(words, newSpeaker, from, to, outlets);
  }

  /** Whether a day is one of those asked for; an unknown one is not where any are. */
  boolean covers(@Nullable LocalDate day) {
    if (from == null && to == null) {
      return true;
    }
    return day != null && (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }

  /**
   * The words one by one.
   *
   * @throws InvalidRequestException if there are too few or too many, or the days are the wrong way
   *     round
   */
  List<SpokenWord> read() {
    if (words.isBlank()) {
      throw refused("q", "Nothing is to be verified: give the words of a quotation.");
    }
    if (words.length() > LONGEST) {
      throw refused(
          "q",
          String.format(
              Locale.ROOT,
              "The quotation has %,d characters; %,d are the most: verify it sentence by sentence.",
              words.length(),
              LONGEST));
    }
    List<SpokenWord> read = SpokenWords.of(words);
    if (read.size() < LEAST) {
      throw refused(
          "q",
          read.isEmpty()
              ? "The quotation has no word."
              : "One word is too little to tell who said it: give at least two.");
    }
    if (read.size() > MOST) {
      throw refused(
          "q",
          String.format(
              Locale.ROOT,
              "The quotation has %,d words; %,d are the most: verify it sentence by sentence.",
              read.size(),
              MOST));
    }
    if (speaker != null && speaker.length() > LONGEST / 20) {
      throw refused("speaker", "A name has at most " + LONGEST / 20 + " characters.");
    }
    if (from != null && to != null && from.isAfter(to)) {
      throw refused(
          "from", "The first day, " + from + ", is after the last, " + to + ": exchange them.");
    }
    return read;
  }

  private static InvalidRequestException refused(String parameter, String detail) {
    return new InvalidRequestException(parameter, -1, detail, null);
  }
}
