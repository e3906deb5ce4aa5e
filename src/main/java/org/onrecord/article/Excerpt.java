package org.onrecord.article;

/**
 * Words of an article and where they stand.
 *
 * @param text the words
 * @param paragraph the ordinal of their paragraph; 0 is the headline
 * @param span their place in that paragraph, UTF-16, end exclusive
 */
public record Excerpt(String text, int paragraph, TextSpan span) {}
