package org.onrecord.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
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

  /** What came of one piece of input, and what is to be known of how it was read. */
  record Read(AnalysisResult result, List<String> warnings) {}

  private final WriteQueue queue;
  private final Consumer<? super ArticleOutcome> told;
  private final List<Read> slice = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private int characters;
  private int pieces;

  /**
   * A write.
   *
   * @param told is given what became of each piece, in order, when it is safe
   */
  SlicedWrite(WriteQueue queue, Consumer<? super ArticleOutcome> told) {
    this.queue = queue;
    this.told = told;
  }

  void add(AnalysisResult result) throws IOException {
    if (result instanceof AnalysisResult.Warned(ReadResult.Warned warned)) {
      warnings.add(warned.reason());
      return;
    }
    slice.add(new Read(result, List.copyOf(warnings)));
    warnings.clear();
    if (result instanceof AnalysisResult.Analysed(ArchivedArticle article)) {
      characters += article.received().body().length();
    }
    if (slice.size() >= SLICE || characters >= SLICE_CHARACTERS) {
      write();
    }
  }

  /** Writes the last of them. */
  void end() throws IOException {
    if (!slice.isEmpty()) {
      write();
    }
  }

  private void write() throws IOException {
    List<Read> all = List.copyOf(slice);
    Set<ArticleId> articles = new HashSet<>();
    for (Read each : all) {
      if (each.result instanceof AnalysisResult.Analysed(ArchivedArticle article)) {
        articles.add(article.id());
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
                      written.add(written(each, sink));
                    }
                    return written;
                  }));
    } catch (IOException e) {
      throw pieces == 0 ? e : new PartlyWrittenException(pieces, e);
    }
    pieces += outcomes.size();
    outcomes.forEach(told);
    slice.clear();
    characters = 0;
  }

  /** Puts the article in, if it is one; the caller commits. */
  static ArticleOutcome written(Read read, DocumentSink sink) throws IOException {
    return switch (read.result) {
      case AnalysisResult.Refused(Rejected rejected) -> refused(rejected);
      case AnalysisResult.Skipped(ReadResult.Skipped skipped) -> skipped(skipped);
      case AnalysisResult.Warned _ -> throw noOutcome();
      case AnalysisResult.Failed failed -> refused(failed.rejected());
      case AnalysisResult.Analysed(ArchivedArticle article) -> {
        DocumentSink.Replacement replacement = sink.put(article);
        yield replacement.refusal().isPresent()
            ? new ArticleOutcome.Stale(
                article.received().provenance().line(), replacement.refusal().get())
            : new ArticleOutcome.Taken(article.document(), replacement, read.warnings);
      }
    };
  }

  static ArticleOutcome skipped(ReadResult.Skipped skipped) {
    return new ArticleOutcome.Refused(
        line(skipped.provenance()), "there is no article in it: " + skipped.what().one());
  }

  static IllegalStateException noOutcome() {
    return new IllegalStateException("a warning is nothing to write");
  }

  /** The request's first, of what is wrong with it as a whole. */
  private static long line(Provenance place) {
    return Math.max(1, place.line());
  }

  static ArticleOutcome refused(Rejected rejected) {
    return new ArticleOutcome.Refused(line(rejected.provenance()), rejected.reason());
  }
}
