package org.onrecord.http;

import java.io.IOException;
import java.util.Optional;
import org.onrecord.article.ArticleId;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.search.SearchService;

/** Finds articles by the id in an address, which may be none that an article can have. */
public final class ArticleIds {
  private ArticleIds() {}

  /** The article; none either where no article could have that id. */
  public static Optional<ArchivedArticle> find(SearchService service, String id)
      throws IOException {
    Optional<ArticleId> valid = valid(id);
    return valid.isPresent() ? service.article(valid.get()) : Optional.empty();
  }

  /** The id, unless no article could have it. */
  public static Optional<ArticleId> valid(String id) {
    try {
      return Optional.of(new ArticleId(id));
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }
}
