package org.onrecord.search;

import java.util.Map;

/**
 * Words of some of what a search finds, evenly chosen among all of it.
 *
 * @param hits how many were read
 * @param words how many words they have in all
 * @param occurrences how often each word stands in them; words are without case and accents
 */
public record SampledWords(long hits, long words, Map<String, Long> occurrences) {
  public SampledWords {
    occurrences = Map.copyOf(occurrences);
  }
}
