package org.onrecord.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Excerpt;
import org.onrecord.article.PartyRef;
import org.onrecord.article.TextSpan;
import org.onrecord.attribution.AttributedArticle;
import org.onrecord.attribution.AttributedQuotation;
import org.onrecord.attribution.Attributor;
import org.onrecord.attribution.source.Attribution;
import org.onrecord.quotation.Quotation;
import org.onrecord.quotation.QuotationExtractor;
import org.onrecord.quotation.QuotationModel;
import org.onrecord.segment.SegmentedArticle;
import org.onrecord.segment.Segmenter;

/**
 * What OnRecord itself finds in an annotated article's text. The headline is left out: the texts
 * begin with it where the annotators saw it. Not thread-safe: one a thread.
 */
final class GoldExtraction {
  private final Segmenter segmenter = new Segmenter();
  private final QuotationExtractor extractor;
  private final Attributor attributor;

  GoldExtraction(QuotationModel model, Attributor attributor) {
    this.extractor = new QuotationExtractor(model);
    this.attributor = attributor;
  }

  List<SystemQuotation> extract(GoldArticle article) {
    return List.copyOf(attributed(article).keySet());
  }

  /** What is found, in order, with what it was made from. */
  Map<SystemQuotation, AttributedQuotation> attributed(GoldArticle article) {
    SegmentedArticle segmented = segmenter.segment(article.annotated().article().withTitle(null));
    AttributedArticle attributed = attributor.attribute(segmented, extractor.extract(segmented));
    Map<SystemQuotation, AttributedQuotation> found = new LinkedHashMap<>();
    for (AttributedQuotation quotation : attributed.quotations()) {
      found.put(quotation(segmented, quotation), quotation);
    }
    return found;
  }

  private static SystemQuotation quotation(SegmentedArticle article, AttributedQuotation found) {
    Quotation quotation = found.quotation();
    int offset = article.paragraph(quotation.paragraph()).offset();
    List<TextSpan> segments = quotation.segments().stream().map(s -> s.shift(offset)).toList();
    Excerpt source = quotation.source();
    PartyRef party = found.party().party();
    return new SystemQuotation(
        segments,
        quotation.kind(),
        speaker(found.attribution()),
        source == null ? null : source.text(),
        source == null ? null : source.span().shift(article.paragraph(source.paragraph()).offset()),
        party == null ? null : party.name(),
        new SystemQuotation.Evidence(
            found.confidence(), speaker(found), quotation.rule(), found.attribution().rule()));
  }

  private static double speaker(AttributedQuotation found) {
    return found.isAttributed() ? found.speakerConfidence() : 0;
  }

  /** Somebody described but not named is nobody. */
  private static @Nullable String speaker(Attribution attribution) {
    return switch (attribution) {
      case Attribution.ToPerson person -> person.name();
      case Attribution.ToOrganisation organisation -> organisation.name();
      case Attribution.ToUnnamed unnamed -> null;
      case Attribution.Unattributed none -> null;
    };
  }
}
