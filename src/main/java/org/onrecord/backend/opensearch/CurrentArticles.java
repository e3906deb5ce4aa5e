package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.ingest.StoredArticles;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArticleDocument;
import tools.jackson.databind.JsonNode;

/**
 * The articles of an archive on a cluster that others write to meanwhile, each as it is when it is
 * read: what goes through all of them takes longer than the cluster keeps what was replaced. One
 * that is there all the time is read once.
 *
 * @param since the epoch after which they were written; 0 for all
 */
record CurrentArticles(Epochs epochs, ControlDocument control, long since, Latest latest)
    implements StoredArticles {
  private static final int PAGE = 500;

  /** How long a view is used: much shorter than what was replaced is kept. */
  private static final Duration KEPT = Duration.ofSeconds(30);

  /** The view that was made last. */
  static final class Latest {
    private @Nullable ClusterView view;
    private long made;
  }

  static CurrentArticles since(Epochs epochs, ControlDocument control, long epoch) {
    return new CurrentArticles(epochs, control, epoch, new Latest());
  }

  private ClusterView view() throws IOException {
    synchronized (latest) {
      long now = System.nanoTime();
      ClusterView view = latest.view;
      if (view == null || now - latest.made > KEPT.toNanos()) {
        view = epochs.view(control.read().value());
        latest.view = view;
        latest.made = now;
      }
      return view;
    }
  }

  private ClusterLookup narrowed() throws IOException {
    return new ClusterLookup(view().since(since));
  }

  @Override
  public long count() throws IOException {
    return new ClusterLookup(epochs.view(control.read().value()).since(since)).articles();
  }

  /** That on all nodes, with what is kept of it twice. */
  @Override
  public long bytes() throws IOException {
    return new ClusterHealth(epochs).bytes();
  }

  @Override
  public void forEach(Consumer<? super ArticleDocument> action) throws IOException {
    @Nullable JsonNode after = null;
    do {
      after = narrowed().articles(PAGE, after, action);
    } while (after != null);
  }

  @Override
  public Optional<ArchivedArticle> shown(ArticleId id) throws IOException {
    return new ClusterLookup(view()).article(id);
  }

  /** Who opened the archive closes it. */
  @Override
  public void close() {}
}
