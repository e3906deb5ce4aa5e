package org.onrecord.schema;

import java.time.Instant;
import java.util.List;
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
 *
 * @param documents what is to be held in place of what was; empty where nothing changes
 */
public record Succession(Verdict verdict, List<? extends ArchiveDocument> documents) {
  /** Whether the article is taken. */
  public enum Verdict {
    SHOWN,
    HELD,
    OLDER,
    WITHDRAWN
  }

  public Succession {
    documents = List.copyOf(documents);
  }

  /**
   * Decides.
   *
   * @param documents an article's, its article document among them
   * @param before the article document that is held
   */
  public static Succession of(
      List<? extends ArchiveDocument> documents, Optional<ArticleDocument> before, Instant now) {
    Optional<ArticleDocument> article =
        documents.stream()
            .filter(ArticleDocument.class::isInstance)
            .map(ArticleDocument.class::cast)
            .findFirst();
    if (article.isEmpty()) {
      return new Succession(Verdict.SHOWN, documents);
    }
    Publication next = Publication.of(article.get().received().extra());
    if (before.isPresent()) {
      Publication held = held(before.get());
      OptionalInt order =
          next.version() == null ? OptionalInt.empty() : next.version().compare(held.version());
      if (order.isPresent() && order.getAsInt() < 0) {
        return new Succession(Verdict.OLDER, List.of());
      }
      boolean newer = order.isPresent() && order.getAsInt() > 0;
      if (held.isKilled() && !next.isKilled() && !newer) {
        return new Succession(Verdict.WITHDRAWN, List.of());
      }
      if (next.hold(now).equals(Optional.of(Hold.EMBARGOED))
          && before.get().held() == null
          && next.embargoed() != null
          && next.embargoed().equals(held.embargoed())) {
        return new Succession(Verdict.SHOWN, documents);
      }
    }
    Optional<Hold> hold = next.hold(now);
    return hold.isEmpty()
        ? new Succession(Verdict.SHOWN, documents)
        : new Succession(Verdict.HELD, List.of(article.get().held(hold.get(), before)));
  }

  /** What older programs took in may say anything. */
  private static Publication held(ArticleDocument before) {
    try {
      return Publication.of(before.received().extra());
    } catch (IllegalArgumentException e) {
      return new Publication(Publication.Status.USABLE, null, null);
    }
  }
}
