package org.onrecord.verify;

import java.util.List;
import org.onrecord.article.Labelled;
import org.onrecord.article.TextSpan;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ParagraphDocument;

/**
 * A quotation in another article that reports the same utterance.
 *
 * @param wording how its words go together with those asked about
 * @param differences what was done to the words asked about to make its own, the heaviest first;
 *     {@code asked} is where they stand in its own content, {@code found} in that asked about
 * @param found where in the words asked about its own begin and end, UTF-16
 * @param voice whether it names the same speaker
 * @param likeness which share of the words of the shorter are the other's too, 0 to 1
 */
public record Report(
    ParagraphDocument paragraph,
    ArchivedQuotation quotation,
    Wording wording,
    List<Difference> differences,
    TextSpan found,
    Voice voice,
    double likeness) {
  public Report {
    differences = List.copyOf(differences);
  }

  /** How the words of two reports go together. */
  public enum Wording implements Labelled {
    /** The same but for marks and case. */
    SAME,
    /** A piece, or pieces, of them. */
    SHORTER,
    /** They and more. */
    LONGER,
    /** Some are others. */
    CHANGED
  }

  /** Who is named as saying it. */
  public enum Voice implements Labelled {
    SAME,
    /** One of the two names nobody. */
    UNNAMED,
    OTHER
  }
}
