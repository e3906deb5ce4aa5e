package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.ingest.PreparedArticle;
import org.onrecord.ingest.Rebuilding;
import org.onrecord.ingest.StoredArticles;
import org.onrecord.people.NameSource;
import org.onrecord.schema.ArchivedArticle;

/**
 * An archive on a cluster that is made anew in another index, while others read and write the one
 * that counts. What they write is made anew round after round, the last of them in this program's
 * own turn to write, at whose end the other index counts, in one step. Safe for use by several
 * threads.
 */
public final class ClusterRebuilding implements Rebuilding {
  /** So few articles are made anew in the turn, while others wait. */
  private static final int FEW = 200;

  /** After so many rounds the turn is taken, however many articles came. */
  private static final int MOST_ROUNDS = 10;

  private final Epochs epochs;
  private final OpenSearchArchive.Terms terms;
  private final ControlDocument control;
  private final ClusterBlock.Preparation preparation;
  private final IndexMaking making;
  private final IndexFill fill;
  private long followed;
  private int rounds;
  private @Nullable WritingTurn turn;

  private ClusterRebuilding(
      Epochs epochs, OpenSearchArchive.Terms terms, NameSource names, IndexMaking making) {
    this.preparation = new ClusterBlock.Preparation(names);
    this.epochs = epochs;
    this.terms = terms;
    this.control = epochs.control().olderToo();
    this.making = making;
    this.fill = new IndexFill(making, preparation);
    this.followed = making.begun().committed();
  }

  /**
   * Opens an archive, of this version or an older one.
   *
   * @param epochs the archive, which is closed with this
   * @param names what was decided about names
   * @throws org.onrecord.search.ArchiveUnavailableException if there is none, it is of a newer
   *     version, another program makes it anew, or the cluster cannot be reached
   */
  public static ClusterRebuilding open(
      Epochs epochs, OpenSearchArchive.Terms terms, NameSource names) throws IOException {
    try {
      return new ClusterRebuilding(epochs, terms, names, IndexMaking.begin(epochs, terms));
    } catch (IOException | RuntimeException e) {
      epochs.close();
      throw e;
    }
  }

  /** What is there, as it is when it is read. */
  @Override
  public StoredArticles stored() {
    return CurrentArticles.since(epochs, control, 0);
  }

  @Override
  public PreparedArticle prepare(ArchivedArticle article) {
    return preparation.of(article);
  }

  @Override
  public synchronized Replacement put(PreparedArticle article) throws IOException {
    fill.put(article);
    return Replacement.REPLACED;
  }

  @Override
  public boolean delete(ArticleId id) {
    throw new UnsupportedOperationException("what is made anew loses no article");
  }

  @Override
  public synchronized Optional<StoredArticles> meanwhile() throws IOException {
    if (turn != null) {
      return Optional.empty();
    }
    fill.send();
    rounds++;
    long last = followed;
    StoredArticles round = CurrentArticles.since(epochs, control, last);
    if (round.count() <= FEW || rounds >= MOST_ROUNDS) {
      turn = WritingTurn.take(control, terms.lease(), terms.patience());
    }
    Epoch now = turn == null ? control.read().value() : turn.before();
    ClusterView there = epochs.view(now);
    new ArticlesOfView(there.since(last)).each(fill::remove);
    removeGone(there, last);
    followed = now.committed();
    return Optional.of(round);
  }

  /** Of what is left, all is as it was; if it is no more, some has gone. */
  private void removeGone(ClusterView there, long last) throws IOException {
    long left = new ClusterLookup(fill.view()).articles();
    long kept =
        new ClusterLookup(there).articles() - new ClusterLookup(there.since(last)).articles();
    if (left == kept) {
      return;
    }
    ArticlesOfView known = new ArticlesOfView(there);
    Set<ArticleId> gone = new HashSet<>();
    new ArticlesOfView(fill.view())
        .each(
            some -> {
              gone.addAll(some);
              gone.removeAll(known.among(some));
            });
    fill.remove(gone);
  }

  @Override
  public synchronized long made() throws IOException {
    fill.send();
    return new ClusterLookup(fill.view()).articles();
  }

  @Override
  public synchronized void commit() throws IOException {
    if (turn == null) {
      throw new IllegalStateException("what others wrote meanwhile was not read");
    }
    fill.send();
    WritingTurn ending = turn;
    turn = null;
    try {
      Epoch before = ending.before();
      epochs.index(before).copy(ClusterArrivals.of(before), making.index());
      making.finish(ending);
    } catch (IOException | RuntimeException e) {
      try {
        ending.abort();
      } catch (IOException again) {
        e.addSuppressed(again);
      }
      throw e;
    }
    fill.settle();
  }

  /** What was not committed is gone, and the archive as it was. */
  @Override
  public synchronized void close() throws IOException {
    try (epochs) {
      making.close();
      if (turn != null) {
        turn.abort();
      }
    }
  }
}
