package org.onrecord.backend.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.onrecord.schema.Facet;
import org.onrecord.search.FacetCounts;

/**
 * Counts the values of one facet.
 *
 * @param size how many values are shown, unless more are selected
 * @param selected the values that the request selects, in any case
 */
record FacetValues(ArchiveSearcher searcher, Facet facet, int size, List<String> selected) {

  /** The counts over {@code hits}, which this facet's own selection did not narrow. */
  FacetCounts.Values of(FacetsCollector hits) throws IOException {
    Map<String, String> chosen = new LinkedHashMap<>();
    selected.forEach(value -> chosen.putIfAbsent(FacetFields.fold(value), value.strip()));
    chosen.remove("");
    Map<String, Long> counts = new LinkedHashMap<>();
    int distinct = 0;
    long total = total(hits);
    long missing = total;
    Optional<SortedSetDocValuesReaderState> state = searcher.state(facet);
    if (state.isPresent() && total > 0) {
      var facets = new SortedSetDocValuesFacetCounts(state.get(), hits);
      FacetResult top = facets.getTopChildren(size, facet.label());
      if (top != null) {
        distinct = top.childCount;
        missing = total - top.value.longValue();
        for (LabelAndValue value : top.labelValues) {
          counts.put(value.label, value.value.longValue());
        }
      }
      for (String value : chosen.keySet()) {
        if (!counts.containsKey(value)) {
          long count = facets.getSpecificValue(facet.label(), value).longValue();
          counts.put(value, Math.max(0, count));
        }
      }
    }
    chosen.keySet().forEach(value -> counts.putIfAbsent(value, 0L));
    List<FacetCounts.Value> values = shown(counts, chosen);
    long further = distinct - values.stream().filter(v -> v.count() > 0).count();
    return new FacetCounts.Values(facet, values, (int) further, missing);
  }

  private static long total(FacetsCollector hits) {
    return hits.getMatchingDocs().stream().mapToLong(MatchingDocs::totalHits).sum();
  }

  /** The most frequent values, as many as fit beside the selected ones. */
  private List<FacetCounts.Value> shown(Map<String, Long> counts, Map<String, String> chosen)
      throws IOException {
    int room = Math.max(0, size - chosen.size());
    List<FacetCounts.Value> values = new ArrayList<>();
    for (Map.Entry<String, Long> each : counts.entrySet()) {
      String folded = each.getKey();
      String asked = chosen.get(folded);
      if (asked != null || room-- > 0) {
        String written =
            FacetFields.written(
                searcher.getIndexReader(), facet, folded, asked == null ? folded : asked);
        values.add(new FacetCounts.Value(written, each.getValue(), asked != null));
      }
    }
    values.sort(Comparator.comparingLong(FacetCounts.Value::count).reversed());
    return values;
  }
}
