package org.onrecord.backend.lucene.facet;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocIdSetIterator;
import org.onrecord.article.Polarity;
import org.onrecord.article.SurenessLevel;
import org.onrecord.backend.lucene.query.ArchiveSearcher;
import org.onrecord.backend.lucene.query.CopiesAmong;
import org.onrecord.backend.lucene.query.Hits;
import org.onrecord.backend.lucene.query.LongSet;
import org.onrecord.search.DateInterval;
import org.onrecord.search.DatedCounts;

/**
 * Counts hits by date and by what is told of them. A passage whose copies are folded counts once in
 * each interval, and in each once for each polarity that its copies have there.
 */
public final class DatedHits {
  private static final Polarity[] POLARITIES = Polarity.values();

  /** Where the hits themselves are counted, after those of each polarity. */
  private static final int ALL = POLARITIES.length;

  private final ArchiveSearcher searcher;
  private final FacetColumns columns;
  private final DateInterval interval;

  /** By the first day of an interval, how many hits have which byte of {@link ToldColumn}. */
  private final TreeMap<Long, int[]> intervals = new TreeMap<>();

  /** What is to be taken off for copies, by the first day: of each polarity, and of all. */
  private final Map<Long, long[]> copied = new TreeMap<>();

  private long undated;

  public DatedHits(ArchiveSearcher searcher, FacetColumns columns, DateInterval interval) {
    this.searcher = searcher;
    this.columns = columns;
    this.interval = interval;
  }

  /**
   * Counts hits.
   *
   * @param copies those among them of which a passage counts once
   * @param shown the hits without what is folded
   */
  public DatedCounts of(Hits hits, CopiesAmong copies, Hits shown) throws IOException {
    for (LeafReaderContext leaf : hits.leaves()) {
      searcher.deadline().check();
      count(leaf, hits.in(leaf).iterator());
    }
    takeCopies(hits.leaves(), copies);
    return new DatedCounts(buckets(), undated, sureness(shown));
  }

  private void count(LeafReaderContext leaf, DocIdSetIterator hits) throws IOException {
    int[] days = columns.days(leaf.reader()).days();
    byte[] told = columns.told(leaf.reader()).told();
    int lastDay = DayColumn.NONE;
    int[] counts = {};
    for (int doc = hits.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = hits.nextDoc()) {
      int day = days[doc];
      if (day == DayColumn.NONE) {
        undated++;
        continue;
      }
      if (day != lastDay) {
        lastDay = day;
        counts = intervals.computeIfAbsent(start(day), _ -> new int[ToldColumn.VALUES]);
      }
      counts[Byte.toUnsignedInt(told[doc])]++;
    }
  }

  private long start(int day) {
    return interval.start(LocalDate.ofEpochDay(day)).toEpochDay();
  }

  private void takeCopies(List<LeafReaderContext> leaves, CopiesAmong copies) throws IOException {
    LongSet seen = new LongSet();
    for (int i = 0; i < copies.size(); i++) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(copies.docs()[i], leaves));
      int doc = copies.docs()[i] - leaf.docBase;
      int day = columns.days(leaf.reader()).days()[doc];
      if (day == DayColumn.NONE) {
        undated -= seen.add(LongSet.mixed(copies.keys()[i], day)) ? 0 : 1;
      } else {
        takeCopy(seen, copies.keys()[i], start(day), columns.told(leaf.reader()).told()[doc]);
      }
    }
  }

  private void takeCopy(LongSet seen, long key, long start, int told) {
    long passage = LongSet.mixed(key, start);
    long[] off = copied.computeIfAbsent(start, _ -> new long[ALL + 1]);
    off[ALL] += seen.add(passage) ? 0 : 1;
    for (Polarity polarity : POLARITIES) {
      if (ToldColumn.isTold(told, polarity)) {
        int place = polarity.ordinal();
        off[place] += seen.add(LongSet.mixed(passage, 1L + place)) ? 0 : 1;
      }
    }
  }

  private List<DatedCounts.Bucket> buckets() {
    List<DatedCounts.Bucket> buckets = new ArrayList<>();
    intervals.forEach(
        (start, byTold) -> {
          long[] off = copied.getOrDefault(start, new long[ALL + 1]);
          long all = -off[ALL];
          for (int count : byTold) {
            all += count;
          }
          buckets.add(
              new DatedCounts.Bucket(LocalDate.ofEpochDay(start), all, polarities(byTold, off)));
        });
    return buckets;
  }

  private static Map<Polarity, Long> polarities(int[] byTold, long[] off) {
    Map<Polarity, Long> polarities = new EnumMap<>(Polarity.class);
    for (Polarity polarity : POLARITIES) {
      long count = -off[polarity.ordinal()];
      for (int told = 0; told < byTold.length; told++) {
        count += ToldColumn.isTold(told, polarity) ? byTold[told] : 0;
      }
      if (count > 0) {
        polarities.put(polarity, count);
      }
    }
    return polarities;
  }

  private Map<SurenessLevel, Long> sureness(Hits shown) throws IOException {
    long[] byTold = new long[ToldColumn.VALUES];
    for (LeafReaderContext leaf : shown.leaves()) {
      searcher.deadline().check();
      byte[] told = columns.told(leaf.reader()).told();
      DocIdSetIterator each = shown.in(leaf).iterator();
      for (int doc = each.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = each.nextDoc()) {
        byTold[Byte.toUnsignedInt(told[doc])]++;
      }
    }
    Map<SurenessLevel, Long> sureness = new EnumMap<>(SurenessLevel.class);
    for (SurenessLevel level : SurenessLevel.values()) {
      long count = 0;
      for (int told = 0; told < byTold.length; told++) {
        count += ToldColumn.sureness(told) == level.ordinal() ? byTold[told] : 0;
      }
      sureness.put(level, count);
    }
    return sureness;
  }
}
