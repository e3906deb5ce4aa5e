package org.onrecord.format;

import org.onrecord.article.Article;
import org.onrecord.article.Provenance;

/** What a reader made of one piece of its input. */
public sealed interface ReadResult {

  /** Where the piece came from. */
  Provenance provenance();

  /** An article; its date is null where the input names none. */
  record Accepted(Article article) implements ReadResult {
    @Override
    public Provenance provenance() {
      return article.provenance();
    }
  }

  /**
   * Input that was no article.
   *
   * @param reason what is wrong with it and, where that helps, what to do; without the place
   */
  record Rejected(Provenance provenance, String reason) implements ReadResult {

    /** One line for a person: {@code feed.jsonl, line 14: no date}. */
    public String sentence() {
      return provenance.place() + ": " + reason;
    }
  }
}
