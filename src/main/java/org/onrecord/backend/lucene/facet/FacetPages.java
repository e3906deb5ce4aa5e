package org.onrecord.backend.lucene.facet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.backend.lucene.names.FacetNames;
import org.onrecord.backend.lucene.query.ArchiveSearcher;
import org.onrecord.backend.lucene.query.CopiesAmong;
import org.onrecord.backend.lucene.query.Hits;
import org.onrecord.search.FacetCounts;
import org.onrecord.search.FacetListing;
import org.onrecord.search.FacetPage;

/**
 * Lists the values of one facet page by page.
 *
 * @param search what is searched for, to which cursors belong
 * @param selected the values that the request selects: ids, or names in any case
 * @param copies whether a passage counts once with its copies: those among the hits, else none
 */
public record FacetPages(
    ArchiveSearcher searcher,
    FacetColumns columns,
    FacetListing listing,
    String search,
    List<String> selected,
    CopiesAmong copies) {
  /** The page, counted over {@code hits}, which this facet's own selection did not narrow. */
  public FacetPage of(Hits hits) throws IOException {
    FacetPlace after =
        listing.after() == null ? null : FacetPlace.parse(listing.after(), identity());
    Optional<FacetColumns.ViewOfFacet> view = columns.view(searcher, listing.facet());
    FacetNames names = searcher.names().of(listing.facet());
    Surplus surplus = Surplus.of(columns, searcher, copies, view, names);
    long found = hits.count();
    if (view.isEmpty() || found == 0) {
      return new FacetPage(listing.facet(), List.of(), 0, found - surplus.total(), null);
    }
    NameChanges changes = NameChanges.of(hits, view.get().state(), names);
    try (ValueCounts lying = ValueCounts.of(columns, view.get(), listing.facet(), hits)) {
      return lying.size() == 0
          ? new FacetPage(listing.facet(), List.of(), 0, found - surplus.total(), null)
          : page(
              values(lying, changes, surplus),
              after,
              found - lying.documents() + changes.missing() - surplus.missing());
    }
  }

  private String identity() {
    return FacetPlace.identity(listing, search);
  }

  /** The values that have the prefix, in order. */
  private List<FacetPlace> values(ValueCounts lying, NameChanges changes, Surplus surplus)
      throws IOException {
    Map<String, Long> changed = new HashMap<>(changes.values());
    String prefix = NameBeginnings.fold(listing.prefix().strip());
    WrittenForms forms = WrittenForms.of(searcher, columns, listing.facet());
    List<FacetPlace> values = new ArrayList<>();
    for (ValueCounts.Counted value : lying.all()) {
      Long change = changed.remove(value.key());
      long count = value.count() + (change == null ? 0 : change);
      add(value.key(), count - surplus.of(value.key()), prefix, forms, values);
    }
    for (Map.Entry<String, Long> each : changed.entrySet()) {
      long count = each.getValue() - surplus.of(each.getKey());
      add(each.getKey(), count, prefix, forms, values);
    }
    values.sort(FacetPlace.ORDER);
    return values;
  }

  private void add(
      String key, long count, String prefix, WrittenForms forms, List<FacetPlace> values)
      throws IOException {
    if (count > 0 && NameBeginnings.hasWord(name(key, forms), prefix)) {
      values.add(new FacetPlace(key, count));
    }
  }

  private FacetPage page(List<FacetPlace> values, @Nullable FacetPlace after, long missing)
      throws IOException {
    List<FacetPlace> rest =
        after == null
            ? values
            : values.stream().filter(value -> FacetPlace.ORDER.compare(value, after) > 0).toList();
    List<FacetPlace> page = rest.subList(0, Math.min(listing.size(), rest.size()));
    String next = page.size() < rest.size() ? page.getLast().cursor(identity()) : null;
    WrittenForms forms = WrittenForms.of(searcher, columns, listing.facet());
    return new FacetPage(listing.facet(), written(page, forms), values.size(), missing, next);
  }

  /** What a prefix is looked for in: a key that is an id is no name. */
  private String name(String key, WrittenForms forms) throws IOException {
    return listing.facet().isById() ? forms.of(key, key) : key;
  }

  private List<FacetCounts.Value> written(List<FacetPlace> page, WrittenForms forms)
      throws IOException {
    Set<String> chosen = new HashSet<>();
    selected.forEach(value -> chosen.add(FacetFields.key(listing.facet(), value)));
    List<FacetCounts.Value> values = new ArrayList<>();
    for (FacetPlace value : page) {
      values.add(
          forms.value(value.key(), value.key(), value.count(), chosen.contains(value.key())));
    }
    return values;
  }
}
