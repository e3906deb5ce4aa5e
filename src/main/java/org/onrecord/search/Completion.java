package org.onrecord.search;

import org.jspecify.annotations.Nullable;
import org.onrecord.article.Labelled;

/**
 * What a query that is being typed may become.
 *
 * @param text the name as the archive shows it, or the words as typed with the last one whole
 * @param id a party's id; null of what is none
 * @param count how many paragraphs have it, at least one
 */
public record Completion(Kind kind, String text, @Nullable String id, long count) {
  /** What is no party. */
  public Completion(Kind kind, String text, long count) {
    this(kind, text, null, count);
  }

  /** What it is. */
  public enum Kind implements Labelled {
    /** Somebody who speaks or is spoken of. */
    PERSON,
    PARTY,
    /** Words that stand side by side in a text. */
    PHRASE
  }
}
