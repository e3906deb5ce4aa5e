package org.onrecord.evaluation;

import org.onrecord.article.Labelled;
import org.onrecord.verify.Claim;
import org.onrecord.verify.Verdict;

/**
 * A claim of which the right verdict is known, made of a quotation of an archive.
 *
 * @param of the id of the quotation, or nothing where it is invented
 */
public record Probe(Kind kind, String of, Claim claim) {

  /** What was done to a quotation, and what is right to say of the outcome. */
  public enum Kind implements Labelled {
    /** Nothing but to its marks, its case and its spaces. */
    EXACT(Verdict.EXACT),
    /** A word was exchanged for one of another quotation. */
    WORD(Verdict.ALTERED),
    NUMBER(Verdict.ALTERED),
    /** A "not" or "never" was dropped. */
    NEGATION(Verdict.ALTERED),
    /** Words were cut off at both ends, within a sentence. */
    CUT(Verdict.PARTIAL),
    /** The beginning of one was joined with the end of another. */
    SPLICE(Verdict.SPLICED),
    SPEAKER(Verdict.OTHER_SPEAKER),
    YEAR(Verdict.OTHER_DATE),
    INVENTED(Verdict.NOT_HERE);

    private final Verdict right;

    Kind(Verdict right) {
      this.right = right;
    }

    public Verdict right() {
      return right;
    }
  }
}
