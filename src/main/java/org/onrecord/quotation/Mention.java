package org.onrecord.quotation;

import org.onrecord.article.TextSpan;

/**
 * Words of an article and where they stand: a quotation's cue, or the source's words ("he", "the
 * former prime minister").
 *
 * @param paragraph the ordinal of their paragraph
 * @param span their place in it, UTF-16, end exclusive
 */
public record Mention(int paragraph, TextSpan span, String text) {}
