package org.onrecord.backend.opensearch.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.onrecord.article.PartyRef;
import org.onrecord.backend.lucene.facet.NameBeginnings;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.NewsAnalyzer;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;
import org.onrecord.search.Completion;
import org.onrecord.search.CompletionQuotas;
import tools.jackson.databind.JsonNode;

/**
 * Completes what is being typed from what an archive holds: names by the beginning of any of their
 * words, phrases by that of their last.
 *
 * @param held every party under each of its names
 */
record Completing(IndexView view, Analyzer analyzer, List<PartyRef> held) {
  /** Of how many of the most frequent the hits are counted, for each one that is shown. */
  private static final int COUNTED = 4;

  private static final String FOUND = "found";

  /** At most {@code size}, by their {@link CompletionQuotas}. */
  List<Completion> of(String typed, int size) throws IOException {
    String start = NameBeginnings.fold(typed.strip());
    if (start.isEmpty()) {
      return List.of();
    }
    CompletionQuotas quotas = CompletionQuotas.of(size);
    return quotas.shown(
        people(start, size), parties(start, quotas.parties()), phrases(typed.strip(), size));
  }

  /** Something that may be meant, and what finds it. */
  private record Meant(Completion.Kind kind, String text, String id, Map<String, Object> query) {
    Completion completion(long count) {
      return id.isEmpty()
          ? new Completion(kind, text, count)
          : new Completion(kind, text, id, count);
    }
  }

  private List<Completion> people(String start, int size) throws IOException {
    Map<String, Long> frequencies = new HashMap<>();
    List<Facet> facets = List.of(Facet.SPEAKER, Facet.MENTION);
    for (Facet facet : facets) {
      String expression =
          ".*" + FacetFields.SEPARATOR + "(.*[ \\-])?" + FoldedLetters.expression(start) + ".*";
      for (JsonNode bucket :
          frequent(FacetFields.writtenField(facet), expression, COUNTED * size)) {
        String term = bucket.path("key").asString();
        frequencies.merge(
            term.substring(term.indexOf(FacetFields.SEPARATOR) + 1),
            bucket.path("doc_count").asLong(),
            Long::sum);
      }
    }
    List<Meant> names = new ArrayList<>();
    for (String name : mostFrequent(frequencies, COUNTED * size)) {
      List<Map<String, Object>> any = new ArrayList<>();
      for (Facet facet : facets) {
        any.add(Dsl.terms(FacetFields.field(facet), ScopeDsl.keys(facet, List.of(name))));
      }
      names.add(new Meant(Completion.Kind.PERSON, name, "", Dsl.any(any)));
    }
    return best(names, size);
  }

  /** Parties by the beginning of a word of their names, each under its most frequent one. */
  private List<Completion> parties(String start, int size) throws IOException {
    Map<String, String> names = new LinkedHashMap<>();
    Set<String> found = new LinkedHashSet<>();
    for (PartyRef party : held) {
      names.putIfAbsent(party.id(), party.name());
      if (NameBeginnings.hasWord(party.name(), start)) {
        found.add(party.id());
      }
    }
    List<Meant> parties = new ArrayList<>();
    for (String id : found.stream().limit((long) COUNTED * size).toList()) {
      parties.add(
          new Meant(
              Completion.Kind.PARTY,
              names.getOrDefault(id, id),
              id,
              Dsl.terms(FacetFields.field(Facet.PARTY), ScopeDsl.keys(Facet.PARTY, List.of(id)))));
    }
    return best(parties, size);
  }

  private List<Completion> phrases(String typed, int size) throws IOException {
    List<String> words = NewsAnalyzer.terms(analyzer, Fields.EXACT, typed);
    int last = Math.max(typed.lastIndexOf(' '), typed.lastIndexOf('-')) + 1;
    if (words.isEmpty()
        || NewsAnalyzer.terms(analyzer, Fields.EXACT, typed.substring(last)).size() != 1) {
      return List.of();
    }
    List<Meant> phrases = new ArrayList<>();
    for (JsonNode bucket :
        frequent(Fields.EXACT, Dsl.quoted(words.getLast()) + ".*", COUNTED * size)) {
      String word = bucket.path("key").asString();
      List<String> phrase = new ArrayList<>(words.subList(0, words.size() - 1));
      phrase.add(word);
      phrases.add(
          new Meant(
              Completion.Kind.PHRASE,
              typed.substring(0, last) + word,
              "",
              Map.of("match_phrase", Map.of(Fields.EXACT, String.join(" ", phrase)))));
    }
    return best(phrases, size);
  }

  /** The most frequent values of a field that an expression describes. */
  private JsonNode frequent(String field, String expression, int most) throws IOException {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("field", Dsl.name(field));
    values.put("include", expression);
    values.put("size", most);
    return view.post(
            "_search",
            Map.of("size", 0, "query", view.live(), "aggs", Map.of(FOUND, Map.of("terms", values))))
        .path("aggregations")
        .path(FOUND)
        .path("buckets");
  }

  private static List<String> mostFrequent(Map<String, Long> frequencies, int size) {
    return frequencies.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(size)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Those that find most paragraphs. */
  private List<Completion> best(List<Meant> meant, int size) throws IOException {
    if (meant.isEmpty()) {
      return List.of();
    }
    Map<String, Object> filters = new LinkedHashMap<>();
    for (int i = 0; i < meant.size(); i++) {
      filters.put(String.valueOf(i), meant.get(i).query());
    }
    JsonNode counts =
        view.post(
                "_search",
                Map.of(
                    "size",
                    0,
                    "query",
                    Dsl.filtered(
                        List.of(
                            view.live(), Dsl.term(Fields.TYPE, DocumentType.PARAGRAPH.label()))),
                    "aggs",
                    Map.of(FOUND, Map.of("filters", Map.of("filters", filters)))))
            .path("aggregations")
            .path(FOUND)
            .path("buckets");
    List<Completion> completions = new ArrayList<>();
    for (int i = 0; i < meant.size(); i++) {
      long count = counts.path(String.valueOf(i)).path("doc_count").asLong();
      if (count > 0) {
        completions.add(meant.get(i).completion(count));
      }
    }
    return completions.stream()
        .sorted(
            Comparator.comparingLong(Completion::count).reversed().thenComparing(Completion::text))
        .limit(size)
        .toList();
  }
}
