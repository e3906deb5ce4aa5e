package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.onrecord.backend.lucene.index.NewsAnalyzer;
import org.onrecord.query.Query;
import org.onrecord.query.Query.Fuzzy;
import org.onrecord.query.Query.Near;
import org.onrecord.query.Query.Or;
import org.onrecord.query.Query.Phrase;
import org.onrecord.query.Query.Prefix;
import org.onrecord.query.Query.SameSentence;
import org.onrecord.query.Query.Variants;
import org.onrecord.query.Query.Word;

/**
 * Turns what stands beside NEAR into places.
 *
 * @param words the field in which words are looked for
 * @param exact the field in which phrases, prefixes and fuzzy words are; positions count the same
 *     in both
 */
record ProximityCompiler(Analyzer analyzer, TermExpansion expansion, String words, String exact) {

  ProximityPattern compile(Query query) throws IOException {
    return switch (query) {
      case Word(String text, int _) -> sideBySide(words, text);
      case Phrase(String text, int _) -> sideBySide(exact, text);
      case Prefix prefix -> new ProximityPattern.Words(exact, expansion.prefix(exact, prefix));
      case Fuzzy fuzzy -> new ProximityPattern.Words(exact, List.of(expansion.like(exact, fuzzy)));
      case Or(List<Query> clauses) -> either(clauses);
      case Variants(Query typed, List<Query> others) -> {
        List<Query> all = new ArrayList<>(List.of(typed));
        all.addAll(others);
        yield either(all);
      }
      case Near(Query left, Query right, int distance, int _) ->
          new ProximityPattern.Close(compile(left), compile(right), distance);
      case SameSentence(Query left, Query right, int _) ->
          new ProximityPattern.OneSentence(compile(left), compile(right));
      case Query.All _,
          Query.SameRoot _,
          Query.Dated _,
          Query.Member _,
          Query.In _,
          Query.Not _,
          Query.Group _ ->
          throw new IllegalArgumentException("has no place: " + query);
    };
  }

  private ProximityPattern either(List<Query> clauses) throws IOException {
    List<ProximityPattern> alternatives = new ArrayList<>();
    for (Query clause : clauses) {
      alternatives.add(compile(clause));
    }
    return new ProximityPattern.Either(alternatives);
  }

  private ProximityPattern sideBySide(String field, String text) {
    return new ProximityPattern.Words(
        field, NewsAnalyzer.terms(analyzer, field, text).stream().map(List::of).toList());
  }
}
