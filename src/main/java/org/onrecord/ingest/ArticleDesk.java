package org.onrecord.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.format.ArticleFormat;
import org.onrecord.format.ArticleInput;
import org.onrecord.format.JsonDocument;
import org.onrecord.format.ReadResult;
import org.onrecord.format.ReadResult.Rejected;
import org.onrecord.schema.ArchivedArticle;

/**
 * Puts articles into an index and takes them out, while it is searched. Articles are read and
 * analysed side by side; then {@link WriteQueue} writes those that are ready with one commit. What
 * was acknowledged is safe and visible; what fails leaves the index as it was. Safe for use by
 * several threads.
 */
public final class ArticleDesk implements Closeable {
  /** The name of what is sent, in messages and as provenance. */
  public static final String NAME = "request";

  /** How many bytes of single articles are analysed, or wait for it to be written, at a time. */
  private static final int ROOM = 64 << 20;

  /** How many articles, or characters of them, of a request with many are committed at once. */
  private static final int SLICE = 64;

  private static final int SLICE_CHARACTERS = 4 << 20;

  /** Opens the index for writing. */
  @FunctionalInterface
  public interface Opening {

    /**
     * Opens it; searches see from then on what others committed before.
     *
     * @throws ArchiveBusyException if another process is writing to it
     * @throws IOException if it cannot be written
     */
    DocumentSink open() throws IOException;
  }

  /** Makes the analysis. */
  @FunctionalInterface
  public interface Analysis {
    ArticleAnalyzer open() throws IOException;
  }

  /** A condition that must hold when a write begins, when nobody else writes. */
  @FunctionalInterface
  public interface Condition {
    Condition NONE = () -> true;

    boolean holds() throws IOException;
  }

  /** What is done to the index while nobody else writes to it. */
  @FunctionalInterface
  public interface Write<T> {
    T to(DocumentSink sink) throws IOException;
  }

  /** A write that did not begin, since its condition did not hold. */
  public static final class ConditionFailedException extends IOException {
    private static final long serialVersionUID = 1L;

    ConditionFailedException() {
      super("the condition does not hold");
    }
  }

  /**
   * How much is written at once.
   *
   * @param articles the most in one request, at least 1
   * @param patience how long a write waits for another process, or for room
   * @param writes how many requests may wait to be written, at least 1
   */
  public record Limits(int articles, Duration patience, int writes) {
    public static final Limits DEFAULT = new Limits(10_000, Duration.ofSeconds(10), 128);

    public Limits {
      if (articles < 1 || patience.isNegative() || writes < 1) {
        throw new IllegalArgumentException(
            "articles " + articles + ", patience " + patience + ", writes " + writes);
      }
    }
  }

  private final Analysis analysis;
  private final Limits limits;
  private final WriteQueue queue;
  private final int threads = IngestSettings.DEFAULT.threads();
  private final ExecutorService analysing =
      Executors.newFixedThreadPool(
          threads, Thread.ofPlatform().daemon().name("analysis-of-one-", 1).factory());
  private final Semaphore room = new Semaphore(ROOM, true);
  private final Semaphore bulk = new Semaphore(1, true);
  private @Nullable ArticleAnalyzer analyzer;

  /**
   * A desk.
   *
   * @param analysis is asked once, when the first article comes
   * @param faults is told what fails after everything was answered: merging, closing the index
   */
  public ArticleDesk(Opening index, Analysis analysis, Limits limits, Consumer<Exception> faults) {
    this.analysis = analysis;
    this.limits = limits;
    this.queue = new WriteQueue(index, limits, WritePace.DEFAULT, faults);
  }

  public Limits limits() {
    return limits;
  }

  /**
   * Puts one article in, in place of that with its id, if there is one.
   *
   * @param json a file with an object with the members of a line of JSON Lines; it may leave out
   *     the id
   * @throws ConditionFailedException if the condition does not hold; nothing was written
   * @throws ArchiveBusyException if it could not begin; nothing was written
   */
  public ArticleOutcome put(ArticleId id, Path json, Condition condition) throws IOException {
    int bytes = (int) Math.min(ROOM, Files.size(json));
    take(room, bytes);
    try {
      return switch (analysed(id, json)) {
        case AnalysisResult.Refused(Rejected rejected) -> refused(rejected);
        case AnalysisResult.Failed failed -> refused(failed.rejected());
        case AnalysisResult.Analysed analysed ->
            queue.carryOut(
                new WriteQueue.Job<>(
                    Set.of(id), condition, false, sink -> written(analysed, sink)));
      };
    } finally {
      room.release(bytes);
    }
  }

