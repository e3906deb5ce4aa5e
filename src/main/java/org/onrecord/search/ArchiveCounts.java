package org.onrecord.search;

/** How much an archive holds. */
public record ArchiveCounts(long articles, long paragraphs, long quotations) {}
