package org.onrecord.alert;

import java.util.List;
import org.onrecord.search.Hit;

/**
 * What an owner is told at a time.
 *
 * @param delivery by which a receiver knows it again when it comes twice
 * @param hits what was found and is still shown, at most {@value #MOST_HITS}
 * @param more how much else was found
 * @param gone the ids of articles that were told of and are shown no longer
 */
public record AlertMessage(
    SavedSearch search, String delivery, List<Hit> hits, long more, List<String> gone) {
  public static final int MOST_HITS = 50;

  public AlertMessage {
    hits = List.copyOf(hits);
    gone = List.copyOf(gone);
  }

  /** Whether there is nothing to tell. */
  public boolean isEmpty() {
    return hits.isEmpty() && gone.isEmpty();
  }
}
