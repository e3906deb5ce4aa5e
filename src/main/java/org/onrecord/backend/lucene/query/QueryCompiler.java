package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.NewsAnalyzer;
import org.onrecord.backend.lucene.names.AppliedNames;
import org.onrecord.query.Query;
import org.onrecord.query.Query.All;
import org.onrecord.query.Query.Dated;
import org.onrecord.query.Query.Fuzzy;
import org.onrecord.query.Query.Group;
import org.onrecord.query.Query.In;
import org.onrecord.query.Query.Near;
import org.onrecord.query.Query.Not;
import org.onrecord.query.Query.Or;
import org.onrecord.query.Query.Phrase;
import org.onrecord.query.Query.Prefix;
import org.onrecord.query.Query.SameRoot;
import org.onrecord.query.Query.SameSentence;
import org.onrecord.query.Query.Variants;
import org.onrecord.query.Query.Word;
import org.onrecord.schema.Facet;

/**
 * Turns what a query means into what Lucene runs. A word or phrase matches in the text or in a
 * resolved name; {@link QueryScoring} says what a match is worth. The article's headline, and words
 * that stand side by side as typed, only help the order of hits: the headline is a paragraph of its
 * own, so it does not make up for a word that a paragraph lacks. For one search.
 */
public final class QueryCompiler {
  /** What a match elsewhere than in the best field still adds. */
  private static final float TIE_BREAKER = 0.1f;

  private static final List<Facet> IN_NAMES = List.of(Facet.SPEAKER, Facet.MENTION);

  private final FieldCompiler fields;
  private final ProximityCompiler places;
  private final QueryScoring ranking;
  private final AppliedNames names;
  private final Analyzer analyzer;

  /**
   * Compiles for one view of the index.
   *
   * @param analyzer how queries are read
   * @param names what editors decided about names
   */
  public QueryCompiler(Analyzer analyzer, AppliedNames names, TermExpansion expansion) {
    this.analyzer = analyzer;
    this.names = names;
    this.fields = new FieldCompiler(analyzer, names, expansion);
    this.places = new ProximityCompiler(analyzer, expansion, Fields.TEXT, Fields.EXACT);
    this.ranking = new QueryScoring(analyzer);
  }

  /** What must match, and nothing else: what is to be highlighted. */
  public org.apache.lucene.search.Query matching(Query query) throws IOException {
    return compile(query).orElseGet(() -> new MatchNoDocsQuery("no letter or digit"));
  }

  /** Empty where there is nothing to look for: a dash, an ampersand. */
  private Optional<org.apache.lucene.search.Query> compile(Query query) throws IOException {
    return switch (query) {
      case All() -> Optional.of(MatchAllDocsQuery.INSTANCE);
      case Word(String text, int _) ->
          named(
              ranking.word(text).or(() -> anywhere(text, Fields.TEXT)),
              text,
              () -> fields.sideBySide(Fields.TEXT, text));
      case SameRoot(Word word) ->
          named(
              ranking.sameRoot(word.text()).or(() -> anywhere(word.text(), Fields.TEXT)),
              word.text(),
              () -> fields.sideBySide(Fields.TEXT, word.text()));
      case Phrase(String text, int _) ->
          named(anywhere(text, Fields.EXACT), text, () -> fields.sideBySide(Fields.EXACT, text));
      case Prefix prefix ->
          Optional.of(
              names
                  .words()
                  .around(
                      anywhere(field -> fields.prefix(field, prefix)),
                      fields.prefix(Fields.EXACT, prefix),
                      IN_NAMES,
                      NewsAnalyzer.terms(analyzer, Fields.MENTION, prefix.text()),
                      String::startsWith));
      case Fuzzy fuzzy -> Optional.of(anywhere(field -> fields.like(field, fuzzy)));
      case Dated dated -> Optional.of(FieldCompiler.dated(dated));
      case Query.Member member -> Optional.of(FieldCompiler.member(member));
      case In in -> Optional.of(fields.in(in));
      case Near near -> Optional.of(new ProximityQuery(Fields.TEXT, places.compile(near)));
      case SameSentence same -> Optional.of(new ProximityQuery(Fields.TEXT, places.compile(same)));
      case Variants(Query typed, List<Query> others) -> variants(typed, others);
      case Not(Query clause) -> compile(clause).map(QueryCompiler::everythingBut);
      case Group(List<Query> clauses) -> group(clauses);
      case Or(List<Query> clauses) -> or(clauses);
    };
  }

  /** With the names that editors gave, without those that they took. */
  private Optional<org.apache.lucene.search.Query> named(
      Optional<org.apache.lucene.search.Query> lying,
      String text,
      Supplier<Optional<org.apache.lucene.search.Query>> inText)
      throws IOException {
    if (lying.isEmpty() || names == AppliedNames.NONE) {
      return lying;
    }
    return Optional.of(
        names
            .words()
            .around(
                lying.get(),
                inText.get().orElse(null),
                IN_NAMES,
                NewsAnalyzer.terms(analyzer, Fields.MENTION, text),
                String::equals));
  }

  /** What is looked for in a field. */
  @FunctionalInterface
  private interface InField {
    org.apache.lucene.search.Query of(String field) throws IOException;
  }

  private static org.apache.lucene.search.Query anywhere(InField sought) throws IOException {
    return new DisjunctionMaxQuery(
        List.of(sought.of(Fields.EXACT), sought.of(Fields.SPEAKER), sought.of(Fields.MENTION)),
        TIE_BREAKER);
  }

  /** What was typed or its best variant. */
  private Optional<org.apache.lucene.search.Query> variants(Query typed, List<Query> others)
      throws IOException {
    List<org.apache.lucene.search.Query> each = new ArrayList<>();
    compile(typed).ifPresent(each::add);
    for (Query other : others) {
      compile(other).ifPresent(each::add);
    }
    return Optional.of(new DisjunctionMaxQuery(each, 0));
  }

  private static org.apache.lucene.search.Query everythingBut(
      org.apache.lucene.search.Query unwanted) {
    return new BooleanQuery.Builder()
        .add(MatchAllDocsQuery.INSTANCE, Occur.MUST)
        .add(unwanted, Occur.MUST_NOT)
        .build();
  }

  private Optional<org.apache.lucene.search.Query> group(List<Query> clauses) throws IOException {
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

  private Optional<org.apache.lucene.search.Query> or(List<Query> clauses) throws IOException {
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

  private Optional<org.apache.lucene.search.Query> anyOf(List<String> in, String text) {
    List<org.apache.lucene.search.Query> each = new ArrayList<>();
    in.forEach(field -> fields.sideBySide(field, text).ifPresent(each::add));
    return each.isEmpty()
        ? Optional.empty()
        : Optional.of(new DisjunctionMaxQuery(each, TIE_BREAKER));
  }

  /**
   * What helps the order of hits.
   *
   * @param all whether all of the query's words have to match
   */
  public List<org.apache.lucene.search.Query> helping(Query query, boolean all) {
    return ranking.neighbours(
        query.wanted().filter(Word.class::isInstance).map(word -> ((Word) word).text()).toList(),
        all);
  }
}
