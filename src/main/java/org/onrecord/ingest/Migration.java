package org.onrecord.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Publication.Hold;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArticleDocument;

/**
 * Makes one index hold what another holds, article by article as it was worked out, and looks
 * afterwards whether each of them is the same in both. What is the same already is not written: who
 * does it again, when some have come meanwhile, writes those alone.
 */
public final class Migration {
  /** After so many articles what was written is committed. */
  private static final int COMMIT_EVERY = 2_000;

  /** How many articles that differ are named. */
  private static final int MOST_NAMED = 20;

  private final InstantSource clock;

  /** The index that is written. */
  public interface Target {
    /** Opens it for writing, and makes it where there is none. */
    DocumentSink open() throws IOException;

    /** What it holds; there is one. */
    StoredArticles stored() throws IOException;
  }

  /**
   * What was done.
   *
   * @param articles how many there are
   * @param written how many were written
   * @param removed how many were taken out, which the other has not
   * @param waiting how many were left, since their embargo has just ended: the index that they are
   *     in shows them first
   * @param differing how many are not the same now
   * @param named the ids of some of these
   */
  public record Report(
      long articles,
      long written,
      long removed,
      long waiting,
      long differing,
      List<ArticleId> named) {}

  public Migration(InstantSource clock) {
    this.clock = clock;
  }

  /** Counts while it writes. */
  private static final class Counts {
    private final Set<ArticleId> seen = new HashSet<>();
    private final Map<ArticleId, ArticleDocument> held = new HashMap<>();
    private final Set<ArticleId> waiting = new HashSet<>();
    private long written;
    private long removed;
  }

  /**
   * Does it.
   *
   * @param progress is told after each article how many there were
   */
  public Report run(StoredArticles from, Target target, LongConsumer progress) throws IOException {
    Counts counts = new Counts();
    target.open().close();
    try (DocumentSink sink = target.open();
        StoredArticles before = target.stored()) {
      each(from, article -> write(article, from, before, sink, counts, progress));
      each(before, article -> remove(article, sink, counts));
      sink.commit();
      sink.settle();
    }
    try (StoredArticles after = target.stored()) {
      return compared(from, after, counts);
    }
  }

  /** What is done with one article. */
  @FunctionalInterface
  private interface Step {
    void take(ArticleDocument article) throws IOException;
  }

  private static void each(StoredArticles stored, Step step) throws IOException {
    Consumer<ArticleDocument> unchecked =
        article -> {
          try {
            step.take(article);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
    try {
      stored.forEach(unchecked);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void write(
      ArticleDocument article,
      StoredArticles from,
      StoredArticles before,
      DocumentSink sink,
      Counts counts,
      LongConsumer progress)
      throws IOException {
    ArticleId id = article.article().id();
    counts.seen.add(id);
    ArchivedArticle whole = ArchivedArticle.of(article);
    if (article.held() != null) {
      counts.held.put(id, article);
      if (isDue(article)) {
        counts.waiting.add(id);
        return;
      }
    } else {
      whole = from.shown(id).orElseThrow(() -> new IOException(id + " is not whole"));
      if (before.shown(id).equals(Optional.of(whole))) {
        progress.accept(counts.seen.size());
        return;
      }
    }
    // In place of another version it would get the addresses that quotations had in that.
    sink.delete(id);
    sink.put(whole);
    counts.written++;
    if (counts.written % COMMIT_EVERY == 0) {
      sink.commit();
    }
    progress.accept(counts.seen.size());
  }

  private boolean isDue(ArticleDocument article) {
    return article.held() == Hold.EMBARGOED
        && article.received().publication().hold(clock.instant()).isEmpty();
  }

  private static void remove(ArticleDocument article, DocumentSink sink, Counts counts)
      throws IOException {
    if (!counts.seen.contains(article.article().id())) {
      sink.delete(article.article().id());
      counts.removed++;
    }
  }

  private static Report compared(StoredArticles from, StoredArticles after, Counts counts)
      throws IOException {
    Set<ArticleId> left = new HashSet<>(counts.seen);
    left.removeAll(counts.waiting);
    List<ArticleId> differing = new ArrayList<>();
    each(
        after,
        article -> {
          ArticleId id = article.article().id();
          boolean same =
              article.held() == null
                  ? after.shown(id).isPresent() && after.shown(id).equals(from.shown(id))
                  : article.equals(counts.held.get(id));
          if (!same || !left.remove(id)) {
            differing.add(id);
          }
        });
    differing.addAll(left);
    return new Report(
        counts.seen.size(),
        counts.written,
        counts.removed,
        counts.waiting.size(),
        differing.size(),
        differing.stream().limit(MOST_NAMED).toList());
  }
}
