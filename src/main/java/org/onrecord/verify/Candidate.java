package org.onrecord.verify;

import java.util.List;
import java.util.Optional;
import org.onrecord.article.Labelled;
import org.onrecord.article.TextSpan;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.search.Copies;

/**
 * A passage that may be what was claimed.
 *
 * @param verdict what it says of the claim
 * @param wording what it says of the claim's words alone, whoever said them and when
 * @param quotation the quotation in which the words stand; empty where they stand in the text
 * @param asked which of the words asked for it accounts for, UTF-16
 * @param found where they stand in the paragraph, UTF-16
 * @param before what its speaker says before them in one go
 * @param after what its speaker says after them in one go
 * @param differences the heaviest first
 * @param saidBy how its speaker and the one asked for go together
 * @param withinDates whether it is of the days asked for
 * @param likeness which share of the words are the same, 0 to 1
 * @param copies where else the very same was found
 */
public record Candidate(
    Verdict verdict,
    Verdict wording,
    ParagraphDocument paragraph,
    Optional<ArchivedQuotation> quotation,
    TextSpan asked,
    TextSpan found,
    TextSpan before,
    TextSpan after,
    List<Difference> differences,
    SaidBy saidBy,
    boolean withinDates,
    double likeness,
    Copies copies) {
  public Candidate {
    differences = List.copyOf(differences);
  }

  /** How whoever speaks in a passage and whoever was asked for go together. */
  public enum SaidBy implements Labelled {
    /** Nobody was asked for. */
    ANYBODY,
    ASKED,
    /** One's name is a part of the other's. */
    POSSIBLY,
    /** The passage names nobody. */
    UNKNOWN,
    OTHER
  }

  Candidate with(Copies newCopies) {
    return new Candidate(
        verdict,
        wording,
        paragraph,
        quotation,
        asked,
        found,
        before,
        after,
        differences,
        saidBy,
        withinDates,
        likeness,
        newCopies);
  }
}
