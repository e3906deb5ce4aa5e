package org.onrecord.ingest;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;

/**
 * What became of some of the articles whose embargo has ended.
 *
 * @param shown how many are shown now
 * @param failed why the others could not be shown, by id
 */
record Release(int shown, Map<ArticleId, String> failed) {
  /** How many articles are released with one commit. */
  static final int MOST = 64;

  Release {
    failed = Map.copyOf(failed);
  }

  /**
   * Shows the first {@value #MOST} of them, and commits.
   *
   * @param but those that are left as they are
   */
  static Release of(ArticleAnalyzer analyzer, DocumentSink sink, Set<ArticleId> but)
      throws IOException {
    int shown = 0;
    Map<ArticleId, String> failed = new LinkedHashMap<>();
    for (Article article : sink.due(MOST, but)) {
      switch (OrderedAnalysis.analysed(analyzer, sink::prepare, article)) {
        case AnalysisResult.Analysed(var archived) -> {
          DocumentSink.Replacement replaced = sink.put(archived);
          if (replaced == DocumentSink.Replacement.REPLACED) {
            shown++;
          } else {
            failed.put(article.id(), replaced.refusal().orElse("it is held all the same"));
          }
        }
        case AnalysisResult.Failed broken -> failed.put(article.id(), broken.rejected().reason());
        case AnalysisResult.Refused(var rejected) -> failed.put(article.id(), rejected.reason());
        case AnalysisResult.Skipped _, AnalysisResult.Warned _, AnalysisResult.Unchanged _ ->
            throw new IllegalStateException("an analysis neither skips nor warns");
      }
    }
    if (shown > 0) {
      sink.commit();
    }
    return new Release(shown, failed);
  }

  /** Whether there may be more of them. */
  boolean isFull() {
    return shown + failed.size() >= MOST;
  }
}
