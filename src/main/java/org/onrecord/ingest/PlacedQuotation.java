package org.onrecord.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.onrecord.correction.ParagraphAnchors;
import org.onrecord.correction.QuotationAnchor;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.StruckQuotation;

/**
 * A quotation of an archived article with what finds it again.
 *
 * @param struck the decision that it is none, if an editor made it
 */
public record PlacedQuotation(
    ArchivedQuotation quotation, QuotationAnchor anchor, Optional<StruckQuotation> struck) {

  /** Whether an editor's correction of it holds. */
  public boolean isCorrected() {
    return struck.isPresent() || quotation.correction() != null;
  }

  /** Every quotation of an article, in order, the struck ones in their places. */
  public static List<PlacedQuotation> all(List<ParagraphDocument> paragraphs) {
    return paragraphs.stream().flatMap(paragraph -> in(paragraph).stream()).toList();
  }

  private static List<PlacedQuotation> in(ParagraphDocument paragraph) {
    ParagraphAnchors anchors = new ParagraphAnchors(paragraph.ordinal(), paragraph.text());
    List<PlacedQuotation> found = new ArrayList<>();
    for (ArchivedQuotation one : paragraph.quotations()) {
      found.add(new PlacedQuotation(one, anchors.anchor(one.segments()), Optional.empty()));
    }
    for (StruckQuotation one : paragraph.struck()) {
      found.add(
          new PlacedQuotation(
              one.quotation(), anchors.anchor(one.quotation().segments()), Optional.of(one)));
    }
    found.sort(Comparator.comparing(placed -> placed.quotation().span()));
    return found;
  }
}
