package org.onrecord.search;

/**
 * Every hit of a {@link SearchRequest}; to be closed by closing {@code hits}.
 *
 * @param match the mode that found these hits
 * @param relaxed whether nothing held every word, so that {@code match} is ANY though ALL was asked
 *     for
 */
public record ExportedHits(MatchMode match, boolean relaxed, HitStream hits) {}
