package org.onrecord.backend.lucene.copies;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.onrecord.article.ArticleId;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.copies.ComparedArticle;
import org.onrecord.schema.QuoteDocument;

/** What is asked of an index to find copies, in the view that it has had since it was refreshed. */
public interface CopyIndex extends Closeable {

  /**
   * The nearest copy among the articles.
   *
   * @param passed which articles do not count
   */
  Optional<NearestCopy> nearest(ComparedArticle compared, Predicate<ArticleId> passed)
      throws IOException;

  /**
   * A quotation of the index.
   *
   * @param key its {@link Fields#PASSAGE}, if it has one
   */
  record Known(QuoteDocument quote, OptionalLong key) {}

  /** Says which terms are asked for next, so that they can be looked up together. */
  default void willAsk(List<String> terms) throws IOException {}

  /**
   * A quotation with this {@link Fields#SAID} that is the wanted one, among the first that have it.
   */
  Optional<Known> quotation(String term, Predicate<QuoteDocument> wanted) throws IOException;

  /** Gives the passage with this id a key, wherever it is. */
  void giveKey(String passage, long key) throws IOException;

  /** How many articles that were written are kept at hand before the view is refreshed. */
  int mostRecent();

  /** Takes a view with everything that was written until now. */
  void refresh() throws IOException;
}
