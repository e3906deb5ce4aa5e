package org.onrecord.backend.lucene.facet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.backend.lucene.names.FacetNames;
import org.onrecord.backend.lucene.query.ArchiveSearcher;
import org.onrecord.backend.lucene.query.CopiesAmong;
import org.onrecord.backend.lucene.query.Hits;
import org.onrecord.schema.Facet;
import org.onrecord.search.FacetCounts;

/**
 * Counts the values of one facet.
 *
 * @param copies whether a passage counts once with its copies: those among the hits, else none
 * @param size how many values are shown, unless more are selected
 * @param selected the values that the request selects: ids, or names in any case
 */
public record FacetValues(
    ArchiveSearcher searcher,
    FacetColumns columns,
    Facet facet,
    int size,
    List<String> selected,
    CopiesAmong copies) {

  /** The counts over {@code hits}, which this facet's own selection did not narrow. */
  public FacetCounts.Values of(Hits hits) throws IOException {
    Optional<FacetColumns.ViewOfFacet> view = columns.view(searcher, facet);
    FacetNames names = searcher.names().of(facet);
    Surplus surplus = Surplus.of(columns, searcher, copies, view, names);
    long all = hits.count();
    Map<String, String> chosen = chosen();
    if (view.isEmpty() || all == 0) {
      return nothing(chosen, all - surplus.total());
    }
    try (ValueCounts lying = ValueCounts.of(columns, view.get(), facet, hits)) {
      return lying.size() == 0
          ? nothing(chosen, all - surplus.total())
          : counted(lying, NameChanges.of(hits, view.get().state(), names), surplus, chosen, all);
    }
  }

  private FacetCounts.Values counted(
      ValueCounts lying, NameChanges changes, Surplus surplus, Map<String, String> chosen, long all)
      throws IOException {
    int most = size + surplus.values().size() + changes.values().size();
    Map<String, Long> counts = new LinkedHashMap<>();
    for (ValueCounts.Counted value : lying.top(most)) {
      counts.put(value.key(), (long) value.count());
    }
    int more = 0;
    for (String value : changes.values().keySet()) {
      long before = lying.of(value);
      long now = before + changes.of(value);
      counts.put(value, now);
      more += Integer.signum((int) now) - Integer.signum((int) before);
    }
    for (String value : chosen.keySet()) {
      if (!counts.containsKey(value)) {
        counts.put(value, (long) lying.of(value));
      }
    }
    counts.replaceAll((value, count) -> count - surplus.of(value));
    counts.values().removeIf(count -> count <= 0);
    List<FacetCounts.Value> values = shown(counts, chosen);
    long further = lying.size() + more - values.stream().filter(v -> v.count() > 0).count();
    long missing = all - lying.documents() + changes.missing() - surplus.missing();
    return new FacetCounts.Values(facet, values, (int) further, missing);
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
    WrittenForms forms = WrittenForms.of(searcher, columns, facet);
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
