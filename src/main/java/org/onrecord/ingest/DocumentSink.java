package org.onrecord.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.schema.ArchivedArticle;

/** The port by which documents reach an index. Safe for use by several threads. */
public interface DocumentSink extends Closeable, HeldArticles {

  /** Whether an article was new to the index. */
  enum Replacement {
    ADDED,
    REPLACED,
    /** It was there already, just so: nothing was written. */
    UNCHANGED,
    /** It is kept, and nothing of it shown: withheld, canceled, or embargoed until later. */
    HELD,
    /** Not taken: the index has a newer version. */
    OLDER,
    /** Not taken: it was withheld or canceled, and this version is not known to be newer. */
    WITHDRAWN;

    /** Why it was not taken; empty where it was. */
    public Optional<String> refusal() {
      return switch (this) {
        case ADDED, REPLACED, UNCHANGED, HELD -> Optional.empty();
        case OLDER -> Optional.of("the archive has a newer version of this article");
        case WITHDRAWN ->
            Optional.of(
                "this article was withheld or canceled; a newer \"version\" can show it again, or"
                    + " delete it first");
      };
    }
  }

  /**
   * Takes an article in, in place of that with its id, all of it or nothing. Seen by searches and
   * safe from a crash only after {@link #commit()}. What the article says of its publication
   * decides whether it is taken, and whether it is shown ({@link org.onrecord.schema.Succession}).
   *
   * @throws IOException if the index cannot be written
   */
  Replacement put(PreparedArticle article) throws IOException;

  /** Takes an article in of which nothing was prepared. */
  default Replacement put(ArchivedArticle article) throws IOException {
    return put(prepare(article));
  }

  /** Does what of writing an article needs nothing of the index; on any thread. */
  default PreparedArticle prepare(ArchivedArticle article) {
    return ArticlePreparation.NONE.of(article);
  }

  /**
   * Takes an article out, with every trace of it, as of the next {@link #commit()}.
   *
   * @return whether there was one
   * @throws IOException if the index cannot be written
   */
  boolean delete(ArticleId id) throws IOException;

  @Override
  default Optional<ArchivedArticle> shown(ArticleId id) throws IOException {
    return HeldArticles.NONE.shown(id);
  }

  /** Makes everything put in and taken out so far durable and visible. */
  void commit() throws IOException;

  /**
   * Articles held back until a time that has come, the earliest first, as of the last commit.
   *
   * @param most how many at the most
   * @param but those that are not asked for
   */
  default List<Article> due(int most, Set<ArticleId> but) throws IOException {
    return List.of();
  }

  /**
   * Whether nothing is left to be done in the background; then closing loses no work. To be asked
   * when everything is committed.
   */
  default boolean settled() throws IOException {
    return true;
  }

  /**
   * Does what is left to be done in the background, and waits for it. To be asked when everything
   * is committed.
   */
  default void settle() throws IOException {}
}
