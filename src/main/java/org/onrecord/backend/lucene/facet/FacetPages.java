package org.onrecord.backend.lucene.facet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Sha256;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.backend.lucene.names.FacetNames;
import org.onrecord.backend.lucene.query.ArchiveSearcher;
import org.onrecord.backend.lucene.query.CopiesAmong;
import org.onrecord.backend.lucene.query.Hits;
import org.onrecord.search.FacetCounts;
import org.onrecord.search.FacetListing;
import org.onrecord.search.FacetPage;
import org.onrecord.search.InvalidRequestException;

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
  private static final int DIGITS = 8;

  private static final Comparator<Counted> ORDER =
      Comparator.comparingLong(Counted::count).reversed().thenComparing(Counted::key);

  /** A value and its count, or the place of one in the order. */
  private record Counted(String key, long count) {
    String cursor(String of) {
      byte[] bytes = (of + "\n" + count + "\n" + key).getBytes(StandardCharsets.UTF_8);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static Counted parse(String cursor, String of) {
      try {
        String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        String[] parts = text.split("\n", 3);
        if (parts.length == 3 && parts[0].length() == of.length()) {
          long count = Long.parseLong(parts[1]);
          if (!parts[0].equals(of)) {
            throw invalid("belongs to another listing", null);
          }
          return new Counted(parts[2], count);
        }
      } catch (IllegalArgumentException e) {
        throw invalid("is not one that a facet gave", e);
      }
      throw invalid("is not one that a facet gave", null);
    }

    private static InvalidRequestException invalid(String what, @Nullable Exception cause) {
      return new InvalidRequestException(
          "after",
          -1,
          "This cursor " + what + ": take it from \"next\" of the page before.",
          cause);
    }
  }

  /** The page, counted over {@code hits}, which this facet's own selection did not narrow. */
  public FacetPage of(Hits hits) throws IOException {
    Counted after = listing.after() == null ? null : Counted.parse(listing.after(), identity());
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

  /** A digest of what is listed, of whatever page. */
  private String identity() {
    String listed = String.join("\n", search, listing.facet().label(), listing.prefix());
    return Sha256.hex(listed, DIGITS);
  }

  /** The values that have the prefix, in order. */
  private List<Counted> values(ValueCounts lying, NameChanges changes, Surplus surplus)
      throws IOException {
    Map<String, Long> changed = new HashMap<>(changes.values());
    String prefix = NameBeginnings.fold(listing.prefix().strip());
    WrittenForms forms = WrittenForms.of(searcher, columns, listing.facet());
    List<Counted> values = new ArrayList<>();
    for (ValueCounts.Counted value : lying.all()) {
      Long change = changed.remove(value.key());
      long count = value.count() + (change == null ? 0 : change);
      add(value.key(), count - surplus.of(value.key()), prefix, forms, values);
    }
    for (Map.Entry<String, Long> each : changed.entrySet()) {
      long count = each.getValue() - surplus.of(each.getKey());
      add(each.getKey(), count, prefix, forms, values);
    }
    values.sort(ORDER);
    return values;
  }

  private void add(String key, long count, String prefix, WrittenForms forms, List<Counted> values)
      throws IOException {
    if (count > 0 && NameBeginnings.hasWord(name(key, forms), prefix)) {
      values.add(new Counted(key, count));
    }
  }

  private FacetPage page(List<Counted> values, @Nullable Counted after, long missing)
      throws IOException {
    List<Counted> rest =
        after == null
            ? values
            : values.stream().filter(value -> ORDER.compare(value, after) > 0).toList();
    List<Counted> page = rest.subList(0, Math.min(listing.size(), rest.size()));
    String next = page.size() < rest.size() ? page.getLast().cursor(identity()) : null;
    WrittenForms forms = WrittenForms.of(searcher, columns, listing.facet());
    return new FacetPage(listing.facet(), written(page, forms), values.size(), missing, next);
  }

  /** What a prefix is looked for in: a key that is an id is no name. */
  private String name(String key, WrittenForms forms) throws IOException {
    return listing.facet().isById() ? forms.of(key, key) : key;
  }

  private List<FacetCounts.Value> written(List<Counted> page, WrittenForms forms)
      throws IOException {
    Set<String> chosen = new HashSet<>();
    selected.forEach(value -> chosen.add(FacetFields.key(listing.facet(), value)));
    List<FacetCounts.Value> values = new ArrayList<>();
    for (Counted value : page) {
      values.add(
          forms.value(value.key(), value.key(), value.count(), chosen.contains(value.key())));
    }
    return values;
  }
}
