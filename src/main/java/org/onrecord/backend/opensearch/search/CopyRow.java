package org.onrecord.backend.opensearch.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.util.StringHelper;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.schema.Facet;
import tools.jackson.databind.JsonNode;

/**
 * A hit that has copies.
 *
 * @param document the id by which the cluster keeps it
 * @param key what it has in common with its copies
 * @param day counted from 1970-01-01; {@link Long#MAX_VALUE} without a date
 * @param tie in place of its article's id
 * @param certainty 0 to 100; below 0 of what is no quotation
 * @param values those of facets that were asked for
 * @param passes by which facet's selections it passes
 */
record CopyRow(
    String document,
    long key,
    long day,
    long tie,
    long place,
    long certainty,
    Map<Facet, List<String>> values,
    Set<Facet> passes) {
  /** What has one passage side by side, the earliest first; of one day always the same. */
  static final Comparator<CopyRow> ORDER =
      Comparator.comparingLong(CopyRow::key)
          .thenComparingLong(CopyRow::day)
          .thenComparingLong(CopyRow::tie)
          .thenComparingLong(CopyRow::place);

  /** What is read of a hit. */
  static List<String> fields(Collection<Facet> facets) {
    List<String> fields =
        new ArrayList<>(
            List.of(Fields.PASSAGE, Fields.DATE, Fields.ARTICLE, Fields.PLACE, Fields.CERTAINTY));
    facets.stream()
        .filter(facet -> facet != Facet.DATE)
        .map(facet -> Dsl.name(FacetFields.field(facet)))
        .forEach(fields::add);
    return fields;
  }

  /** Reads a hit. */
  static CopyRow of(JsonNode hit, Collection<Facet> facets) {
    JsonNode fields = hit.path("fields");
    Map<Facet, List<String>> values = new EnumMap<>(Facet.class);
    for (Facet facet : facets) {
      List<String> each = new ArrayList<>();
      fields.path(Dsl.name(FacetFields.field(facet))).forEach(value -> each.add(value.asString()));
      values.put(facet, each);
    }
    Set<Facet> passes = EnumSet.noneOf(Facet.class);
    hit.path("matched_queries").forEach(name -> passes.add(Facet.valueOf(name.asString())));
    byte[] article =
        fields
            .path(Fields.ARTICLE)
            .path(0)
            .asString()
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return new CopyRow(
        hit.path("_id").asString(),
        fields.path(Fields.PASSAGE).path(0).asLong(),
        fields.path(Fields.DATE).path(0).asLong(Long.MAX_VALUE),
        StringHelper.murmurhash3_x64_128(article, 0, article.length, 0)[0],
        fields.path(Fields.PLACE).path(0).asLong(),
        fields.path(Fields.CERTAINTY).path(0).asLong(-1),
        values,
        passes);
  }
}
