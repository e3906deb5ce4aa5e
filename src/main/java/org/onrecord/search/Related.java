package org.onrecord.search;

/**
 * Other words that the archive's own texts give for what was typed.
 *
 * @param text as the texts write it, "Affordable Care Act"
 * @param articles in how many of the articles that were read they are given
 * @param paragraphs how many paragraphs have these words
 */
public record Related(String text, int articles, long paragraphs) {}
