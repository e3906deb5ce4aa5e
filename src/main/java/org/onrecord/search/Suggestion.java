package org.onrecord.search;

/**
 * A word that finds nothing, and one of the archive that is nearly spelt so.
 *
 * @param word the word as typed
 * @param instead the other word
 * @param q the query with the other word
 */
public record Suggestion(String word, String instead, String q) {}
