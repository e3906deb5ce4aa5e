package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.MemberTerms;
import org.onrecord.backend.lucene.index.NewsAnalyzer;
import org.onrecord.backend.lucene.names.AppliedNames;
import org.onrecord.query.Query.Dated;
import org.onrecord.query.Query.Fuzzy;
import org.onrecord.query.Query.In;
import org.onrecord.query.Query.Member;
import org.onrecord.query.Query.Phrase;
import org.onrecord.query.Query.Prefix;
import org.onrecord.query.Query.Variants;
import org.onrecord.query.Query.Word;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;

/** Turns what is looked for in one field into what Lucene runs. */
public final class FieldCompiler {
  /** Finds the first paragraph of articles, which is the headline where they have one. */
  public static final Query FIRST = NumericDocValuesField.newSlowExactQuery(Fields.PLACE, 0);

  private final Analyzer analyzer;
  private final AppliedNames names;
  private final TermExpansion expansion;

  FieldCompiler(Analyzer analyzer, AppliedNames names, TermExpansion expansion) {
    this.analyzer = analyzer;
    this.names = names;
    this.expansion = expansion;
  }

  /** The words of {@code text} side by side in a field: {@code PML-N} is two. Empty for no word. */
  Optional<Query> sideBySide(String field, String text) {
    List<String> terms = NewsAnalyzer.terms(analyzer, field, text);
    return switch (terms.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(new TermQuery(new Term(field, terms.getFirst())));
      default -> Optional.of(new PhraseQuery(field, terms.toArray(String[]::new)));
    };
  }

  /** What begins so. */
  Query prefix(String field, Prefix prefix) throws IOException {
    return places(field, expansion.prefix(field, prefix));
  }

  /** What is spelt like this. */
  Query like(String field, Fuzzy fuzzy) throws IOException {
    return places(field, List.of(expansion.like(field, fuzzy)));
  }

  private static Query places(String field, List<List<String>> places) {
    if (places.isEmpty() || places.stream().anyMatch(List::isEmpty)) {
      return new MatchNoDocsQuery("no such word");
    }
    if (places.size() == 1) {
      SynonymQuery.Builder any = new SynonymQuery.Builder(field);
      places.getFirst().forEach(term -> any.addTerm(new Term(field, term)));
      return any.build();
    }
    MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
    for (List<String> terms : places) {
      phrase.add(terms.stream().map(term -> new Term(field, term)).toArray(Term[]::new));
    }
    return phrase.build();
  }

  /** What is in a field that the query names. */
  Query in(In in) throws IOException {
    return switch (in.field()) {
      case TEXT -> text(in.what(), Fields.TEXT, Fields.EXACT);
      case TITLE -> title(in.what());
      case SPEAKER -> text(in.what(), Fields.SPEAKER, Fields.SPEAKER);
      case MENTION -> text(in.what(), Fields.MENTION, Fields.MENTION);
      case PARTY -> value(Facet.PARTY, in.what());
      case MENTIONED_PARTY -> value(Facet.MENTIONED_PARTY, in.what());
      case OUTLET -> value(Facet.OUTLET, in.what());
      case SECTION -> value(Facet.SECTION, in.what());
      case AUTHOR -> value(Facet.AUTHOR, in.what());
      case TAG -> value(Facet.TAG, in.what());
      case LANGUAGE -> value(Facet.LANGUAGE, in.what());
      case KIND -> value(Facet.KIND, in.what());
      case POLARITY -> value(Facet.POLARITY, in.what());
      case SPEAKS_FOR -> value(Facet.SPEAKS_FOR, in.what());
      case MARKED -> value(Facet.MARKED, in.what());
      case FORMER_PARTY -> value(Facet.FORMER_PARTY, in.what());
      case ROLE -> value(Facet.ROLE, in.what());
      case GENDER -> value(Facet.GENDER, in.what());
      case DATE -> throw new IllegalArgumentException("a date is no text: " + in);
    };
  }

  private Query text(org.onrecord.query.Query what, String words, String exact) throws IOException {
    return switch (what) {
      case Word(String text, int _) ->
          named(words, found(sideBySide(words, text)), text, String::equals);
      case Phrase(String text, int _) ->
          named(exact, found(sideBySide(exact, text)), text, String::equals);
      case Prefix prefix -> named(exact, prefix(exact, prefix), prefix.text(), String::startsWith);
      case Fuzzy fuzzy -> like(exact, fuzzy);
      case Variants(org.onrecord.query.Query typed, List<org.onrecord.query.Query> others) -> {
        List<Query> each = new ArrayList<>(List.of(text(typed, words, exact)));
        for (org.onrecord.query.Query other : others) {
          each.add(text(other, words, exact));
        }
        yield new DisjunctionMaxQuery(each, 0);
      }
      default ->
          new ProximityQuery(
              words, new ProximityCompiler(analyzer, expansion, words, exact).compile(what));
    };
  }

  /** Where a field is of names: with those that editors gave, without those that they took. */
  private Query named(String field, Query lying, String text, BiPredicate<String, String> alike)
      throws IOException {
    Optional<Facet> facet =
        switch (field) {
          case Fields.SPEAKER -> Optional.of(Facet.SPEAKER);
          case Fields.MENTION -> Optional.of(Facet.MENTION);
          default -> Optional.empty();
        };
    return facet.isEmpty() || names == AppliedNames.NONE
        ? lying
        : names
            .words()
            .around(
                lying,
                null,
                List.of(facet.get()),
                NewsAnalyzer.terms(analyzer, field, text),
                alike);
  }

  private static Query found(Optional<Query> query) {
    return query.orElseGet(() -> new MatchNoDocsQuery("no letter or digit"));
  }

  /** The headline of each of an article's documents; that of the headline itself is its text. */
  private Query title(org.onrecord.query.Query what) throws IOException {
    Query headline =
        new BooleanQuery.Builder()
            .add(text(what, Fields.TEXT, Fields.EXACT), Occur.MUST)
            .add(new TermQuery(new Term(Fields.TYPE, DocumentType.PARAGRAPH.label())), Occur.FILTER)
            .add(FIRST, Occur.FILTER)
            .build();
    return new DisjunctionMaxQuery(
        List.of(new HeadlineQuery(text(what, Fields.TITLE, Fields.TITLE_EXACT)), headline), 0);
  }

  private Query value(Facet facet, org.onrecord.query.Query what) {
    return switch (what) {
      case Prefix(String text, int _) -> unscored(FacetFields.startingWith(facet, text));
      case Phrase(String text, int _) -> unscored(names.of(facet).anyOf(List.of(text)));
      case Variants(org.onrecord.query.Query _, List<org.onrecord.query.Query> others) -> {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        others.forEach(other -> any.add(value(facet, other), Occur.SHOULD));
        yield unscored(any.build());
      }
      default -> throw new IllegalArgumentException(facet + " has no such value: " + what);
    };
  }

  /** What is dated within the days. */
  static Query dated(Dated dated) {
    LocalDate from = dated.from();
    LocalDate to = dated.to();
    return unscored(
        LongField.newRangeQuery(
            Fields.DATE,
            from == null ? Long.MIN_VALUE : from.toEpochDay(),
            to == null ? Long.MAX_VALUE : to.toEpochDay()));
  }

  /** What is from articles of which a member has the value. */
  static Query member(Member member) {
    return unscored(
        new TermQuery(new Term(Fields.EXTRA, MemberTerms.term(member.name(), member.value()))));
  }

  private static Query unscored(Query query) {
    return new BoostQuery(new ConstantScoreQuery(query), 0);
  }
}
