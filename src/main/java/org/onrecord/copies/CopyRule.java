package org.onrecord.copies;

import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Decides whether one of two articles is a copy of the other. Between outlets it is where most of
 * the shorter one stands in the longer one word for word: a copy may be cut, or set into more text,
 * and may have words changed here and there. Within one outlet, where articles are made after one
 * pattern (market reports, notices), they must be almost the same and only passages of equal words
 * are paired; so too where an outlet is not known. Copies appear within days.
 */
public final class CopyRule {
  /** Below this many runs of words, sharing them means little: about as many words and four. */
  static final int LEAST_RUNS = 30;

  /** How many days may lie between a copy and what it copies: less than from week to week. */
  private static final long MOST_DAYS = 3;

  /** How much of the shorter article's runs must stand in the longer one, of another outlet. */
  private static final double LEAST_CONTAINED = 0.5;

  /** How much of the longer article's runs must stand in the other, of the same outlet. */
  private static final double LEAST_REPEATED = 0.8;

  private CopyRule() {}

  /** How an article is like another that it copies, or that copies it. */
  public static Optional<Likeness> likeness(ComparedArticle one, ComparedArticle other) {
    int shorter = Math.min(one.runs().size(), other.runs().size());
    if (shorter < LEAST_RUNS || !inDays(one, other)) {
      return Optional.empty();
    }
    int shared = one.runs().shared(other.runs());
    if (betweenOutlets(one, other)) {
      return shared >= LEAST_CONTAINED * shorter
          ? Optional.of(new Likeness(shared, Likeness.Wording.NEAR))
          : Optional.empty();
    }
    int longer = Math.max(one.runs().size(), other.runs().size());
    return shared >= LEAST_REPEATED * longer
        ? Optional.of(new Likeness(shared, Likeness.Wording.EQUAL))
        : Optional.empty();
  }

  private static boolean inDays(ComparedArticle one, ComparedArticle other) {
    return one.date() != null
        && other.date() != null
        && Math.abs(ChronoUnit.DAYS.between(one.date(), other.date())) <= MOST_DAYS;
  }

  private static boolean betweenOutlets(ComparedArticle one, ComparedArticle other) {
    return one.outlet() != null
        && other.outlet() != null
        && !one.outlet().strip().equalsIgnoreCase(other.outlet().strip());
  }
}
