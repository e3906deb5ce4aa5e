package org.onrecord.backend.opensearch.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.PartyRef;
import org.onrecord.article.SpeakerRef;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.PersonTerm;
import org.onrecord.people.ArchivedPerson;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;
import tools.jackson.databind.JsonNode;

/** The parties and people of an archive, as they lie on its cluster. */
record HeldNames(IndexView view) {
  private static final String FOUND = "found";

  /** A cluster gives no more values at once. */
  private static final int MOST = 10_000;

  /** The values of a field with how many documents have each, after a number of them. */
  private interface Taker {
    void take(String value, long documents, long found);
  }

  /**
   * Takes every value that begins so.
   *
   * @param counted which of the documents are counted apart
   */
  private void each(String field, String start, @Nullable Map<String, Object> counted, Taker taker)
      throws IOException {
    Map<String, Object> composite = new LinkedHashMap<>();
    composite.put("size", MOST);
    composite.put(
        "sources", List.of(Map.of(field, Map.of("terms", Map.of("field", Dsl.name(field))))));
    List<Map<String, Object>> having = new ArrayList<>(List.of(view.live()));
    if (!start.isEmpty()) {
      having.add(Dsl.prefix(field, start));
    }
    JsonNode told;
    do {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("composite", composite);
      if (counted != null) {
        values.put("aggs", Map.of(FOUND, Map.of("filter", counted)));
      }
      told =
          view.post(
                  "_search",
                  Map.of("size", 0, "query", Dsl.filtered(having), "aggs", Map.of(FOUND, values)))
              .path("aggregations")
              .path(FOUND);
      for (JsonNode bucket : told.path("buckets")) {
        String value = bucket.path("key").path(field).asString();
        if (value.startsWith(start)) {
          taker.take(
              value,
              bucket.path("doc_count").asLong(),
              bucket.path(FOUND).path("doc_count").asLong(0));
        }
      }
      composite.put("after", told.path("after_key"));
    } while (told.path("buckets").size() == MOST);
  }

  /** Every party under each of its names, the most frequent first. */
  List<PartyRef> parties() throws IOException {
    Map<PartyRef, Long> frequencies = new HashMap<>();
    for (Facet facet : Facet.values()) {
      if (facet.isById()) {
        each(
            FacetFields.writtenField(facet),
            "",
            null,
            (term, documents, _) -> {
              int end = term.indexOf(FacetFields.SEPARATOR);
              frequencies.merge(
                  new PartyRef(term.substring(0, end), term.substring(end + 1)),
                  documents,
                  Long::sum);
            });
      }
    }
    return frequencies.entrySet().stream()
        .sorted(
            Map.Entry.<PartyRef, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(each -> each.getKey().id())
                .thenComparing(each -> each.getKey().name()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What is counted of one id. */
  private static final class Counts {
    private final Map<SpeakerRef, Long> forms = new HashMap<>();
    private long spoken;
    private long mentioned;

    ArchivedPerson person() {
      List<SpeakerRef> byCount =
          forms.entrySet().stream()
              .sorted(
                  Map.Entry.<SpeakerRef, Long>comparingByValue(Comparator.reverseOrder())
                      .thenComparing(each -> each.getKey().name()))
              .map(Map.Entry::getKey)
              .toList();
      return new ArchivedPerson(
          byCount.getFirst(),
          byCount.stream().map(SpeakerRef::name).distinct().toList(),
          spoken,
          mentioned);
    }
  }

  /** Everybody who has an id, in the order of their ids. */
  List<ArchivedPerson> people() throws IOException {
    Map<String, Counts> counts = new TreeMap<>();
    for (Facet facet : Facet.OF_PEOPLE) {
      DocumentType counted = facet == Facet.SPEAKER ? DocumentType.QUOTE : DocumentType.PARAGRAPH;
      each(
          FacetFields.idField(facet),
          "",
          Dsl.term(Fields.TYPE, counted.label()),
          (term, documents, found) -> {
            PersonTerm person = PersonTerm.of(new BytesRef(term));
            Counts own = counts.computeIfAbsent(person.id(), _ -> new Counts());
            own.forms.merge(
                new SpeakerRef(person.name(), person.id(), person.type()), documents, Long::sum);
            own.spoken += facet == Facet.SPEAKER ? found : 0;
            own.mentioned += facet == Facet.MENTION ? found : 0;
          });
    }
    return counts.values().stream().map(Counts::person).toList();
  }

  /** Who bears an id, by the name that they most often have in one field. */
  Optional<SpeakerRef> person(String id) throws IOException {
    Map<SpeakerRef, Long> forms = new LinkedHashMap<>();
    for (Facet facet : Facet.OF_PEOPLE) {
      each(
          FacetFields.idField(facet),
          id + FacetFields.SEPARATOR,
          null,
          (term, documents, _) -> {
            PersonTerm person = PersonTerm.of(new BytesRef(term));
            forms.merge(new SpeakerRef(person.name(), id, person.type()), documents, Math::max);
          });
    }
    SpeakerRef best = null;
    long most = 0;
    for (Map.Entry<SpeakerRef, Long> each : forms.entrySet()) {
      if (each.getValue() > most) {
        most = each.getValue();
        best = each.getKey();
      }
    }
    return Optional.ofNullable(best);
  }

  /** In how many articles both are. */
  long articlesWithBoth(String id, String other) throws IOException {
    List<String> articles = articles(id);
    articles.retainAll(java.util.Set.copyOf(articles(other)));
    return articles.size();
  }

  private List<String> articles(String id) throws IOException {
    List<Map<String, Object>> any = new ArrayList<>();
    for (Facet facet : Facet.OF_PEOPLE) {
      any.add(Dsl.prefix(FacetFields.idField(facet), id + FacetFields.SEPARATOR));
    }
    HeldNames having =
        new HeldNames(
            new IndexView(
                view.requests(),
                view.index(),
                Dsl.filtered(List.of(view.live(), Dsl.any(any))),
                view.held()));
    List<String> articles = new ArrayList<>();
    having.each(Fields.ARTICLE, "", null, (article, _, _) -> articles.add(article));
    return articles;
  }
}
