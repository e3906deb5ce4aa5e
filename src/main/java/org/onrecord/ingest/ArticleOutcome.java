package org.onrecord.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.schema.ArticleDocument;

/** What became of one article that was sent to an index. */
public sealed interface ArticleOutcome {

  /**
   * It is in the index, safe and visible.
   *
   * @param line where in the request it stands, from 1; 0 where it came alone
   * @param warnings what whoever sent it should know of how it was read; clauses
   */
  record Taken(
      long line,
      ArticleDocument article,
      DocumentSink.Replacement replacement,
      List<String> warnings)
      implements ArticleOutcome {
    public Taken {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * It is not, because of what the archive holds of it: a newer version, or that it was withheld or
   * canceled.
   *
   * @param line where in the request it stands, from 1; 0 where it came alone
   */
  record Stale(long line, ArticleId id, String reason) implements ArticleOutcome {}

  /**
   * It is not; what the index had of it before stays.
   *
   * @param line where in the request it stands, from 1; 0 where it came alone
   * @param id what it calls itself; null where that is not known
   * @param reason what is wrong with it
   */
  record Refused(long line, @Nullable String id, String reason) implements ArticleOutcome {}
}
