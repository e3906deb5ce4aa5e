package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;
import org.onrecord.search.SearchRequest;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a {@link PlainIndex} is asked: all words of a query or a phrase, the best ten with what is
 * kept of them, how many there are, how many by speaker, party, outlet and month, each without its
 * own selection, and two pieces of each text with its words marked.
 */
final class PlainQueries {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Those by which it is narrowed and counted, beside the month. */
  private static final List<Facet> COUNTED = List.of(Facet.SPEAKER, Facet.PARTY, Facet.OUTLET);

  private static final List<String> KEPT =
      List.of(
          "type", "article", "ordinal", "text", "title", "date", "outlet", "section", "speaker",
          "party");

  private PlainQueries() {}

  /**
   * A search as OpenSearch's.
   *
   * @throws IOException if it is narrowed by what the index does not have
   */
  static ObjectNode of(SearchRequest request) throws IOException {
    ObjectNode body = JSON.objectNode();
    body.put("size", request.size()).put("track_total_hits", true);
    ArrayNode kept = body.putArray("_source");
    KEPT.forEach(kept::add);
    body.putObject("highlight")
        .putObject("fields")
        .putObject("text")
        .put("type", "unified")
        .put("number_of_fragments", 2)
        .put("fragment_size", 150);
    ObjectNode query = body.putObject("query").putObject("bool");
    query.set("must", words(request.q()));
    query.set("filter", filters(request));
    Map<Facet, ObjectNode> chosen = chosen(request);
    if (!chosen.isEmpty()) {
      ArrayNode all = body.putObject("post_filter").putObject("bool").putArray("filter");
      chosen.values().forEach(all::add);
    }
    ObjectNode counts = body.putObject("aggs");
    for (Facet facet : COUNTED) {
      ObjectNode terms = JSON.objectNode();
      terms.putObject("terms").put("field", facet.label()).put("size", request.facetSize());
      counts.set(facet.label(), without(facet, chosen, terms));
    }
    ObjectNode months = JSON.objectNode();
    months
        .putObject("date_histogram")
        .put("field", "date")
        .put("calendar_interval", "month")
        .put("format", "yyyy-MM")
        .put("min_doc_count", 1);
    counts.set("month", without(Facet.DATE, chosen, months));
    return body;
  }

  private static ObjectNode words(String q) {
    ObjectNode words = JSON.objectNode();
    if (q.length() > 1 && q.startsWith("\"") && q.endsWith("\"")) {
      words.putObject("match_phrase").put("text", q.substring(1, q.length() - 1));
    } else {
      words.putObject("match").putObject("text").put("query", q).put("operator", "and");
    }
    return words;
  }

  private static ArrayNode filters(SearchRequest request) {
    ArrayNode filters = JSON.arrayNode();
    if (request.types().size() < DocumentType.values().length) {
      ArrayNode types = filters.addObject().putObject("terms").putArray("type");
      request.types().forEach(type -> types.add(type.label()));
    }
    LocalDate from = request.from();
    LocalDate to = request.to();
    if (from != null || to != null) {
      ObjectNode days = filters.addObject().putObject("range").putObject("date");
      if (from != null) {
        days.put("gte", from.toString());
      }
      if (to != null) {
        days.put("lte", to.toString());
      }
    }
    return filters;
  }

  private static Map<Facet, ObjectNode> chosen(SearchRequest request) throws IOException {
    Map<Facet, ObjectNode> chosen = new TreeMap<>();
    for (Map.Entry<Facet, List<String>> filter : request.filters().entrySet()) {
      if (!COUNTED.contains(filter.getKey())) {
        throw new IOException(
            "a search narrowed by %s cannot be asked of a plain index, which has %s"
                .formatted(filter.getKey().label(), COUNTED.stream().map(Facet::label).toList()));
      }
      ObjectNode any = JSON.objectNode();
      ArrayNode values = any.putObject("terms").putArray(filter.getKey().label());
      filter.getValue().forEach(values::add);
      chosen.put(filter.getKey(), any);
    }
    return chosen;
  }

  /** A facet's counts, under all that is chosen but of it itself. */
  private static ObjectNode without(Facet facet, Map<Facet, ObjectNode> chosen, ObjectNode counts) {
    Map<Facet, ObjectNode> others = new TreeMap<>(chosen);
    others.remove(facet);
    if (others.isEmpty()) {
      return counts;
    }
    ObjectNode narrowed = JSON.objectNode();
    ArrayNode all = narrowed.putObject("filter").putObject("bool").putArray("filter");
    others.values().forEach(all::add);
    narrowed.putObject("aggs").set("values", counts);
    return narrowed;
  }
}
