package org.onrecord.api;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Labelled;
import org.onrecord.schema.ArticleDocument;

/**
 * What became of one article that was sent.
 *
 * @param line the line of the request on which it stands, from 1; null where it came alone, or
 *     where it tells that the rest was not taken in
 * @param id what it calls itself; null where it was refused and that is not known
 * @param version a digest of the article as received
 * @param reason why it was refused
 * @param warnings what is to be known of how it was read, clauses
 */
public record WrittenBody(
    @Nullable Long line,
    @Nullable String id,
    Status status,
    @Nullable String version,
    @Nullable Integer paragraphs,
    @Nullable Integer quotations,
    @Nullable String reason,
    List<String> warnings,
    ArticleBody.@Nullable SelfBody links) {
  public WrittenBody {
    warnings = List.copyOf(warnings);
  }

  /** What became of it. */
  public enum Status implements Labelled {
    ADDED,
    REPLACED,
    /** It was there already, just so; nothing was written. */
    UNCHANGED,
    /** It is kept, and not shown: withheld, canceled or embargoed. */
    HELD,
    REFUSED,
    /** None of it, nor of what came after it, was looked at: the request failed there. */
    FAILED;

    /** The name in answers: {@code added}. */
    @Override
    @JsonValue
    public String label() {
      return Labelled.super.label();
    }
  }

  /** An article that is in the index now. */
  public static WrittenBody taken(
      @Nullable Long line, Status status, ArticleDocument article, List<String> warnings) {
    ArticleId id = article.article().id();
    boolean shown = status != Status.HELD;
    return new WrittenBody(
        line,
        id.value(),
        status,
        article.article().version(),
        shown ? article.paragraphs() : 0,
        shown ? article.quotations() : 0,
        null,
        warnings,
        new ArticleBody.SelfBody(Links.article(id)));
  }

  /** Where a request failed; what was told before is safe. */
  public static WrittenBody failed(String reason) {
    return new WrittenBody(null, null, Status.FAILED, null, null, null, reason, List.of(), null);
  }

  /** One that is not. */
  public static WrittenBody refused(long line, @Nullable String id, String reason) {
    return new WrittenBody(line, id, Status.REFUSED, null, null, null, reason, List.of(), null);
  }
}
