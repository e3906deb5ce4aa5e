package org.onrecord.schema;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.onrecord.article.Publication;
import org.onrecord.article.Publication.Hold;

/**
 * What an archive holds of an article after it came, where it may have held one with its id.
 *
 * <ul>
 *   <li>An older version than the one that is held never takes its place.
 *   <li>What was withheld or canceled stays so until a newer version says otherwise; where versions
 *       cannot be compared, nothing is newer.
 *   <li>Of an article that is withheld, canceled or embargoed there is its article document and
 *       nothing else, and of the first two not even a text.
 *   <li>What was published when its embargo ended stays published, also by a clock that goes wrong.
 * </ul>
 */
public sealed interface Succession {

  /** The article is taken and shown. */
  record Shown(ArchivedArticle article) implements Succession {}

  /** It is taken, and this kept of it while it is not shown. */
  record Held(ArchivedArticle article) implements Succession {}

  /** It is not taken: what is held is newer. */
  record Older() implements Succession {}

  /** It is not taken: it was withheld or canceled, and this version is not known to be newer. */
  record Withdrawn() implements Succession {}

  /**
   * Decides.
   *
   * @param before the article document that is held; what older programs took in may say anything
   * @throws IllegalArgumentException if what the article says of its publication is not understood
   */
  static Succession of(ArchivedArticle article, Optional<ArticleDocument> before, Instant now) {
    Publication next = article.received().publication().understood();
    if (before.isPresent()) {
      Publication held = before.get().received().publication();
      OptionalInt order =
          next.version() == null ? OptionalInt.empty() : next.version().compare(held.version());
      if (order.isPresent() && order.getAsInt() < 0) {
        return new Older();
      }
      boolean newer = order.isPresent() && order.getAsInt() > 0;
      if (held.isKilled() && !next.isKilled() && !newer) {
        return new Withdrawn();
      }
      if (next.hold(now).equals(Optional.of(Hold.EMBARGOED))
          && before.get().held() == null
          && next.embargoed() != null
          && next.embargoed().equals(held.embargoed())) {
        return new Shown(article);
      }
    }
    Optional<Hold> hold = next.hold(now);
    return hold.isEmpty()
        ? new Shown(article)
        : new Held(ArchivedArticle.of(article.document().held(hold.get(), before)));
  }
}
