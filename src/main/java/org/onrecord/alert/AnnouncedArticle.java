package org.onrecord.alert;

import org.onrecord.article.ArticleId;

/** That something came of an article. */
public record AnnouncedArticle(Kind kind, ArticleId article) {
  /** What came of it. */
  public enum Kind {
    /** It is shown for the first time, or again. */
    SHOWN,
    /** It was shown already, and says something else, or the same, now. */
    CHANGED,
    /** It is shown no longer: withheld, canceled, embargoed or taken out. */
    GONE
  }
}
