package org.onrecord.quotation;

import org.jspecify.annotations.Nullable;
import org.onrecord.quotation.Unit.Range;

/**
 * Chooses among the noun phrases and pronouns of a paragraph the one that names a unit's source, by
 * a linear score; or says that none does, so that the speaker before goes on.
 */
public final class SourceRanker {
  /** What the ranker chose: a candidate, or none in this paragraph. */
  public record Choice(@Nullable Range source, double margin) {}

  final LinearChoice choice;

  public SourceRanker(LinearChoice choice) {
    this.choice = choice;
  }

  /** The best candidate for a unit. */
  public Choice choose(SourceFeatures templates, Unit unit) {
    float best = choice.score(templates.none(unit));
    Range source = null;
    float second = Float.NEGATIVE_INFINITY;
    for (Range candidate : templates.near(unit)) {
      float score = choice.score(templates.of(unit, candidate));
      if (score > best) {
        second = best;
        best = score;
        source = candidate;
      } else {
        second = Math.max(second, score);
      }
    }
    return new Choice(source, second == Float.NEGATIVE_INFINITY ? best : best - second);
  }
}
