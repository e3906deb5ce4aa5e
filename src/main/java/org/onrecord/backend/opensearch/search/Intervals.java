package org.onrecord.backend.opensearch.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.SentenceStarts;
import org.onrecord.backend.lucene.query.ProximityPattern;

/**
 * Places of words as OpenSearch's intervals. An interval is the shortest there is at a place, so
 * that places within places are not told by them: {@link #canTell}.
 */
final class Intervals {
  private Intervals() {}

  /** Whether the intervals find what the places do. */
  static boolean canTell(ProximityPattern places) {
    return switch (places) {
      case ProximityPattern.Words _ -> true;
      case ProximityPattern.Either(List<ProximityPattern> all) ->
          all.stream().allMatch(Intervals::canTell);
      case ProximityPattern.Close(ProximityPattern left, ProximityPattern right, int _) ->
          isOfWords(left) && isOfWords(right);
      case ProximityPattern.OneSentence(ProximityPattern left, ProximityPattern right) ->
          isOfWords(left) && isOfWords(right);
    };
  }

  private static boolean isOfWords(ProximityPattern places) {
    return switch (places) {
      case ProximityPattern.Words _ -> true;
      case ProximityPattern.Either(List<ProximityPattern> all) ->
          all.stream().allMatch(Intervals::isOfWords);
      case ProximityPattern.Close _, ProximityPattern.OneSentence _ -> false;
    };
  }

  /** Finds what has such places, all of it worth the same. */
  static Map<String, Object> query(ProximityPattern places) {
    return hasNone(places)
        ? Dsl.none()
        : Dsl.constant(Map.of("intervals", Map.of(Fields.TEXT, source(places))), 1);
  }

  /** Whether words are wanted that there are not. */
  private static boolean hasNone(ProximityPattern places) {
    return switch (places) {
      case ProximityPattern.Words(String _, List<List<String>> words) ->
          words.isEmpty() || words.stream().anyMatch(List::isEmpty);
      case ProximityPattern.Either(List<ProximityPattern> all) ->
          all.stream().allMatch(Intervals::hasNone);
      case ProximityPattern.Close(ProximityPattern left, ProximityPattern right, int _) ->
          hasNone(left) || hasNone(right);
      case ProximityPattern.OneSentence(ProximityPattern left, ProximityPattern right) ->
          hasNone(left) || hasNone(right);
    };
  }

  private static Map<String, Object> source(ProximityPattern places) {
    return switch (places) {
      case ProximityPattern.Words(String field, List<List<String>> words) -> words(field, words);
      case ProximityPattern.Either(List<ProximityPattern> all) ->
          any(all.stream().filter(one -> !hasNone(one)).map(Intervals::source).toList());
      case ProximityPattern.Close(ProximityPattern left, ProximityPattern right, int distance) ->
          any(
              List.of(
                  inOrder(source(left), source(right), distance, Map.of()),
                  inOrder(source(right), source(left), distance, Map.of())));
      case ProximityPattern.OneSentence(ProximityPattern left, ProximityPattern right) -> {
        Map<String, Object> within = Map.of("contained_by", sentence());
        yield any(
            List.of(
                inOrder(source(left), source(right), -1, within),
                inOrder(source(right), source(left), -1, within)));
      }
    };
  }

  /** From where a sentence begins to where it ends; one of a word has no two places. */
  private static Map<String, Object> sentence() {
    return inOrder(
        match(Fields.SENTENCE, SentenceStarts.TERM),
        match(Fields.SENTENCE, FieldNames.SENTENCE_END),
        -1,
        Map.of());
  }

  private static Map<String, Object> any(List<Map<String, Object>> sources) {
    return sources.size() == 1
        ? sources.getFirst()
        : Map.of("any_of", Map.of("intervals", sources));
  }

  private static Map<String, Object> inOrder(
      Map<String, Object> first, Map<String, Object> second, int gaps, Map<String, Object> filter) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("ordered", true);
    body.put("max_gaps", gaps);
    body.put("intervals", List.of(first, second));
    if (!filter.isEmpty()) {
      body.put("filter", filter);
    }
    return Map.of("all_of", body);
  }

  private static Map<String, Object> words(String field, List<List<String>> words) {
    List<String> places = new ArrayList<>();
    words.forEach(alternatives -> places.add(String.join(Dsl.BESIDE, alternatives)));
    return match(field, String.join(" ", places));
  }

  private static Map<String, Object> match(String field, String words) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("query", words);
    body.put("ordered", true);
    body.put("max_gaps", 0);
    if (!field.equals(Fields.TEXT)) {
      body.put("use_field", Dsl.name(field));
    }
    return Map.of("match", body);
  }
}
