package org.onrecord.search;

import java.util.List;
import java.util.Map;

/**
 * How often words stand in what each of several searches finds, and in what only the others find.
 *
 * @param searches in the order in which they were given
 * @param words how many words the archive has in all
 * @param everywhere how large a part of all words of the archive each word is, 0 to 1
 */
public record WordTallies(List<Tally> searches, long words, Map<String, Double> everywhere) {
  /** How many searches are held apart at the most. */
  public static final int MOST_SEARCHES = 8;

  public WordTallies {
    searches = List.copyOf(searches);
    everywhere = Map.copyOf(everywhere);
  }

  /**
   * Of one search.
   *
   * @param words how many words its hits have in all; of long texts about
   * @param occurrences how often each word stands in them
   * @param otherWords how many words those hits have that others find and this one does not
   * @param otherOccurrences how often each word stands in those
   */
  public record Tally(
      long words,
      Map<String, Long> occurrences,
      long otherWords,
      Map<String, Long> otherOccurrences) {
    public Tally {
      occurrences = Map.copyOf(occurrences);
      otherOccurrences = Map.copyOf(otherOccurrences);
    }
  }
}
