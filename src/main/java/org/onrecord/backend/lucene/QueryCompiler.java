package org.onrecord.backend.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.TermQuery;
import org.onrecord.query.Query;
import org.onrecord.query.Query.All;
import org.onrecord.query.Query.Group;
import org.onrecord.query.Query.Not;
import org.onrecord.query.Query.Or;
import org.onrecord.query.Query.Phrase;
import org.onrecord.query.Query.Word;
import org.onrecord.search.MatchMode;

/**
 * Turns what a query means into what Lucene runs. A word or phrase matches in the text or in a
 * resolved name; {@link Ranking} says what a match is worth. The article's headline, and words that
 * stand side by side as typed, only help the order of hits: the headline is a paragraph of its own,
 * so it does not make up for a word that a paragraph lacks.
 */
final class QueryCompiler {
  /** What a match elsewhere than in the best field still adds. */
  private static final float TIE_BREAKER = 0.1f;

  private final Analyzer analyzer;
  private final Ranking ranking;

  QueryCompiler(Analyzer analyzer, MatchMode match) {
    this.analyzer = analyzer;
    this.ranking = new Ranking(analyzer, match);
  }

  /** What must match, and nothing else: what is to be highlighted. */
  org.apache.lucene.search.Query matching(Query query) {
    return compile(query).orElseGet(() -> new MatchNoDocsQuery("no letter or digit"));
  }

  /** What must match, with what helps the order of hits. */
  org.apache.lucene.search.Query scoring(Query query) {
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(matching(query), Occur.MUST);
    helping(query).forEach(clause -> all.add(clause, Occur.SHOULD));
    BooleanQuery built = all.build();
    return built.clauses().size() == 1 ? built.clauses().getFirst().query() : built;
  }

  /** Empty where there is nothing to look for: a dash, an ampersand. */
  private Optional<org.apache.lucene.search.Query> compile(Query query) {
    return switch (query) {
      case All() -> Optional.of(MatchAllDocsQuery.INSTANCE);
      case Word(String text, int _) -> ranking.word(text).or(() -> anywhere(text, Fields.TEXT));
      case Phrase(String text, int _) -> anywhere(text, Fields.EXACT);
      case Not(Query clause) -> compile(clause).map(QueryCompiler::everythingBut);
      case Group(List<Query> clauses) -> group(clauses);
      case Or(List<Query> clauses) -> or(clauses);
    };
  }

  private static org.apache.lucene.search.Query everythingBut(
      org.apache.lucene.search.Query unwanted) {
    return new BooleanQuery.Builder()
        .add(MatchAllDocsQuery.INSTANCE, Occur.MUST)
        .add(unwanted, Occur.MUST_NOT)
        .build();
  }

  private Optional<org.apache.lucene.search.Query> group(List<Query> clauses) {
    List<org.apache.lucene.search.Query> wanted = new ArrayList<>();
    List<org.apache.lucene.search.Query> unwanted = new ArrayList<>();
    for (Query clause : clauses) {
      if (clause instanceof Not(Query inner)) {
        compile(inner).ifPresent(unwanted::add);
      } else {
        compile(clause).ifPresent(wanted::add);
      }
    }
    if (wanted.isEmpty() && unwanted.isEmpty()) {
      return Optional.empty();
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    if (wanted.isEmpty()) {
      wanted.add(MatchAllDocsQuery.INSTANCE);
    }
    wanted.forEach(clause -> all.add(clause, Occur.MUST));
    unwanted.forEach(clause -> all.add(clause, Occur.MUST_NOT));
    return Optional.of(all.build());
  }

  private Optional<org.apache.lucene.search.Query> or(List<Query> clauses) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (Query clause : clauses) {
      compile(clause).ifPresent(compiled -> any.add(compiled, Occur.SHOULD));
    }
    BooleanQuery built = any.build();
    return built.clauses().isEmpty() ? Optional.empty() : Optional.of(built);
  }

  /** Words in the text, as {@code textField} has them, or in a name. */
  private Optional<org.apache.lucene.search.Query> anywhere(String text, String textField) {
    return anyOf(List.of(textField, Fields.SPEAKER, Fields.MENTION), text);
  }

  private Optional<org.apache.lucene.search.Query> anyOf(List<String> fields, String text) {
    List<org.apache.lucene.search.Query> each = new ArrayList<>();
    fields.forEach(field -> inField(field, text).ifPresent(each::add));
    return each.isEmpty()
        ? Optional.empty()
        : Optional.of(new DisjunctionMaxQuery(each, TIE_BREAKER));
  }

  /** The words of {@code text} side by side in a field: {@code PML-N} is two. */
  private Optional<org.apache.lucene.search.Query> inField(String field, String text) {
    List<String> terms = NewsAnalyzer.terms(analyzer, field, text);
    return switch (terms.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(new TermQuery(new Term(field, terms.getFirst())));
      default -> Optional.of(new PhraseQuery(field, terms.toArray(String[]::new)));
    };
  }

  private List<org.apache.lucene.search.Query> helping(Query query) {
    List<String> words = new ArrayList<>();
    collectWords(query, words);
    return ranking.neighbours(words);
  }

  /** The words and phrases that are wanted, in the order in which they were typed. */
  private static void collectWords(Query query, List<String> words) {
    switch (query) {
      case All _, Not _ -> {}
      case Word(String text, int _) -> words.add(text);
      case Phrase(String text, int _) -> words.add(text);
      case Group(List<Query> clauses) -> clauses.forEach(clause -> collectWords(clause, words));
      case Or(List<Query> clauses) -> clauses.forEach(clause -> collectWords(clause, words));
    }
  }
}
