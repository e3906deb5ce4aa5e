package org.onrecord.backend.lucene.facet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.LeafReaderContext;
import org.onrecord.backend.lucene.query.Hits;
import org.onrecord.schema.Facet;

/**
 * How many hits have each value of a facet, as the values lie in the index. For one thread, until
 * it is closed.
 */
final class ValueCounts implements AutoCloseable {
  private final Facet facet;
  private final FacetColumns.ViewOfFacet view;
  private final Tally tally;
  private long documents;

  private ValueCounts(Facet facet, FacetColumns.ViewOfFacet view, Tally tally) {
    this.facet = facet;
    this.view = view;
    this.tally = tally;
  }

  static ValueCounts of(FacetColumns columns, FacetColumns.ViewOfFacet view, Facet facet, Hits hits)
      throws IOException {
    ValueCounts counts = new ValueCounts(facet, view, columns.tally(view.keys().length()));
    for (LeafReaderContext leaf : hits.leaves()) {
      if (hits.in(leaf).count() > 0) {
        counts.documents +=
            columns
                .column(leaf.reader(), facet)
                .count(hits.in(leaf), view.places()[leaf.ord], counts.tally);
      }
    }
    return counts;
  }

  /** A value, by its key. */
  record Counted(String key, int count) {}

  private record Place(int place, int count) {}

  /** How many hits have a value. */
  long documents() {
    return documents;
  }

  /** How many values there are. */
  int size() {
    return tally.size();
  }

  int of(String key) throws IOException {
    int place = view.place(facet, key);
    return place < 0 ? 0 : tally.of(place);
  }

  /** Every value that a hit has, in no order. */
  List<Counted> all() throws IOException {
    List<Counted> all = new ArrayList<>(tally.size());
    for (int place : tally.counted()) {
      all.add(new Counted(view.key(place), tally.of(place)));
    }
    return all;
  }

  /** The most frequent values first, of several as frequent the first by key. */
  List<Counted> top(int most) throws IOException {
    Comparator<Place> order =
        Comparator.comparingInt(Place::count).reversed().thenComparingInt(Place::place);
    PriorityQueue<Place> best = new PriorityQueue<>(order.reversed());
    for (int place : tally.counted()) {
      int count = tally.of(place);
      Place last = best.size() < most ? null : best.peek();
      if (last == null || count > last.count() || count == last.count() && place < last.place()) {
        best.add(new Place(place, count));
        if (best.size() > most) {
          best.poll();
        }
      }
    }
    List<Counted> top = new ArrayList<>();
    for (Place each : best.stream().sorted(order).toList()) {
      top.add(new Counted(view.key(each.place()), each.count()));
    }
    return top;
  }

  @Override
  public void close() {
    tally.close();
  }
}
