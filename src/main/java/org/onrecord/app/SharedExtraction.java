package org.onrecord.app;

import java.io.IOException;
import org.onrecord.article.Lazy;
import org.onrecord.cli.option.Knowledge;
import org.onrecord.ingest.ArticleAnalyzer;
import org.onrecord.ingest.ArticleExtraction;
import org.onrecord.ingest.CorrectionService;
import org.onrecord.ingest.Corrections;

/** What a service reads articles with: loaded when the first one comes. Thread-safe. */
final class SharedExtraction implements CorrectionService.Analysis {

  /** Loads a model and a registry. */
  @FunctionalInterface
  interface Loading {
    ArticleExtraction of(Knowledge knowledge) throws IOException;
  }

  private final Loading loading;
  private final Knowledge knowledge;
  private final Lazy<ArticleExtraction> loaded = new Lazy<>();

  SharedExtraction(Loading loading, Knowledge knowledge) {
    this.loading = loading;
    this.knowledge = knowledge;
  }

  @Override
  public ArticleAnalyzer with(Corrections corrections) throws IOException {
    return load().with(corrections);
  }

  /**
   * Loads it now, so that what is wrong in a file is told at once.
   *
   * @throws IOException if a file cannot be used
   */
  void prepare() throws IOException {
    load();
  }

  private ArticleExtraction load() throws IOException {
    return loaded.get(() -> loading.of(knowledge));
  }
}
