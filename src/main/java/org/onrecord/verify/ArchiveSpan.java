package org.onrecord.verify;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an archive covers, which is all that it can tell about.
 *
 * @param from the day of its earliest article; null where it has none
 * @param to the day of its newest
 * @param articles how many it has
 * @param gaps the longest stretches between them without any article, in order; at most {@value
 *     #MOST_GAPS}, each of at least {@value #GAP_DAYS} days
 */
public record ArchiveSpan(
    @Nullable LocalDate from, @Nullable LocalDate to, long articles, List<Gap> gaps) {
  public static final int MOST_GAPS = 10;
  public static final int GAP_DAYS = 28;

  public ArchiveSpan {
    gaps = List.copyOf(gaps);
  }

  /** Days without an article, both inclusive. */
  public record Gap(LocalDate from, LocalDate to) {}
}
