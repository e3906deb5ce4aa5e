package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.ingest.StoredArticles;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArticleDocument;
import tools.jackson.databind.JsonNode;

/** The articles of an archive on a cluster, as of one commit, in the order of their ids. */
public final class ClusterStoredArticles implements StoredArticles {
  private static final int PAGE = 500;

  private final Epochs epochs;
  private final ClusterLookup lookup;

  private ClusterStoredArticles(Epochs epochs, ClusterView view) {
    this.epochs = epochs;
    this.lookup = new ClusterLookup(view);
  }

  /**
   * Those of the last commit, of an archive of this version or an older one.
   *
   * @throws org.onrecord.search.ArchiveUnavailableException if there is no archive, or it cannot be
   *     reached
   */
  public static ClusterStoredArticles open(Epochs epochs) throws IOException {
    ControlDocument control = epochs.control().olderToo();
    return new ClusterStoredArticles(epochs, epochs.view(control.read().value()));
  }

  @Override
  public long count() throws IOException {
    return lookup.articles();
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
      after = lookup.articles(PAGE, after, action);
    } while (after != null);
  }

  @Override
  public Optional<ArchivedArticle> shown(ArticleId id) throws IOException {
    return lookup.article(id);
  }

  @Override
  public void close() {
    epochs.cluster().close();
  }
}
