package org.onrecord.ingest;

import java.util.List;
import org.onrecord.article.Article;
import org.onrecord.attribution.Attributor;
import org.onrecord.quotation.QuotationExtractor;
import org.onrecord.quotation.QuotationModel;
import org.onrecord.registry.Registry;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.segment.SegmentedArticle;
import org.onrecord.segment.Segmenter;

/**
 * The whole walk from an article to its documents: paragraphs, sentences, quotations, speakers,
 * parties. Thread-safe: each thread has an extractor of its own on the shared model.
 */
public final class ArticleExtraction implements ArticleAnalyzer {
  private final Segmenter segmenter = new Segmenter();
  private final ThreadLocal<QuotationExtractor> extractors;
  private final Attributor attributor;

  public ArticleExtraction(QuotationModel model, Registry registry) {
    this.extractors = ThreadLocal.withInitial(() -> new QuotationExtractor(model));
    this.attributor = new Attributor(registry);
  }

  @Override
  public List<ArchiveDocument> analyze(Article article) {
    SegmentedArticle segmented = segmenter.segment(article);
    return DocumentMapper.documents(
        attributor.attribute(segmented, extractors.get().extract(segmented)));
  }
}
