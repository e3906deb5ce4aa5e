package org.onrecord.backend.opensearch.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.backend.lucene.facet.FacetPlace;
import org.onrecord.backend.lucene.facet.NameBeginnings;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;
import org.onrecord.search.FacetCounts;
import org.onrecord.search.FacetListing;
import org.onrecord.search.FacetPage;
import org.onrecord.search.SearchRequest;
import tools.jackson.databind.JsonNode;

/** Lists the values of one facet page by page. */
record FacetListings(IndexView view, ViewCache cache, SearchRequest request, FacetListing listing) {
  private static final String VALUES = "values";
  private static final String MISSING = "missing";

  /** A cluster gives no more values at once. */
  private static final int MOST = 50_000;

  private Facet facet() {
    return listing.facet();
  }

  /** The page, counted over the hits that the facet's own selection does not narrow. */
  FacetPage of(Matching matching) throws IOException {
    String identity = FacetPlace.identity(listing, request.identity());
    @Nullable FacetPlace after =
        listing.after() == null ? null : FacetPlace.parse(listing.after(), identity);
    ViewCache.Listed all =
        cache
            .of(view)
            .listed(
                new ViewCache.Listing(facet(), matching.query(), request.scope()),
                () -> read(matching));
    List<FacetPlace> values = beginning(all.values());
    List<FacetPlace> rest =
        after == null
            ? values
            : values.stream().filter(value -> FacetPlace.ORDER.compare(value, after) > 0).toList();
    List<FacetPlace> page = rest.subList(0, Math.min(listing.size(), rest.size()));
    return new FacetPage(
        facet(),
        written(page),
        values.size(),
        all.missing(),
        page.size() < rest.size() ? page.getLast().cursor(identity) : null);
  }

  /** Every value, in order. */
  private ViewCache.Listed read(Matching matching) throws IOException {
    String field = FacetFields.field(facet());
    JsonNode told =
        view.post(
                "_search",
                Map.of(
                    "size",
                    0,
                    "query",
                    new Dsl.Bool()
                        .filter(matching.query())
                        .filter(matching.scope().always())
                        .filter(matching.narrowing(facet()))
                        .build(),
                    "aggs",
                    Map.of(
                        VALUES,
                        Dsl.values(field, MOST),
                        MISSING,
                        Map.of("missing", Map.of("field", Dsl.name(field))))))
            .path("aggregations");
    if (told.path(VALUES).path("sum_other_doc_count").asLong() > 0) {
      throw IndexView.missing("to list a facet of more than " + MOST + " values");
    }
    CopySurplus surplus = CopySurplus.of(facet(), matching.copies().passing(facet()));
    List<FacetPlace> all = new ArrayList<>();
    for (JsonNode bucket : told.path(VALUES).path("buckets")) {
      String key = bucket.path("key").asString();
      long count = bucket.path("doc_count").asLong() - surplus.of(key);
      if (count > 0) {
        all.add(new FacetPlace(key, count));
      }
    }
    all.sort(FacetPlace.ORDER);
    return new ViewCache.Listed(
        List.copyOf(all), told.path(MISSING).path("doc_count").asLong() - surplus.missing());
  }

  /** Those that have the prefix. */
  private List<FacetPlace> beginning(List<FacetPlace> all) throws IOException {
    String prefix = NameBeginnings.fold(listing.prefix().strip());
    WrittenValues names =
        facet().isById() && !prefix.isEmpty()
            ? WrittenValues.of(
                view, cache, Map.of(facet(), all.stream().map(FacetPlace::key).toList()))
            : WrittenValues.of(view, cache, Map.of());
    return all.stream()
        .filter(
            value -> NameBeginnings.hasWord(names.of(facet(), value.key(), value.key()), prefix))
        .toList();
  }

  private List<FacetCounts.Value> written(List<FacetPlace> page) throws IOException {
    Set<String> chosen =
        new HashSet<>(
            facet() == Facet.TYPE
                ? request.types().stream().map(DocumentType::label).toList()
                : ScopeDsl.keys(facet(), request.filters().getOrDefault(facet(), List.of())));
    WrittenValues written =
        WrittenValues.of(view, cache, Map.of(facet(), page.stream().map(FacetPlace::key).toList()));
    return page.stream()
        .map(
            value ->
                written.value(
                    facet(), value.key(), value.key(), value.count(), chosen.contains(value.key())))
        .toList();
  }
}
