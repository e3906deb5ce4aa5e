package org.onrecord.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.format.ArticleFeed;
import org.onrecord.format.ArticleFormat;
import org.onrecord.format.ArticleInput;
import org.onrecord.format.JsonDocument;
import org.onrecord.format.ReadResult.Rejected;
import org.onrecord.schema.ArticleDocument;

/**
 * Puts articles into an index and takes them out, while it is searched. One write at a time: each
 * opens the index, commits and closes it again, so that other processes can write in between. What
 * fails leaves the index as it was. Safe for use by several threads.
 */
public final class ArticleDesk {
  /** The name of what is sent, in messages and as provenance. */
  public static final String NAME = "request";

  /** Opens the index for a write. */
  @FunctionalInterface
  public interface Opening {

    /**
     * Opens it; searches see from then on what others committed before.
     *
     * @throws IOException if another process is writing to it, or it cannot be written
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
   * @param patience how long a write waits for others
   */
  public record Limits(int articles, Duration patience) {
    public static final Limits DEFAULT = new Limits(10_000, Duration.ofSeconds(10));

    public Limits {
      if (articles < 1 || patience.isNegative()) {
        throw new IllegalArgumentException("articles " + articles + ", patience " + patience);
      }
    }
  }

  private static final IngestSettings ALL_OR_NOTHING =
      new IngestSettings(IngestSettings.DEFAULT.threads(), Integer.MAX_VALUE, 0);

  private final Opening index;
  private final Analysis analysis;
  private final Limits limits;
  private final InstantSource clock;
  private final ReentrantLock writing = new ReentrantLock(true);
  private @Nullable ArticleAnalyzer analyzer;

  /**
   * A desk.
   *
   * @param analysis is asked once, when the first article comes
   */
  public ArticleDesk(Opening index, Analysis analysis, Limits limits, InstantSource clock) {
    this.index = index;
    this.analysis = analysis;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Puts one article in, in place of that with its id, if there is one.
   *
   * @param json an object with the members of a line of JSON Lines; it may leave out the id
   * @throws ConditionFailedException if the condition does not hold; nothing was written
   */
  public ArticleOutcome put(ArticleId id, byte[] json, Condition condition) throws IOException {
    return run(results -> results.accept(JsonDocument.read(json, id, NAME)), condition).getFirst();
  }

  /**
   * Puts articles in, each in place of that with its id, all with one commit.
   *
   * @param lines JSON Lines
   * @return what became of each, in order; blank lines do not count
   * @throws TooManyArticlesException if they are more than the limit; none was taken
   */
  public List<ArticleOutcome> putAll(InputStream lines) throws IOException {
    ArticleInput input = new ArticleInput(NAME, Optional.empty(), lines);
    return run(
        results -> {
          try {
            int[] count = {0};
            ArticleFormat.JSONL
                .reader()
                .read(
                    input,
                    result -> {
                      if (++count[0] > limits.articles()) {
                        throw new TooManyArticlesException(limits.articles());
                      }
                      results.accept(result);
                    });
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        Condition.NONE);
  }

  /**
   * Takes an article out, with every trace of it.
   *
   * @return whether there was one
   * @throws ConditionFailedException if the condition does not hold; nothing was written
   */
  public boolean delete(ArticleId id, Condition condition) throws IOException {
    return alone(
        condition,
        sink -> {
          boolean known = sink.replace(id, List.of()) == DocumentSink.Replacement.REPLACED;
          if (known) {
            sink.commit();
          }
          return known;
        });
  }

  private List<ArticleOutcome> run(ArticleFeed feed, Condition condition) throws IOException {
    ArticleAnalyzer reading = analyzer();
    return alone(
        condition,
        sink -> {
          Outcomes outcomes = new Outcomes();
          new IngestPipeline(reading, ALL_OR_NOTHING, clock).run(feed, sink, outcomes);
          return List.copyOf(outcomes.list);
        });
  }

  private synchronized ArticleAnalyzer analyzer() throws IOException {
    ArticleAnalyzer known = analyzer;
    if (known == null) {
      known = analysis.open();
      analyzer = known;
    }
    return known;
  }

  /** What is done to the index while nobody else writes to it. */
  @FunctionalInterface
  public interface Write<T> {

    /** Writes and commits; what it does not commit is not kept. */
    T to(DocumentSink sink) throws IOException;
  }

  /**
   * Carries out one write while nobody else writes; searches see everything that was written
   * before.
   *
   * @throws ConditionFailedException if the condition does not hold; nothing was written
   * @throws ArchiveBusyException if others have written for too long
   */
  public <T> T alone(Condition condition, Write<T> write) throws IOException {
    try {
      if (!writing.tryLock(limits.patience().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new ArchiveBusyException();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
    try (DocumentSink sink = index.open()) {
      if (!condition.holds()) {
        throw new ConditionFailedException();
      }
      return write.to(sink);
    } finally {
      writing.unlock();
    }
  }

  private static final class Outcomes implements IngestListener {
    private final List<ArticleOutcome> list = new ArrayList<>();

    @Override
    public void progress(long articles) {}

    @Override
    public void failed(AnalysisResult.Failed failure) {}

    @Override
    public void taken(ArticleDocument article, DocumentSink.Replacement replacement) {
      list.add(new ArticleOutcome.Taken(article, replacement));
    }

    @Override
    public void refused(Rejected rejected) {
      list.add(new ArticleOutcome.Refused(rejected.provenance().line(), rejected.reason()));
    }
  }
}
