package org.onrecord.evaluation;

import java.util.List;

/**
 * How many of the quotations that are found with marks are found without them.
 *
 * @param roughly those that share at least half of their words
 * @param exactly those with the same words
 * @param without all that are found without marks
 * @param with all that are found with marks
 */
public record Agreement(int roughly, int exactly, int without, int with) {

  static Agreement of(ArticleMatch match) {
    return new Agreement(
        match.matches.size(), match.exact.size(), match.system.size(), match.gold.size());
  }

  static Agreement sum(List<Agreement> all) {
    return all.stream()
        .reduce(
            new Agreement(0, 0, 0, 0),
            (a, b) ->
                new Agreement(
                    a.roughly + b.roughly,
                    a.exactly + b.exactly,
                    a.without + b.without,
                    a.with + b.with));
  }

  /** The F1 of {@link #roughly}, 0 to 1; 1 where nothing is found either way. */
  public double rough() {
    return f1(roughly);
  }

  /** The F1 of {@link #exactly}, 0 to 1; 1 where nothing is found either way. */
  public double exact() {
    return f1(exactly);
  }

  private double f1(int common) {
    return without + with == 0 ? 1 : 2.0 * common / (without + with);
  }
}
