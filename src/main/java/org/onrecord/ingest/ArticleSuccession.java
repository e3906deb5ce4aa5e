package org.onrecord.ingest;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.onrecord.article.ArticleId;
import org.onrecord.ingest.DocumentSink.Replacement;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.Succession;

/**
 * Decides for an engine what an article that comes does to what the index has of it, by what was
 * committed and by what came since ({@link Succession}). Not safe for use by several threads: the
 * engine sees to it that articles come one after the other.
 */
public final class ArticleSuccession {
  private final Store store;
  private final InstantSource clock;

  /**
   * Articles that came since the last commit, each without its text; empty where it was taken out.
   */
  private final Map<ArticleId, Optional<ArticleDocument>> uncommitted = new ConcurrentHashMap<>();

  /** What an engine does with one article. */
  public interface Store {

    /** The article's document as of the last commit, be it shown or not. */
    Optional<ArticleDocument> committed(ArticleId id) throws IOException;

    /** The whole article as of the last commit, where it is shown, as it was worked out. */
    Optional<ArchivedArticle> shown(ArticleId id) throws IOException;

    /**
     * Writes an article in place of that with its id.
     *
     * @param prepared what was prepared, perhaps of the article before something was decided
     */
    void write(ArchivedArticle article, PreparedArticle prepared) throws IOException;

    /** Removes an article. */
    void remove(ArticleId id) throws IOException;

    /**
     * Words that were in the index are to be in no file of it any more, sooner or later: called
     * before the article with them is written without them, or removed.
     */
    void purge();
  }

  /**
   * A way to decide.
   *
   * @param clock tells what is embargoed
   */
  public ArticleSuccession(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** As {@link DocumentSink#put}. */
  public Replacement put(PreparedArticle prepared) throws IOException {
    ArchivedArticle article = prepared.article();
    Optional<ArticleDocument> before = before(article.id());
    return switch (Succession.of(article, before, clock.instant())) {
      case Succession.Older _ -> Replacement.OLDER;
      case Succession.Withdrawn _ -> Replacement.WITHDRAWN;
      case Succession.Held(ArchivedArticle held) -> {
        if (before.isPresent()) {
          store.purge();
        }
        write(held, prepared);
        yield Replacement.HELD;
      }
      case Succession.Shown(ArchivedArticle shown) -> {
        write(before.isPresent() ? settled(shown) : shown, prepared);
        yield before.isPresent() ? Replacement.REPLACED : Replacement.ADDED;
      }
    };
  }

  /** Addresses are settled by what readers were shown: what was never committed had none. */
  private ArchivedArticle settled(ArchivedArticle article) throws IOException {
    return store
        .shown(article.id())
        .map(before -> QuotationAddresses.settled(before, article, clock.instant()))
        .orElse(article);
  }

  /** As {@link DocumentSink#delete}. */
  public boolean delete(ArticleId id) throws IOException {
    boolean there = before(id).isPresent();
    if (there) {
      store.purge();
    }
    store.remove(id);
    uncommitted.put(id, Optional.empty());
    return there;
  }

  /** Whether something came of an article since the last commit. Safe on any thread. */
  public boolean isUnderWay(ArticleId id) {
    return uncommitted.containsKey(id);
  }

  /** Everything that came is committed, or gone. */
  public void committed() {
    uncommitted.clear();
  }

  private Optional<ArticleDocument> before(ArticleId id) throws IOException {
    Optional<ArticleDocument> known = uncommitted.get(id);
    return known == null ? store.committed(id) : known;
  }

  private void write(ArchivedArticle article, PreparedArticle prepared) throws IOException {
    store.write(article, prepared);
    uncommitted.put(article.id(), Optional.of(article.document().withoutText()));
  }
}
