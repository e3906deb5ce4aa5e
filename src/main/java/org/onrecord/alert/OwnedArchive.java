package org.onrecord.alert;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.onrecord.article.ArticleId;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.search.AskedSearch;
import org.onrecord.search.Hit;

/**
 * The archive as owners of saved searches see it: nothing that the key with which one was saved
 * does not open now. Safe for use by several threads.
 */
public interface OwnedArchive {

  /** A search cannot be run, and why, as a sentence. */
  final class InvalidSearchException extends Exception {
    private static final long serialVersionUID = 1L;

    public InvalidSearchException(String reason) {
      super(reason);
    }

    /** Why. */
    public String reason() {
      return String.valueOf(getMessage());
    }
  }

  /**
   * What a saved search means, as the archive is now.
   *
   * @throws InvalidSearchException if it cannot be understood any more, or its owner's key does not
   *     hold
   */
  AskedSearch understood(SavedSearch search) throws IOException, InvalidSearchException;

  /**
   * What a saved search finds in one article, in reading order.
   *
   * @throws InvalidSearchException as {@link #understood} does
   */
  List<Hit> within(SavedSearch search, ArticleId article)
      throws IOException, InvalidSearchException;

  /** Whether the owner may read an article. */
  boolean shows(SavedSearch search, ArchivedArticle article) throws IOException;

  /** Sees from now on what has been committed so far, by whomever. */
  void refresh() throws IOException;

  /** An article that is shown, as it was worked out, before anything was decided about names. */
  Optional<ArchivedArticle> workedOut(ArticleId id) throws IOException;
}
