package org.onrecord.backend.lucene.facet;

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
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.backend.lucene.names.FacetNames;
import org.onrecord.backend.lucene.query.ArchiveSearcher;
import org.onrecord.schema.Facet;
import org.onrecord.search.CopyMode;
import org.onrecord.search.FacetCounts;

/**
 * Counts the values of one facet.
 *
 * @param copies whether a passage counts once with its copies
 * @param size how many values are shown, unless more are selected
 * @param selected the values that the request selects: ids, or names in any case
 */
public record FacetValues(
    ArchiveSearcher searcher, Facet facet, int size, List<String> selected, CopyMode copies) {

  /** The counts over {@code hits}, which this facet's own selection did not narrow. */
  public FacetCounts.Values of(FacetsCollector hits) throws IOException {
    Optional<SortedSetDocValuesReaderState> state = searcher.state(facet);
    FacetNames names = searcher.names().of(facet);
    Surplus surplus =
        switch (copies) {
          case FOLD -> Surplus.of(hits, state, names);
          case UNFOLD -> Surplus.NONE;
        };
    long all = hits.getMatchingDocs().stream().mapToLong(MatchingDocs::totalHits).sum();
    Map<String, String> chosen = chosen();
    if (state.isEmpty() || all == 0) {
      return nothing(chosen, all - surplus.total());
    }
    var facets = new SortedSetDocValuesFacetCounts(state.get(), hits);
    NameChanges changes = NameChanges.of(hits, state.get(), names);
    int most = size + surplus.values().size() + changes.values().size();
    FacetResult top = facets.getTopChildren(most, facet.label());
    if (top == null) {
      return nothing(chosen, all - surplus.total());
    }
    Map<String, Long> counts = new LinkedHashMap<>();
    for (LabelAndValue value : top.labelValues) {
      counts.put(value.label, value.value.longValue());
    }
    int more = 0;
    for (String value : changes.values().keySet()) {
      long lying = count(facets, value);
      long now = lying + changes.of(value);
      counts.put(value, now);
      more += Integer.signum((int) now) - Integer.signum((int) lying);
    }
    for (String value : chosen.keySet()) {
      if (!counts.containsKey(value)) {
        counts.put(value, count(facets, value));
      }
    }
    counts.replaceAll((value, count) -> count - surplus.of(value));
    counts.values().removeIf(count -> count <= 0);
    List<FacetCounts.Value> values = shown(counts, chosen);
    long further = top.childCount + more - values.stream().filter(v -> v.count() > 0).count();
    long missing = all - top.value.longValue() + changes.missing() - surplus.missing();
    return new FacetCounts.Values(facet, values, (int) further, missing);
  }

  private long count(SortedSetDocValuesFacetCounts facets, String value) throws IOException {
    return Math.max(0, facets.getSpecificValue(facet.label(), value).longValue());
  }

  private FacetCounts.Values nothing(Map<String, String> chosen, long missing) throws IOException {
    return new FacetCounts.Values(facet, shown(Map.of(), chosen), 0, missing);
  }

  /** The selected values, as the request writes them, by their keys. */
  private Map<String, String> chosen() {
    Map<String, String> chosen = new LinkedHashMap<>();
    for (String value : selected) {
      String key = FacetFields.key(facet, value);
      if (!key.isEmpty()) {
        chosen.putIfAbsent(key, value.strip());
      }
    }
    return chosen;
  }

  /** The most frequent values, as many as fit beside the selected ones. */
  private List<FacetCounts.Value> shown(Map<String, Long> counts, Map<String, String> chosen)
      throws IOException {
    WrittenForms forms = new WrittenForms(searcher, facet);
    List<FacetCounts.Value> values = new ArrayList<>();
    for (Map.Entry<String, String> each : chosen.entrySet()) {
      long count = counts.getOrDefault(each.getKey(), 0L);
      values.add(forms.value(each.getKey(), each.getValue(), count, true));
    }
    List<Map.Entry<String, Long>> byCount = new ArrayList<>(counts.entrySet());
    byCount.sort(Map.Entry.<String, Long>comparingByValue().reversed());
    for (Map.Entry<String, Long> each : byCount) {
      if (values.size() < size && !chosen.containsKey(each.getKey())) {
        values.add(forms.value(each.getKey(), each.getKey(), each.getValue(), false));
      }
    }
    values.sort(
        Comparator.comparingLong(FacetCounts.Value::count)
            .reversed()
            .thenComparing(FacetCounts.Value::value, String.CASE_INSENSITIVE_ORDER));
    return values;
  }
}
