package org.onrecord.quotation;

/**
 * From what the tagger makes of a unit to how often such a unit is a quotation: a logistic function
 * fitted to articles that the tagger had not learnt from (three folds, with marks and without;
 * {@code src/docs/scores/quotations.json} shows how well it holds). The more the tagger is for it,
 * the longer it is and if somebody reports it, the surer; where marks are lost, less sure.
 */
final class ContentConfidence {
  /**
   * What the tagger's scores are divided by; so large, because a perceptron's scores grow with its
   * training.
   */
  static final float TEMPERATURE = 400;

  private static final double BASE = -1.378;
  private static final double PER_LOG_ODDS = 0.348;
  private static final double PER_LOG_TOKEN = 0.394;
  private static final double WITH_CUE = 0.971;
  private static final double MARKS_LOST = -0.310;
  private static final double SUREST = 1e-6;

  private ContentConfidence() {}

  /**
   * The confidence, 0 to 1.
   *
   * @param content the mean of the tokens' probability to be content
   * @param tokens how many there are
   * @param cue whether a cue was found
   * @param lost whether the article has lost its marks
   */
  static double of(double content, int tokens, boolean cue, boolean lost) {
    double p = Math.clamp(content, SUREST, 1 - SUREST);
    double sum =
        BASE
            + PER_LOG_ODDS * Math.log(p / (1 - p))
            + PER_LOG_TOKEN * Math.log(tokens)
            + (cue ? WITH_CUE : 0)
            + (lost ? MARKS_LOST : 0);
    return 1 / (1 + Math.exp(-sum));
  }
}
