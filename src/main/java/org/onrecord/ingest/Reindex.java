package org.onrecord.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.onrecord.format.ReadResult;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArticleDocument;

/**
 * Reads every article of an index anew and puts what comes of it in the place of what was there, in
 * one step at the end. An article of which nothing is shown is taken over as it is.
 */
public final class Reindex {
  private final ArticleAnalyzer analyzer;
  private final int threads;
  private final InstantSource clock;

  /**
   * A way to do it.
   *
   * @param threads how many articles are analysed at a time, at least 1
   * @param clock tells until when addresses held
   */
  public Reindex(ArticleAnalyzer analyzer, int threads, InstantSource clock) {
    this.analyzer = analyzer;
    this.threads = threads;
    this.clock = clock;
  }

  /** How much an index holds. */
  public record Amounts(long articles, long paragraphs, long quotations) {
    Amounts plus(ArticleDocument article) {
      return new Amounts(
          articles + 1, paragraphs + article.paragraphs(), quotations + article.quotations());
    }
  }

  /**
   * What came of it.
   *
   * @param before what the index held of the articles that were read
   * @param after what it holds of them now
   * @param meanwhile how many articles were read again, since others wrote them
   */
  public record Report(Amounts before, Amounts after, long meanwhile) {}

  /**
   * Does it and commits.
   *
   * @param progress told how many articles are done
   * @throws IOException if an article cannot be read or written; then nothing has changed
   */
  public Report run(Rebuilding index, LongConsumer progress) throws IOException {
    StoredArticles stored = index.stored();
    Run all = read(index, stored, progress);
    long meanwhile = 0;
    for (Optional<StoredArticles> round = index.meanwhile();
        round.isPresent();
        round = index.meanwhile()) {
      meanwhile += read(index, round.get(), _ -> {}).after.articles();
    }
    long made = index.made();
    long there = stored.count();
    if (made != there) {
      throw new IOException(
          "%d of %d articles were read anew; nothing was changed".formatted(made, there));
    }
    index.commit();
    return new Report(all.before, all.after, meanwhile);
  }

  private Run read(Rebuilding index, StoredArticles stored, LongConsumer progress)
      throws IOException {
    Run run = new Run(index, stored, clock.instant(), progress);
    new OrderedAnalysis(analyzer, HeldArticles.NONE, index::prepare, threads)
        .run(
            results ->
                run.each(article -> results.accept(new ReadResult.Accepted(article.received()))),
            run::handle);
    return run;
  }

  private static final class Run {
    private final DocumentSink sink;
    private final StoredArticles stored;
    private final Instant now;
    private final LongConsumer progress;
    private Amounts before = new Amounts(0, 0, 0);
    private Amounts after = new Amounts(0, 0, 0);

    Run(DocumentSink sink, StoredArticles stored, Instant now, LongConsumer progress) {
      this.sink = sink;
      this.stored = stored;
      this.now = now;
      this.progress = progress;
    }

    void each(Consumer<ArticleDocument> shown) {
      try {
        stored.forEach(
            article -> {
              before = before.plus(article);
              if (article.paragraphs() > 0) {
                shown.accept(article);
              } else {
                try {
                  write(sink.prepare(ArchivedArticle.of(article)));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              }
            });
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void handle(AnalysisResult result) throws IOException {
      switch (result) {
        case AnalysisResult.Analysed(PreparedArticle prepared) -> {
          ArchivedArticle article = prepared.article();
          ArchivedArticle settled =
              stored
                  .shown(article.id())
                  .map(before -> QuotationAddresses.settled(before, article, now))
                  .orElse(article);
          write(settled == article ? prepared : sink.prepare(settled));
        }
        case AnalysisResult.Refused refused ->
            throw new IOException(refused.rejected().sentence() + "; nothing was changed");
        case AnalysisResult.Skipped _, AnalysisResult.Warned _, AnalysisResult.Unchanged _ ->
            throw new IllegalStateException("an archived article is neither skipped nor warned of");
        case AnalysisResult.Failed failed ->
            throw new IOException(
                "the analysis of article "
                    + failed.article().id()
                    + " failed, and nothing was changed: "
                    + failed.fault(),
                failed.fault());
      }
    }

    private void write(PreparedArticle article) throws IOException {
      sink.put(article);
      after = after.plus(article.article().document());
      progress.accept(after.articles());
    }
  }
}
