package org.onrecord.ingest;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.onrecord.article.Article;
import org.onrecord.format.ArticleFeed;
import org.onrecord.format.ReadResult;
import org.onrecord.format.ReadResult.Rejected;
import org.onrecord.ingest.AnalysisResult.Analysed;
import org.onrecord.ingest.AnalysisResult.Failed;
import org.onrecord.ingest.AnalysisResult.Refused;
import org.onrecord.schema.ArchivedArticle;

/**
 * Analyses a feed's articles on several threads and hands the results over in the order of the
 * feed, on the caller's thread. Reading waits while too many articles, or too much text, are on
 * their way.
 */
public final class OrderedAnalysis {
  private static final int WAITING_PER_THREAD = 16;
  private static final long MOST_CHARACTERS = 32L << 20;

  /** Who takes the results. */
  @FunctionalInterface
  public interface Handler {
    void handle(AnalysisResult result) throws IOException;
  }

  private record Waiting(Future<AnalysisResult> result, int characters) {}

  private final ArticleAnalyzer analyzer;
  private final HeldArticles held;
  private final ArticlePreparation preparation;
  private final int threads;

  /**
   * An analysis.
   *
   * @param held what is held of articles, of which those that have not changed are not analysed
   * @param preparation what else is done to each article on the same threads
   * @param threads how many articles are analysed at a time, at least 1
   */
  public OrderedAnalysis(
      ArticleAnalyzer analyzer, HeldArticles held, ArticlePreparation preparation, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("at least one thread, not " + threads);
    }
    this.analyzer = analyzer;
    this.held = held;
    this.preparation = preparation;
    this.threads = threads;
  }

  /**
   * Runs the feed to its end.
   *
   * @throws IOException if the handler throws it: the walk ends there. An {@link
   *     InterruptedIOException} if the thread was interrupted
   */
  public void run(ArticleFeed feed, Handler handler) throws IOException {
    ExecutorService executor =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("analysis-", 1).factory());
    try {
      Window window = new Window(executor, handler);
      feed.read(window::add);
      window.finish();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      executor.shutdownNow();
    }
  }

  private AnalysisResult analysed(Article article) {
    return unlessUnchanged(analyzer, held, preparation, article);
  }

  /** One article's analysis, on the caller's thread, if it has changed. */
  static AnalysisResult unlessUnchanged(
      ArticleAnalyzer analyzer,
      HeldArticles held,
      ArticlePreparation preparation,
      Article article) {
    Optional<ArchivedArticle> known;
    try {
      known = new UnchangedArticles(analyzer, held).of(article);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return known.isPresent()
        ? new AnalysisResult.Unchanged(article, known.get())
        : analysed(analyzer, preparation, article);
  }

  /** One article's analysis, on the caller's thread. */
  static AnalysisResult analysed(
      ArticleAnalyzer analyzer, ArticlePreparation preparation, Article article) {
    try {
      return new Analysed(preparation.of(analyzer.analyze(article)));
    } catch (BoundedAnalyzer.TooLongException e) {
      return new Refused(
          new Rejected(article.provenance(), String.valueOf(e.getMessage()), article.id().value()));
    } catch (RuntimeException | StackOverflowError e) {
      return new Failed(article, e);
    }
  }

  /** The results on their way, oldest first. */
  private final class Window {
    private final ExecutorService executor;
    private final Handler handler;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private long characters;

    Window(ExecutorService executor, Handler handler) {
      this.executor = executor;
      this.handler = handler;
    }

    void add(ReadResult read) {
      Waiting next =
          switch (read) {
            case ReadResult.Rejected rejected -> known(new Refused(rejected));
            case ReadResult.Skipped skipped -> known(new AnalysisResult.Skipped(skipped));
            case ReadResult.Warned warned -> known(new AnalysisResult.Warned(warned));
            case ReadResult.Accepted(Article article) ->
                new Waiting(executor.submit(() -> analysed(article)), article.body().length());
          };
      waiting.add(next);
      characters += next.characters;
      while (waiting.size() > threads * WAITING_PER_THREAD
          || characters > MOST_CHARACTERS
          || !waiting.isEmpty() && waiting.getFirst().result.isDone()) {
        handleOldest();
      }
    }

    void finish() {
      while (!waiting.isEmpty()) {
        handleOldest();
      }
    }

    private Waiting known(AnalysisResult result) {
      FutureTask<AnalysisResult> done = new FutureTask<>(() -> result);
      done.run();
      return new Waiting(done, 0);
    }

    private void handleOldest() {
      Waiting oldest = waiting.removeFirst();
      characters -= oldest.characters;
      try {
        handler.handle(oldest.result.get());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new UncheckedIOException(new InterruptedIOException("interrupted"));
      } catch (ExecutionException e) {
        if (e.getCause() instanceof UncheckedIOException fault) {
          throw fault;
        }
        throw new IllegalStateException("the analysis ended with an error", e.getCause());
      }
    }
  }
}