  /**
   * Puts articles in, each in place of that with its id. They are committed in slices, between
   * which others write; an article is in whole or not at all.
   *
   * @param lines a file of JSON Lines
   * @return what became of each, in order; blank lines do not count
   * @throws TooManyArticlesException if they are more than the limit; none was taken
   * @throws ArchiveBusyException if it could not begin; nothing was written
   * @throws PartlyWrittenException if it failed when the first slice was in
   */
  public List<ArticleOutcome> putAll(Path lines) throws IOException {
    try (InputStream in = Files.newInputStream(lines)) {
      if (JsonDocument.countLines(in, limits.articles() + 1) > limits.articles()) {
        throw new TooManyArticlesException(limits.articles());
      }
    }
    take(bulk, 1);
    try (InputStream in = Files.newInputStream(lines)) {
      ArticleInput input = new ArticleInput(NAME, Optional.empty(), in);
      Slices slices = new Slices();
      new OrderedAnalysis(analyzer(), threads)
          .run(
              results -> {
                try {
                  ArticleFormat.JSONL
                      .reader()
                      .read(input, result -> results.accept(IngestPipeline.admitted(result)));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              },
              slices::add);
      return slices.end();
    } finally {
      bulk.release();
    }
  }

  /**
   * Takes an article out, with every trace of it.
   *
   * @return whether there was one
   * @throws ConditionFailedException if the condition does not hold; nothing was written
   * @throws ArchiveBusyException if it could not begin; nothing was written
   */
  public boolean delete(ArticleId id, Condition condition) throws IOException {
    return queue.carryOut(
        new WriteQueue.Job<>(Set.of(id), condition, false, sink -> sink.delete(id)));
  }

  /**
   * Carries out one write while nobody else writes; searches see everything that was written
   * before. It commits by itself, and what it does not commit is not kept.
   *
   * @throws ConditionFailedException if the condition does not hold; nothing was written
   * @throws ArchiveBusyException if it could not begin; nothing was written
   */
  public <T> T alone(Condition condition, Write<T> write) throws IOException {
    return queue.carryOut(new WriteQueue.Job<>(Set.of(), condition, true, write));
  }

  /**
   * Shows some of the articles whose embargo has ended; there may be more of them.
   *
   * @param but those that are left as they are
   * @throws ArchiveBusyException if it could not begin
   */
  Release release(Set<ArticleId> but) throws IOException {
    ArticleAnalyzer reading = analyzer();
    return alone(Condition.NONE, sink -> Release.of(reading, sink, but));
  }

  /** Loads what the analysis needs, so that the first article does not wait for it. */
  public void prepare() throws IOException {
    analyzer();
  }

  /** Takes no more writes, and carries out those that it took. */
  @Override
  public void close() throws IOException {
    try (queue) {
      analysing.shutdown();
    }
  }

  private AnalysisResult analysed(ArticleId id, Path json) throws IOException {
    ArticleAnalyzer reading = analyzer();
    try {
      return analysing.submit(() -> analysed(id, Files.readAllBytes(json), reading)).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException fault) {
        throw fault;
      }
      throw new IllegalStateException("the analysis ended with an error", e.getCause());
    }
  }

  private static AnalysisResult analysed(ArticleId id, byte[] json, ArticleAnalyzer analyzer) {
    return switch (IngestPipeline.admitted(JsonDocument.read(json, id, NAME))) {
      case Rejected rejected -> new AnalysisResult.Refused(rejected);
      case ReadResult.Accepted(Article article) -> OrderedAnalysis.analysed(analyzer, article);
    };
  }

  private synchronized ArticleAnalyzer analyzer() throws IOException {
    ArticleAnalyzer known = analyzer;
    if (known == null) {
      known = analysis.open();
      analyzer = known;
    }
    return known;
  }

  private void take(Semaphore places, int count) throws IOException {
    try {
      if (!places.tryAcquire(count, limits.patience().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new ArchiveBusyException(ArchiveBusyException.Reason.FULL, null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  /** Puts the article in, if it is one; the caller commits. */
  private static ArticleOutcome written(AnalysisResult result, DocumentSink sink)
      throws IOException {
    return switch (result) {
      case AnalysisResult.Refused(Rejected rejected) -> refused(rejected);
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

  private static ArticleOutcome refused(Rejected rejected) {
    return new ArticleOutcome.Refused(rejected.provenance().line(), rejected.reason());
  }

  /** Gathers the articles of one request and writes them slice by slice. */
  private final class Slices {
    private final List<ArticleOutcome> outcomes = new ArrayList<>();
    private final List<AnalysisResult> slice = new ArrayList<>();
    private int characters;

    void add(AnalysisResult result) throws IOException {
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
                    Condition.NONE,
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
  }
}
