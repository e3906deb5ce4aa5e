package org.onrecord.backend.lucene.facet;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiDocValues.MultiSortedSetDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongValues;
import org.onrecord.backend.lucene.index.SegmentCache;
import org.onrecord.backend.lucene.query.ArchiveSearcher;
import org.onrecord.backend.lucene.query.Hits;
import org.onrecord.schema.Facet;

/**
 * The facets' values and days of an index in memory, as far as they were asked for: once a segment,
 * and for each view what its segments' ordinals stand for. Safe for use by several threads.
 */
public final class FacetColumns {
  private final SegmentCache<Facet, FacetColumn> columns =
      new SegmentCache<>(SegmentCache.Life.WHOLE_SEGMENT, FacetColumn::of);
  private final SegmentCache<Facet, DayColumn> days =
      new SegmentCache<>(SegmentCache.Life.WHOLE_SEGMENT, (segment, _) -> DayColumn.of(segment));
  private final SegmentCache<Facet, ToldColumn> told =
      new SegmentCache<>(SegmentCache.Life.WHOLE_SEGMENT, (segment, _) -> ToldColumn.of(segment));
  private final Map<IndexReader.CacheKey, Map<Facet, ViewOfFacet>> views =
      new ConcurrentHashMap<>();
  private final Tally.Pool tallies = new Tally.Pool();

  /**
   * A facet in one view.
   *
   * @param places by segment and its ordinal, where a value is among the view's; after all others,
   *     where what has no value is counted
   * @param keys by place, as far as they were asked for
   * @param byKey the places of keys, as far as they were asked for
   * @param forms how values are written, by key, as far as they were asked for
   */
  record ViewOfFacet(
      SortedSetDocValuesReaderState state,
      int[][] places,
      AtomicReferenceArray<String> keys,
      Map<String, Integer> byKey,
      Map<String, String> forms) {
    /** The key of the value at a place. */
    String key(int place) throws IOException {
      String key = keys.get(place);
      if (key == null) {
        BytesRef path = state.getDocValues().lookupOrd(place);
        key = FacetsConfig.stringToPath(path.utf8ToString())[1];
        keys.set(place, key);
      }
      return key;
    }

    /** The place of the value with a key; below 0 where the index has none. */
    int place(Facet facet, String key) throws IOException {
      Integer known = byKey.get(key);
      if (known != null) {
        return known;
      }
      String path = FacetsConfig.pathToString(facet.label(), new String[] {key});
      int place = (int) state.getDocValues().lookupTerm(new BytesRef(path));
      if (place >= 0) {
        byKey.put(key, place);
      }
      return place;
    }

    private static ViewOfFacet of(IndexReader reader, SortedSetDocValuesReaderState state)
        throws IOException {
      SortedSetDocValues values = state.getDocValues();
      int[][] places = new int[reader.leaves().size()][];
      int size = (int) values.getValueCount();
      for (int i = 0; i < places.length; i++) {
        if (values instanceof MultiSortedSetDocValues several) {
          LongValues global = several.mapping.getGlobalOrds(i);
          int here = (int) several.values[i].getValueCount();
          places[i] = new int[here + 1];
          for (int ordinal = 0; ordinal < here; ordinal++) {
            places[i][ordinal] = (int) global.get(ordinal);
          }
          places[i][here] = size;
        } else {
          places[i] = new int[size + 1];
          Arrays.setAll(places[i], ordinal -> ordinal);
        }
      }
      return new ViewOfFacet(
          state,
          places,
          new AtomicReferenceArray<>(size),
          new ConcurrentHashMap<>(),
          new ConcurrentHashMap<>());
    }
  }

  /** A facet in a view; empty where no document has a value. */
  Optional<ViewOfFacet> view(ArchiveSearcher searcher, Facet facet) throws IOException {
    Optional<SortedSetDocValuesReaderState> state = searcher.state(facet);
    IndexReader reader = searcher.getIndexReader();
    IndexReader.CacheHelper helper = searcher.whole();
    if (state.isEmpty() || helper == null) {
      return state.isEmpty() ? Optional.empty() : Optional.of(ViewOfFacet.of(reader, state.get()));
    }
    Map<Facet, ViewOfFacet> known = views.get(helper.getKey());
    if (known == null) {
      known =
          views.computeIfAbsent(
              helper.getKey(),
              _ -> {
                helper.addClosedListener(views::remove);
                return new ConcurrentHashMap<>();
              });
    }
    ViewOfFacet view = known.get(facet);
    if (view == null) {
      view = ViewOfFacet.of(reader, state.get());
      known.put(facet, view);
    }
    return Optional.of(view);
  }

  FacetColumn column(LeafReader segment, Facet facet) throws IOException {
    return columns.get(segment, facet);
  }

  /** Keeps of hits those of some days, both inclusive, counted from 1970-01-01. */
  public void retainDays(Hits hits, long from, long to) throws IOException {
    for (LeafReaderContext leaf : hits.leaves()) {
      int[] each = days(leaf.reader()).days();
      hits.retainIf(
          leaf, doc -> each[doc] != DayColumn.NONE && from <= each[doc] && each[doc] <= to);
    }
  }

  DayColumn days(LeafReader segment) throws IOException {
    return days.get(segment, Facet.DATE);
  }

  ToldColumn told(LeafReader segment) throws IOException {
    return told.get(segment, Facet.POLARITY);
  }

  Tally tally(int places) {
    return tallies.tally(places);
  }
}
