package org.onrecord.attribution.source;

/**
 * Tokens of a paragraph.
 *
 * @param end the index after the last
 */
record TokenSpan(int first, int end) {}
