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
    long total = hits.getMatchingDocs().stream().mapToLong(MatchingDocs::totalHits).sum();
    Map<String, String> chosen = chosen();
    Optional<SortedSetDocValuesReaderState> state = searcher.state(facet);
    if (state.isEmpty() || total == 0) {
      return new FacetCounts.Values(facet, shown(Map.of(), chosen), 0, total);
    }
    var facets = new SortedSetDocValuesFacetCounts(state.get(), hits);
    FacetResult top = facets.getTopChildren(size, facet.label());
    if (top == null) {
      return new FacetCounts.Values(facet, shown(Map.of(), chosen), 0, total);
    }
    Map<String, Long> counts = new LinkedHashMap<>();
    for (LabelAndValue value : top.labelValues) {
      counts.put(value.label, value.value.longValue());
    }
    for (String value : chosen.keySet()) {
      if (!counts.containsKey(value)) {
        long count = facets.getSpecificValue(facet.label(), value).longValue();
        counts.put(value, Math.max(0, count));
      }
    }
    List<FacetCounts.Value> values = shown(counts, chosen);
    long further = top.childCount - values.stream().filter(v -> v.count() > 0).count();
    return new FacetCounts.Values(facet, values, (int) further, total - top.value.longValue());
  }

  /** The selected values, as the request writes them, by their folded form. */
  private Map<String, String> chosen() {
    Map<String, String> chosen = new LinkedHashMap<>();
    for (String value : selected) {
      String folded = FacetFields.fold(value);
      if (!folded.isEmpty()) {
        chosen.putIfAbsent(folded, value.strip());
      }
    }
    return chosen;
  }

  /** The most frequent values, as many as fit beside the selected ones. */
  private List<FacetCounts.Value> shown(Map<String, Long> counts, Map<String, String> chosen)
      throws IOException {
    WrittenForms forms = new WrittenForms(searcher.getIndexReader(), facet);
    List<FacetCounts.Value> values = new ArrayList<>();
    for (Map.Entry<String, String> each : chosen.entrySet()) {
      String folded = each.getKey();
      long count = counts.getOrDefault(folded, 0L);
      values.add(new FacetCounts.Value(forms.of(folded, each.getValue()), count, true));
    }
    for (Map.Entry<String, Long> each : counts.entrySet()) {
      String folded = each.getKey();
      if (values.size() < size && !chosen.containsKey(folded)) {
        values.add(new FacetCounts.Value(forms.of(folded, folded), each.getValue(), false));
      }
    }
    values.sort(
        Comparator.comparingLong(FacetCounts.Value::count)
            .reversed()
            .thenComparing(FacetCounts.Value::value, String.CASE_INSENSITIVE_ORDER));
    return values;
  }
}
