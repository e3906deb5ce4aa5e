package org.onrecord.evaluation;

/**
 * What a model learnt from an archive without annotations, and whether that helped.
 *
 * @param articles how many it learnt from
 * @param quotations how many quotations stood in them
 * @param heldBack how many articles were held back to measure it
 * @param heldBackQuotations how many quotations stood in those
 * @param before how far the model, reading those without marks, agreed with itself reading them
 *     with marks
 * @param after how far the adapted model agrees with the same reading
 * @param verdict whether that is a difference
 */
public record AdaptationReport(
    int articles,
    int quotations,
    int heldBack,
    int heldBackQuotations,
    Agreement before,
    Agreement after,
    Helpfulness verdict) {

  /** What to make of the difference. */
  public enum Helpfulness {
    BETTER,
    /** It may be chance. */
    UNCLEAR,
    WORSE
  }
}
