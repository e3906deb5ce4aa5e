package org.onrecord.attribution;

/**
 * Tokens of a paragraph.
 *
 * @param end the index after the last
 */
record TokenSpan(int first, int end) {}
