package org.onrecord.cli.option;

/**
 * What an archive takes in.
 *
 * @param free how many bytes of the index's disk are kept free
 * @param characters how many an article has at the most
 * @param paragraphs how many it has at the most
 */
public record Bounds(long free, int characters, int paragraphs) {}
