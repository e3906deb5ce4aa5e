package org.onrecord.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Provenance;
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

  /** How an article is read that was unchanged when it was asked for, and then was not. */
  record Again(ArticleAnalyzer analyzer, ArticlePreparation preparation) {}

  /** What came of one piece of input, and what is to be known of how it was read. */
  record Read(AnalysisResult result, List<String> warnings) {}

  private final WriteQueue queue;
  private final Again again;
  private final Consumer<? super ArticleOutcome> told;
  private final List<Read> slice = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private int characters;

  /** How many pieces were told of. */
  private int done;

  /**
   * A write of articles.
   *
   * @param told what became of each, in order, as soon as that is safe
   */
  SlicedWrite(WriteQueue queue, Again again, Consumer<? super ArticleOutcome> told) {
    this.queue = queue;
    this.again = again;
    this.told = told;
  }

  void add(AnalysisResult result) throws IOException {
    if (result instanceof AnalysisResult.Warned(ReadResult.Warned warned)) {
      warnings.add(warned.reason());
      return;
    }
    slice.add(new Read(result, List.copyOf(warnings)));
    warnings.clear();
    if (result instanceof AnalysisResult.Analysed(PreparedArticle article)) {
      characters += article.article().received().body().length();
    }
    if (slice.size() >= SLICE || characters >= SLICE_CHARACTERS) {
      write();
    }
  }

  void end() throws IOException {
    if (!slice.isEmpty()) {
      write();
    }
  }

  private void write() throws IOException {
    List<Read> all = List.copyOf(slice);
    Set<ArticleId> articles = new HashSet<>();
    for (Read each : all) {
      switch (each.result) {
        case AnalysisResult.Analysed(PreparedArticle article) ->
            articles.add(article.article().id());
        case AnalysisResult.Unchanged(Article article, var _) -> articles.add(article.id());
        case AnalysisResult.Refused _,
            AnalysisResult.Skipped _,
            AnalysisResult.Warned _,
            AnalysisResult.Failed _ -> {}
      }
    }
    List<ArticleOutcome> outcomes;
    try {
      outcomes =
          queue.carryOut(
              new WriteQueue.Job<>(
                  articles,
                  WriteCondition.NONE,
                  false,
                  sink -> {
                    List<ArticleOutcome> written = new ArrayList<>();
                    for (Read each : all) {
                      written.add(written(each, again, sink));
                    }
                    return written;
                  }));
    } catch (IOException e) {
      throw done == 0 ? e : new PartlyWrittenException(done, e);
    }
    done += outcomes.size();
    outcomes.forEach(told);
    slice.clear();
    characters = 0;
  }

  /** Puts the article in, if it is one; the caller commits. */
  static ArticleOutcome written(Read read, Again again, DocumentSink sink) throws IOException {
    return switch (read.result) {
      case AnalysisResult.Refused(Rejected rejected) -> refused(rejected);
      case AnalysisResult.Skipped(ReadResult.Skipped skipped) -> skipped(skipped);
      case AnalysisResult.Warned _ -> throw noOutcome();
      case AnalysisResult.Failed failed -> refused(failed.rejected());
      case AnalysisResult.Unchanged(Article article, var _) -> {
        Optional<ArchivedArticle> held = new UnchangedArticles(again.analyzer, sink).of(article);
        yield held.isPresent()
            ? new ArticleOutcome.Taken(
                article.provenance().line(),
                held.get().document(),
                DocumentSink.Replacement.UNCHANGED,
                read.warnings)
            : written(
                new Read(
                    OrderedAnalysis.analysed(again.analyzer, again.preparation, article),
                    read.warnings),
                again,
                sink);
      }
      case AnalysisResult.Analysed(PreparedArticle prepared) -> {
        ArchivedArticle article = prepared.article();
        DocumentSink.Replacement replacement = sink.put(prepared);
        yield replacement.refusal().isPresent()
            ? new ArticleOutcome.Stale(
                article.received().provenance().line(), article.id(), replacement.refusal().get())
            : new ArticleOutcome.Taken(
                article.received().provenance().line(),
                article.document(),
                replacement,
                read.warnings);
      }
    };
  }

  static ArticleOutcome skipped(ReadResult.Skipped skipped) {
    return new ArticleOutcome.Refused(
        line(skipped.provenance()), null, "there is no article in it: " + skipped.what().one());
  }

  static IllegalStateException noOutcome() {
    return new IllegalStateException("a warning is nothing to write");
  }

  /** The request's first, of what is wrong with it as a whole. */
  private static long line(Provenance place) {
    return Math.max(1, place.line());
  }

  static ArticleOutcome refused(Rejected rejected) {
    return new ArticleOutcome.Refused(
        line(rejected.provenance()), rejected.id(), rejected.reason());
  }
}
