package org.onrecord.backend.lucene.facet;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.util.FixedBitSet;
import org.onrecord.backend.lucene.query.CopiesAmong;
import org.onrecord.backend.lucene.query.Hits;
import org.onrecord.backend.lucene.query.LongSet;
import org.onrecord.backend.lucene.query.SegmentHits;
import org.onrecord.search.DateInterval;
import org.onrecord.search.FacetCounts;

/**
 * Counts hits by day, then days by interval. Days lie in pages, so that a hit costs no look-up
 * where dates are near. A passage whose copies are folded counts once an interval.
 */
public final class DateHistogram {
  private static final int PAGE_BITS = 9;

  /** The page of the year 1600 or so, by its number. */
  private static final int FIRST_PAGE = -264;

  /** Pages up to the year 2300 or so, most of which are not there. */
  private final int[][] pages = new int[500][];

  /** The others, by their numbers. */
  private final Map<Integer, int[]> others = new TreeMap<>();

  private final DateInterval interval;

  private DateHistogram(DateInterval interval) {
    this.interval = interval;
  }

  /**
   * Counts hits.
   *
   * @param copies those among the hits, of which a passage counts once an interval; none where each
   *     counts
   */
  public static FacetCounts.Dates of(
      FacetColumns columns, Hits hits, CopiesAmong copies, DateInterval interval)
      throws IOException {
    DateHistogram histogram = new DateHistogram(interval);
    for (LeafReaderContext leaf : hits.leaves()) {
      if (hits.in(leaf).count() > 0) {
        histogram.count(hits.in(leaf), columns.days(leaf.reader()).days());
      }
    }
    TreeMap<LocalDate, Long> counts = histogram.byInterval();
    histogram.takeCopies(counts, columns, hits.leaves(), copies);
    List<FacetCounts.Bucket> buckets = new ArrayList<>();
    counts.forEach((from, count) -> buckets.add(new FacetCounts.Bucket(from, count)));
    return new FacetCounts.Dates(interval, buckets);
  }

  private void count(SegmentHits hits, int[] days) {
    FixedBitSet many = hits.bits();
    if (many == null) {
      int[] few = hits.list();
      for (int i = 0, size = hits.count(); i < size; i++) {
        countDay(days[few[i]]);
      }
      return;
    }
    long[] words = many.getBits();
    for (int i = 0; i < words.length; i++) {
      for (long left = words[i]; left != 0; left &= left - 1) {
        countDay(days[(i << 6) + Long.numberOfTrailingZeros(left)]);
      }
    }
  }

  private void takeCopies(
      TreeMap<LocalDate, Long> counts,
      FacetColumns columns,
      List<LeafReaderContext> leaves,
      CopiesAmong copies)
      throws IOException {
    LongSet seen = new LongSet();
    for (int i = 0; i < copies.size(); i++) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(copies.docs()[i], leaves));
      int day = columns.days(leaf.reader()).days()[copies.docs()[i] - leaf.docBase];
      if (day != DayColumn.NONE) {
        LocalDate from = interval.start(LocalDate.ofEpochDay(day));
        if (!seen.add(LongSet.mixed(copies.keys()[i], from.toEpochDay()))) {
          counts.merge(from, -1L, Long::sum);
        }
      }
    }
  }

  private void countDay(int day) {
    int place = (day >> PAGE_BITS) - FIRST_PAGE;
    int[] page = place >= 0 && place < pages.length ? pages[place] : null;
    if (page == null) {
      if (day == DayColumn.NONE) {
        return;
      }
      page = newPage(place);
    }
    page[day & (1 << PAGE_BITS) - 1]++;
  }

  private int[] newPage(int place) {
    if (place < 0 || place >= pages.length) {
      return others.computeIfAbsent(place + FIRST_PAGE, _ -> new int[1 << PAGE_BITS]);
    }
    pages[place] = new int[1 << PAGE_BITS];
    return pages[place];
  }

  private TreeMap<LocalDate, Long> byInterval() {
    Map<Integer, int[]> all = new TreeMap<>(others);
    for (int i = 0; i < pages.length; i++) {
      if (pages[i] != null) {
        all.put(i + FIRST_PAGE, pages[i]);
      }
    }
    TreeMap<LocalDate, Long> counts = new TreeMap<>();
    LocalDate from = LocalDate.EPOCH;
    long end = Long.MIN_VALUE;
    long count = 0;
    for (Map.Entry<Integer, int[]> each : all.entrySet()) {
      int[] days = each.getValue();
      for (int i = 0; i < days.length; i++) {
        if (days[i] > 0) {
          long day = ((long) each.getKey() << PAGE_BITS) + i;
          if (day >= end) {
            put(counts, from, count);
            count = 0;
            from = interval.start(LocalDate.ofEpochDay(day));
            end = interval.next(from).toEpochDay();
          }
          count += days[i];
        }
      }
    }
    put(counts, from, count);
    return counts;
  }

  private static void put(Map<LocalDate, Long> counts, LocalDate from, long count) {
    if (count > 0) {
      counts.put(from, count);
    }
  }
}
