package org.onrecord.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Lazy;
import org.onrecord.format.ArticleFeed;
import org.onrecord.format.ReadOptions;
import org.onrecord.format.ReadResult;
import org.onrecord.format.ReadResult.Rejected;
import org.onrecord.format.SentArticles;
import org.onrecord.format.SentType;

/**
 * Puts articles into an index and takes them out, while it is searched. Articles are read and
 * analysed side by side; then {@link WriteQueue} writes those that are ready with one commit. What
 * was acknowledged is safe and visible; what fails leaves the index as it was. Safe for use by
 * several threads.
 */
public final class ArticleWriter implements Closeable {
  /** The name of what is sent, in messages and as provenance. */
  public static final String NAME = "request";

  /** How many bytes of single articles are analysed, or wait for it to be written, at a time. */
  private static final int ROOM = 64 << 20;

  private final AnalyzerSource analysis;
  private final HeldArticles held;
  private final ArticlePreparation preparation;
  private final WriteLimits limits;
  private final ReadOptions reading;
  private final WriteQueue queue;
  private final int threads = IngestSettings.DEFAULT.threads();
  private final ExecutorService analysing =
      Executors.newFixedThreadPool(
          threads, Thread.ofPlatform().daemon().name("analysis-of-one-", 1).factory());
  private final Semaphore room = new Semaphore(ROOM, true);
  private final Semaphore bulk = new Semaphore(1, true);
  private final Lazy<ArticleAnalyzer> analyzer = new Lazy<>();

  /**
   * A writer of articles.
   *
   * @param analysis is asked once, when the first article comes
   * @param held what searches see of articles
   * @param preparation of articles for the index, as they are analysed
   * @param reading how to read what articles do not say
   * @param faults is told what fails after everything was answered: merging, closing the index
   */
  public ArticleWriter(
      SinkOpening index,
      AnalyzerSource analysis,
      HeldArticles held,
      ArticlePreparation preparation,
      WriteLimits limits,
      ReadOptions reading,
      Consumer<Exception> faults) {
    this.reading = reading;
    this.analysis = analysis;
    this.held = held;
    this.preparation = preparation;
    this.limits = limits;
    this.queue = new WriteQueue(index, limits, WritePace.DEFAULT, faults);
  }

  public WriteLimits limits() {
    return limits;
  }

  /**
   * Puts one article in, in place of that with its id, if there is one.
   *
   * @param file the article, which may leave out the id
   * @param type what its sender says of it
   * @throws ConditionFailedException if the condition does not hold; nothing was written
   * @throws ArchiveBusyException if it could not begin; nothing was written
   */
  public ArticleOutcome put(ArticleId id, Path file, SentType type, WriteCondition condition)
      throws IOException {
    int bytes = (int) Math.min(ROOM, Files.size(file));
    take(room, bytes);
    try {
      SlicedWrite.Read read = analysed(id, file, type);
      return switch (read.result()) {
        case AnalysisResult.Refused(Rejected rejected) -> SlicedWrite.refused(rejected);
        case AnalysisResult.Failed failed -> SlicedWrite.refused(failed.rejected());
        case AnalysisResult.Skipped(ReadResult.Skipped skipped) -> SlicedWrite.skipped(skipped);
        case AnalysisResult.Warned _ -> throw SlicedWrite.noOutcome();
        case AnalysisResult.Analysed _, AnalysisResult.Unchanged _ -> {
          SlicedWrite.Again again = new SlicedWrite.Again(analyzer(), preparation);
          yield queue.carryOut(
              new WriteQueue.Job<>(
                  Set.of(id), condition, false, sink -> SlicedWrite.written(read, again, sink)));
        }
      };
    } finally {
      room.release(bytes);
    }
  }

  /**
   * Puts articles in, each in place of that with its id. They are committed in slices, between
   * which others write; an article is in whole or not at all.
   *
   * @param file the articles
   * @param type what their sender says of them
   * @param told what became of each, in order, as soon as that is safe and visible
   * @throws TooManyArticlesException if they are more than the limit; none was taken
   * @throws ArchiveBusyException if it could not begin; nothing was written
   * @throws PartlyWrittenException if it failed when the first slice was in
   */
  public void putAll(Path file, SentType type, Consumer<? super ArticleOutcome> told)
      throws IOException {
    SentArticles sent = new SentArticles(type, NAME, reading);
    try (InputStream in = Files.newInputStream(file)) {
      if (sent.count(in, limits.articles() + 1) > limits.articles()) {
        throw new TooManyArticlesException(limits.articles());
      }
    }
    take(bulk, 1);
    try (InputStream in = Files.newInputStream(file)) {
      ArticleAnalyzer known = analyzer();
      SlicedWrite slices = new SlicedWrite(queue, new SlicedWrite.Again(known, preparation), told);
      new OrderedAnalysis(known, held, preparation, threads)
          .run(
              results -> {
                try {
                  sent.readAll(in, result -> results.accept(IngestPipeline.admitted(result)));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              },
              slices::add);
      slices.end();
    } finally {
      bulk.release();
    }
  }

  /**
   * Puts in what a feed gives, as {@link #putAll} does, as many as they may be. Others' requests go
   * in between.
   *
   * @param told is given what became of each, when it is safe
   * @throws ArchiveBusyException if it could not begin; nothing was written
   * @throws PartlyWrittenException if it failed when the first slice was in
   */
  public void takeIn(ArticleFeed feed, Consumer<ArticleOutcome> told) throws IOException {
    ArticleAnalyzer known = analyzer();
    SlicedWrite slices = new SlicedWrite(queue, new SlicedWrite.Again(known, preparation), told);
    new OrderedAnalysis(known, held, preparation, threads)
        .run(
            results -> feed.read(result -> results.accept(IngestPipeline.admitted(result))),
            slices::add);
    slices.end();
  }

  /**
   * Takes an article out, with every trace of it.
   *
   * @return whether there was one
   * @throws ConditionFailedException if the condition does not hold; nothing was written
   * @throws ArchiveBusyException if it could not begin; nothing was written
   */
  public boolean delete(ArticleId id, WriteCondition condition) throws IOException {
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
  public <T> T alone(WriteCondition condition, SinkWrite<T> write) throws IOException {
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
    return alone(WriteCondition.NONE, sink -> Release.of(reading, sink, but));
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

  private SlicedWrite.Read analysed(ArticleId id, Path file, SentType type) throws IOException {
    ArticleAnalyzer known = analyzer();
    try {
      return analysing.submit(() -> analysed(id, Files.readAllBytes(file), type, known)).get();
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

  private SlicedWrite.Read analysed(
      ArticleId id, byte[] bytes, SentType type, ArticleAnalyzer known) {
    List<String> warnings = new ArrayList<>();
    List<AnalysisResult> read = new ArrayList<>();
    new SentArticles(type, NAME, reading)
        .readOne(
            bytes,
            id,
            result -> {
              switch (IngestPipeline.admitted(result)) {
                case Rejected rejected -> read.add(new AnalysisResult.Refused(rejected));
                case ReadResult.Skipped skipped -> read.add(new AnalysisResult.Skipped(skipped));
                case ReadResult.Warned warned -> warnings.add(warned.reason());
                case ReadResult.Accepted(Article article) ->
                    read.add(OrderedAnalysis.unlessUnchanged(known, held, preparation, article));
              }
            });
    return new SlicedWrite.Read(read.getFirst(), List.copyOf(warnings));
  }

  private ArticleAnalyzer analyzer() throws IOException {
    return analyzer.get(analysis::open);
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
}
