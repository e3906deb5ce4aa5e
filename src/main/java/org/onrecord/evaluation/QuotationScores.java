package org.onrecord.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.onrecord.article.QuotationKind;

/** What a system's quotations are worth, beside annotated ones. */
final class QuotationScores {
  final ExtractionScores extraction = new ExtractionScores();
  final List<KindScores> byKind =
      Arrays.stream(QuotationKind.values()).map(KindScores::new).toList();
  final Share kindRight = new Share();

  /** How often a quotation of one kind was called another: {@code direct->mixed}. */
  final Map<String, Integer> confusion = new TreeMap<>();

  final SpeakerScores speakers = new SpeakerScores();
  final Calibration calibration = new Calibration();

  void add(GoldArticle article, List<SystemQuotation> found) {
    ArticleMatch match = new ArticleMatch(article, found);
    extraction.add(match);
    byKind.forEach(kind -> kind.add(match));
    speakers.add(match);
    calibration.add(match);
    for (ArticleMatch.Match pair : match.matches) {
      QuotationKind gold = pair.gold().quotation().kind();
      QuotationKind system = pair.system().quotation().kind();
      kindRight.add(gold == system);
      confusion.merge(gold.label() + "->" + system.label(), 1, Integer::sum);
    }
  }
}
