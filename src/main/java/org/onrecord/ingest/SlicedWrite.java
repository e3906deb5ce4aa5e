package org.onrecord.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.onrecord.article.ArticleId;
import org.onrecord.format.ReadResult;
import org.onrecord.format.ReadResult.Rejected;
import org.onrecord.schema.ArchivedArticle;

/**
 * Gathers the articles of one request and writes them slice by slice, each with a commit of its
 * own. Not safe for use by several threads.
 */
final class SlicedWrite {
  /** How many articles, or characters of them, are committed at once. */
  private static final int SLICE = 64;

  private static final int SLICE_CHARACTERS = 4 << 20;

  private final WriteQueue queue;
  private final List<ArticleOutcome> outcomes = new ArrayList<>();
  private final List<AnalysisResult> slice = new ArrayList<>();
  private int characters;

  SlicedWrite(WriteQueue queue) {
    this.queue = queue;
  }

  void add(AnalysisResult result) throws IOException {
    if (result instanceof AnalysisResult.Warned) {
      return;
    }
    slice.add(result);
    if (result instanceof AnalysisResult.Analysed(ArchivedArticle article)) {
      characters += article.received().body().length();
    }
    if (slice.size() >= SLICE || characters >= SLICE_CHARACTERS) {
      write();
    }
  }

  List<ArticleOutcome> end() throws IOException {
    if (!slice.isEmpty()) {
      write();
    }
    return List.copyOf(outcomes);
  }

  private void write() throws IOException {
    List<AnalysisResult> all = List.copyOf(slice);
    Set<ArticleId> articles = new HashSet<>();
    for (AnalysisResult each : all) {
      if (each instanceof AnalysisResult.Analysed(ArchivedArticle article)) {
        articles.add(article.id());
      }
    }
    try {
      outcomes.addAll(
          queue.carryOut(
              new WriteQueue.Job<>(
                  articles,
                  WriteCondition.NONE,
                  false,
                  sink -> {
                    List<ArticleOutcome> written = new ArrayList<>();
                    for (AnalysisResult each : all) {
                      written.add(written(each, sink));
                    }
                    return written;
                  })));
    } catch (IOException e) {
      throw outcomes.isEmpty() ? e : new PartlyWrittenException(outcomes.size(), e);
    }
    slice.clear();
    characters = 0;
  }

  /** Puts the article in, if it is one; the caller commits. */
  static ArticleOutcome written(AnalysisResult result, DocumentSink sink) throws IOException {
    return switch (result) {
      case AnalysisResult.Refused(Rejected rejected) -> refused(rejected);
      case AnalysisResult.Skipped(ReadResult.Skipped skipped) -> skipped(skipped);
      case AnalysisResult.Warned _ -> throw noOutcome();
      case AnalysisResult.Failed failed -> refused(failed.rejected());
      case AnalysisResult.Analysed(ArchivedArticle article) -> {
        DocumentSink.Replacement replacement = sink.put(article);
        yield replacement.refusal().isPresent()
            ? new ArticleOutcome.Stale(
                article.received().provenance().line(), replacement.refusal().get())
            : new ArticleOutcome.Taken(article.document(), replacement);
      }
    };
  }

  static ArticleOutcome skipped(ReadResult.Skipped skipped) {
    return new ArticleOutcome.Refused(
        skipped.provenance().line(), "there is no article in it: " + skipped.what().one());
  }

  static IllegalStateException noOutcome() {
    return new IllegalStateException("a warning is nothing to write");
  }

  static ArticleOutcome refused(Rejected rejected) {
    return new ArticleOutcome.Refused(rejected.provenance().line(), rejected.reason());
  }
}
