package org.onrecord.api;

import org.onrecord.search.ArchiveCounts;

/**
 * Whether the service can answer, and from how much.
 *
 * @param status {@code up}: a service that cannot answer says so by a problem instead
 */
public record HealthBody(String status, long articles, long paragraphs, long quotations) {
  public static HealthBody up(ArchiveCounts counts) {
    return new HealthBody("up", counts.articles(), counts.paragraphs(), counts.quotations());
  }
}
