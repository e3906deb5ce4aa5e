package org.onrecord.alert;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onrecord.article.ArticleId;

/** What came of articles since the last commit, once for each. Safe for use by several threads. */
public final class Announcements {
  private final Map<ArticleId, AnnouncedArticle.Kind> uncommitted = new LinkedHashMap<>();

  /** Notes it; what was shown for the first time and then changed is new. */
  public synchronized void note(ArticleId id, AnnouncedArticle.Kind kind) {
    boolean isNew =
        kind == AnnouncedArticle.Kind.CHANGED && uncommitted.get(id) == AnnouncedArticle.Kind.SHOWN;
    uncommitted.put(id, isNew ? AnnouncedArticle.Kind.SHOWN : kind);
  }

  /** Gives what was noted and forgets it. */
  public synchronized List<AnnouncedArticle> take() {
    List<AnnouncedArticle> all =
        uncommitted.entrySet().stream()
            .map(each -> new AnnouncedArticle(each.getValue(), each.getKey()))
            .toList();
    uncommitted.clear();
    return all;
  }
}
