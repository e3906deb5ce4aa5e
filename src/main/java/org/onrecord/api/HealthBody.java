package org.onrecord.api;

import org.onrecord.article.ProgramVersion;
import org.onrecord.search.ArchiveCounts;

/**
 * Whether the service can answer, and from how much.
 *
 * @param status {@code up}: a service that cannot answer says so by a problem instead
 * @param version the program's, {@code 0.2.0}
 */
public record HealthBody(
    String status, String version, long articles, long paragraphs, long quotations) {
  public static HealthBody up(ArchiveCounts counts) {
    return new HealthBody(
        "up", ProgramVersion.CURRENT, counts.articles(), counts.paragraphs(), counts.quotations());
  }
}
