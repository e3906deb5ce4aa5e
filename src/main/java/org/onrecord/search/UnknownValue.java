package org.onrecord.search;

import java.util.List;
import org.onrecord.schema.Facet;

/**
 * A value that a search is narrowed by, and nothing in the archive has.
 *
 * @param value as typed
 * @param like values that are written like it, of equals the most frequent first; none where there
 *     are none
 */
public record UnknownValue(Facet facet, String value, List<String> like) {
  public UnknownValue {
    like = List.copyOf(like);
  }

  /** In a sentence: {@code The archive has no party "PTTI". Did you mean PTI?} */
  public String sentence() {
    return "The archive has no "
        + facet.noun()
        + " \""
        + value
        + "\"."
        + (like.isEmpty() ? "" : " Did you mean " + String.join(", ", like) + "?");
  }
}
