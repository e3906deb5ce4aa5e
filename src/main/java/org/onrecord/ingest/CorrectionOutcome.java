package org.onrecord.ingest;

/** What came of an editor's decision. */
public sealed interface CorrectionOutcome {

  /**
   * It is in the log and in the index.
   *
   * @param othersChanged how many other quotations of the article are no longer there as they were,
   *     since the article was read anew with another registry or by another model
   */
  record Done(PlacedQuotation before, PlacedQuotation after, int othersChanged)
      implements CorrectionOutcome {}

  /** The article has no quotation of this id, and never had one that was corrected. */
  record UnknownQuotation() implements CorrectionOutcome {}

  /** The quotation was struck: before anything else is decided of it, that must be withdrawn. */
  record Struck(PlacedQuotation quotation) implements CorrectionOutcome {}

  /** No correction of the quotation holds that could be withdrawn. */
  record NothingToWithdraw() implements CorrectionOutcome {}

  /**
   * Read anew, the article no longer has such a quotation: it was taken in by another version of
   * the program.
   */
  record NoLongerFound() implements CorrectionOutcome {}
}
