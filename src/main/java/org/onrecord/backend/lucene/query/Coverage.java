package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.verify.ArchiveSpan;
import org.onrecord.verify.ArchiveSpan.Gap;

/** Reads from when to when an index reaches, out of what is shown of it. */
public final class Coverage {
  private Coverage() {}

  /**
   * The span.
   *
   * @param articles how many articles are shown
   */
  static ArchiveSpan of(IndexReader reader, long articles) throws IOException {
    TreeSet<Long> days = new TreeSet<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      Bits live = leaf.reader().getLiveDocs();
      NumericDocValues dates =
          DocValues.unwrapSingleton(DocValues.getSortedNumeric(leaf.reader(), Fields.DATE));
      if (dates == null) {
        continue;
      }
      long last = Long.MIN_VALUE;
      while (dates.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (dates.longValue() != last && (live == null || live.get(dates.docID()))) {
          last = dates.longValue();
          days.add(last);
        }
      }
    }
    return of(days, articles);
  }

  /**
   * The span of some days.
   *
   * @param days those of articles, counted from 1970-01-01
   */
  public static ArchiveSpan of(TreeSet<Long> days, long articles) {
    return days.isEmpty()
        ? new ArchiveSpan(null, null, articles, List.of())
        : new ArchiveSpan(
            LocalDate.ofEpochDay(days.first()),
            LocalDate.ofEpochDay(days.last()),
            articles,
            gaps(days));
  }

  private static List<Gap> gaps(TreeSet<Long> days) {
    List<Gap> gaps = new ArrayList<>();
    long last = days.first();
    for (long day : days) {
      if (day - last > ArchiveSpan.GAP_DAYS) {
        gaps.add(new Gap(LocalDate.ofEpochDay(last + 1), LocalDate.ofEpochDay(day - 1)));
      }
      last = day;
    }
    return gaps.stream()
        .sorted(Comparator.comparingLong(gap -> gap.from().toEpochDay() - gap.to().toEpochDay()))
        .limit(ArchiveSpan.MOST_GAPS)
        .sorted(Comparator.comparing(Gap::from))
        .toList();
  }
}
