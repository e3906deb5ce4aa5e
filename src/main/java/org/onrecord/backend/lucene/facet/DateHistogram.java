package org.onrecord.backend.lucene.facet;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.query.Deadline;
import org.onrecord.search.CopyMode;
import org.onrecord.search.DateInterval;
import org.onrecord.search.FacetCounts;

/**
 * Counts hits by day, then days by interval. Days lie in pages, so that a hit costs no look-up
 * where dates are near. A passage whose copies are folded counts once an interval.
 */
public final class DateHistogram {
  private static final int PAGE_BITS = 9;

  private final Map<Long, long[]> pages = new HashMap<>();
  private long pageNumber;
  private long[] page;

  private final DateInterval interval;
  private final CopyMode copies;
  private final LongSet seen = new LongSet();

  private DateHistogram(DateInterval interval, CopyMode copies) {
    this.interval = interval;
    this.copies = copies;
    page = pageOf(0);
  }

  public static FacetCounts.Dates of(
      FacetsCollector hits, DateInterval interval, CopyMode copies, Deadline deadline)
      throws IOException {
    DateHistogram histogram = new DateHistogram(interval, copies);
    for (MatchingDocs segment : hits.getMatchingDocs()) {
      deadline.check();
      histogram.count(segment);
    }
    return new FacetCounts.Dates(interval, histogram.buckets());
  }

  private void count(MatchingDocs segment) throws IOException {
    DocIdSetIterator docs = segment.bits().iterator();
    if (docs == null) {
      return;
    }
    SortedNumericDocValues days =
        DocValues.getSortedNumeric(segment.context().reader(), Fields.DATE);
    NumericDocValues keys =
        switch (copies) {
          case FOLD -> DocValues.getNumeric(segment.context().reader(), Fields.PASSAGE);
          case UNFOLD -> DocValues.emptyNumeric();
        };
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      if (days.advanceExact(doc)) {
        long day = days.nextValue();
        if (!keys.advanceExact(doc) || isFirst(keys.longValue(), day)) {
          count(day);
        }
      }
    }
  }

  private boolean isFirst(long key, long day) {
    return seen.add(LongSet.mixed(key, start(LocalDate.ofEpochDay(day)).toEpochDay()));
  }

  private void count(long day) {
    long number = day >> PAGE_BITS;
    if (number != pageNumber) {
      page = pageOf(number);
    }
    page[(int) (day - (number << PAGE_BITS))]++;
  }

  private long[] pageOf(long number) {
    pageNumber = number;
    return pages.computeIfAbsent(number, _ -> new long[1 << PAGE_BITS]);
  }

  private List<FacetCounts.Bucket> buckets() {
    TreeMap<LocalDate, Long> counts = new TreeMap<>();
    pages.forEach(
        (number, days) -> {
          for (int i = 0; i < days.length; i++) {
            if (days[i] > 0) {
              LocalDate day = LocalDate.ofEpochDay((number << PAGE_BITS) + i);
              counts.merge(start(day), days[i], Long::sum);
            }
          }
        });
    List<FacetCounts.Bucket> buckets = new ArrayList<>();
    counts.forEach((from, count) -> buckets.add(new FacetCounts.Bucket(from, count)));
    return buckets;
  }

  private LocalDate start(LocalDate day) {
    return switch (interval) {
      case DAY -> day;
      case MONTH -> day.withDayOfMonth(1);
      case YEAR -> day.withDayOfYear(1);
    };
  }
}
