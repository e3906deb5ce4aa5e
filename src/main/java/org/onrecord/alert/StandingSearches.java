package org.onrecord.alert;

import java.io.IOException;
import java.util.List;
import org.onrecord.article.ArticleId;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.search.AskedSearch;

/**
 * The port by which many searches are kept and articles looked at for what each of them finds: the
 * same as it would find of them in the archive. Safe for use by several threads.
 */
public interface StandingSearches {

  /**
   * A passage that a search finds.
   *
   * @param id the permalink id of the paragraph or quotation
   */
  record Passage(ArticleId article, String id, String text) {}

  /**
   * What one search finds.
   *
   * @param search under what it is kept
   * @param passages at least one, in reading order
   */
  record Match(String search, List<Passage> passages) {
    public Match {
      passages = List.copyOf(passages);
    }
  }

  /**
   * Keeps a search, in place of what was kept under its id.
   *
   * @param id under which it is kept
   */
  void put(String id, AskedSearch search) throws IOException;

  /** Keeps a search no longer. */
  void remove(String id);

  /**
   * What the searches find in some articles; those that find nothing are not told of. Copies of a
   * passage are not folded. A search that stands for too many words finds nothing.
   *
   * @param articles as they were worked out, before anything was decided about names; not many
   *     hundreds
   */
  List<Match> match(List<ArchivedArticle> articles) throws IOException;
}
