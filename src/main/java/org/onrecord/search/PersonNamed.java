package org.onrecord.search;

/**
 * Somebody whom words of a query name.
 *
 * @param words as they were typed
 * @param name as the archive has it, the value of the facets of people
 * @param rest what else was typed, without function words; empty where the name is all
 * @param paragraphs how many paragraphs they speak in or are spoken of, at least one
 */
public record PersonNamed(String words, String name, String rest, long paragraphs) {}
