package org.onrecord.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.attribution.AttributedArticle;
import org.onrecord.attribution.Attributor;
import org.onrecord.correction.Correction;
import org.onrecord.quotation.QuotationExtractor;
import org.onrecord.quotation.QuotationModel;
import org.onrecord.registry.Registry;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.segment.SegmentedArticle;
import org.onrecord.segment.Segmenter;

/**
 * The whole walk from an article to its documents: paragraphs, sentences, quotations, speakers,
 * parties, what editors corrected. Thread-safe: each thread has an extractor of its own on the
 * shared model.
 */
public final class ArticleExtraction implements ArticleAnalyzer {
  /** Raised whenever changed code finds other quotations or speakers with the same knowledge. */
  public static final int VERSION = 9;

  private final Segmenter segmenter = new Segmenter();
  private final ThreadLocal<QuotationExtractor> extractors;
  private final Registry registry;
  private final Attributor attributor;
  private final Corrections corrections;
  private final @Nullable String readWith;

  /** An analysis that knows nothing but the text. */
  public ArticleExtraction(QuotationModel model, Registry registry) {
    this(model, registry, Corrections.NONE);
  }

  /** An analysis in which editors have the last word. */
  public ArticleExtraction(QuotationModel model, Registry registry, Corrections corrections) {
    this(
        ThreadLocal.withInitial(() -> new QuotationExtractor(model)),
        registry,
        new Attributor(registry),
        corrections,
        null);
  }

  private ArticleExtraction(
      ThreadLocal<QuotationExtractor> extractors,
      Registry registry,
      Attributor attributor,
      Corrections corrections,
      @Nullable String readWith) {
    this.extractors = extractors;
    this.registry = registry;
    this.attributor = attributor;
    this.corrections = corrections;
    this.readWith = readWith;
  }

  /** The same analysis, sharing all that it has loaded, in which these corrections hold. */
  public ArticleExtraction with(Corrections others) {
    return new ArticleExtraction(extractors, registry, attributor, others, readWith);
  }

  /** The same analysis, whose articles say that they were read with this. */
  public ArticleExtraction saying(String what) {
    return new ArticleExtraction(extractors, registry, attributor, corrections, what);
  }

  @Override
  public Optional<String> readWith() {
    return Optional.ofNullable(readWith);
  }

  @Override
  public ArchivedArticle analyze(Article article) {
    if (article.publication().isKilled()) {
      return ArchivedArticle.of(DocumentMapper.withoutText(article));
    }
    SegmentedArticle segmented = segmenter.segment(article);
    AttributedArticle attributed =
        attributor.attribute(segmented, extractors.get().extract(segmented));
    return DocumentMapper.archived(
        CorrectedArticle.of(attributed, registry, corrections(article.id())), registry, readWith);
  }

  @Override
  public boolean hasRead(ArchivedArticle held, Article article) {
    return readWith != null
        && readWith.equals(held.document().readWith())
        && DocumentMapper.isSame(held.document(), article)
        && !isCorrected(held)
        && corrections(article.id()).isEmpty();
  }

  private static boolean isCorrected(ArchivedArticle held) {
    return held.paragraphs().stream()
        .anyMatch(
            paragraph ->
                !paragraph.struck().isEmpty()
                    || paragraph.quotations().stream().anyMatch(one -> one.correction() != null));
  }

  private List<Correction> corrections(ArticleId article) {
    try {
      return corrections.of(article);
    } catch (IOException e) {
      throw new UncheckedIOException("the corrections cannot be read: " + e.getMessage(), e);
    }
  }
}
