package org.onrecord.backup;

/**
 * What a backup came to.
 *
 * @param copiedFiles how many of its files no earlier backup had
 * @param copiedBytes their length
 */
public record BackupReport(Generation generation, int copiedFiles, long copiedBytes) {}
