package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.MemberTerms;
import org.onrecord.backend.lucene.index.NewsAnalyzer;
import org.onrecord.query.Query;
import org.onrecord.query.Query.All;
import org.onrecord.query.Query.Dated;
import org.onrecord.query.Query.Fuzzy;
import org.onrecord.query.Query.Group;
import org.onrecord.query.Query.In;
import org.onrecord.query.Query.Member;
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
import org.onrecord.search.AskedSearch;

/**
 * What of a search's terms has to be in a group of documents for the search to find anything there:
 * sets of terms, of each of which at least one. Where a search matches nothing is told without
 * running it, as Lucene's monitor and Elasticsearch's percolator do; it may be told that it could
 * match where it does not. What a document is given by a decision about names counts as its own.
 */
public final class RequiredTerms {
  private final Analyzer analyzer;
  private final TermFrequencies.InView frequency;

  /**
   * A way to tell.
   *
   * @param analyzer how queries are read
   * @param frequency by which the rarer is told from the more frequent
   */
  public RequiredTerms(Analyzer analyzer, TermFrequencies.InView frequency) {
    this.analyzer = analyzer;
    this.frequency = frequency;
  }

  /** A set of terms, and in how many documents one of them is at the most. */
  private record Counted(Set<Term> terms, long documents) {}

  /** The sets, the rarest first; none where nothing can be told. */
  public List<Set<Term>> of(AskedSearch search) throws IOException {
    List<Set<Term>> all = new ArrayList<>();
    search
        .request()
        .filters()
        .forEach(
            (facet, values) -> {
              if (!values.isEmpty()) {
                all.add(
                    new HashSet<>(values.stream().map(v -> FacetFields.term(facet, v)).toList()));
              }
            });
    all.addAll(
        of(
            switch (search.match()) {
              case ALL -> search.query();
              case ANY -> search.query().loosened();
            }));
    List<Counted> counted = new ArrayList<>();
    for (Set<Term> terms : all) {
      counted.add(new Counted(Set.copyOf(terms), documents(terms)));
    }
    return counted.stream()
        .sorted(Comparator.comparingLong(Counted::documents))
        .map(Counted::terms)
        .toList();
  }

  private long documents(Set<Term> terms) throws IOException {
    frequency.willAsk(terms);
    long sum = 0;
    for (Term term : terms) {
      sum += frequency.of(term);
    }
    return sum;
  }

  /** Each of the sets. */
  private List<Set<Term>> of(Query query) throws IOException {
    return switch (query) {
      case Word(String text, int _) -> anywhere(text, Fields.TEXT);
      case Phrase(String text, int _) -> anywhere(text, Fields.EXACT);
      case In(var field, Query what, int _) ->
          switch (field) {
            case TEXT -> inText(what);
            case TITLE ->
                inFields(
                    what,
                    List.of(Fields.TEXT, Fields.TITLE),
                    List.of(Fields.EXACT, Fields.TITLE_EXACT));
            case SPEAKER -> inFields(what, List.of(Fields.SPEAKER), List.of(Fields.SPEAKER));
            case MENTION -> inFields(what, List.of(Fields.MENTION), List.of(Fields.MENTION));
            case PARTY -> value(Facet.PARTY, what);
            case MENTIONED_PARTY -> value(Facet.MENTIONED_PARTY, what);
            case OUTLET -> value(Facet.OUTLET, what);
            case SECTION -> value(Facet.SECTION, what);
            case AUTHOR -> value(Facet.AUTHOR, what);
            case TAG -> value(Facet.TAG, what);
            case LANGUAGE -> value(Facet.LANGUAGE, what);
            case KIND -> value(Facet.KIND, what);
            case POLARITY -> value(Facet.POLARITY, what);
            case SPEAKS_FOR -> value(Facet.SPEAKS_FOR, what);
            case MARKED -> value(Facet.MARKED, what);
            case FORMER_PARTY -> value(Facet.FORMER_PARTY, what);
            case ROLE -> value(Facet.ROLE, what);
            case GENDER -> value(Facet.GENDER, what);
            case DATE -> List.of();
          };
      case Near(Query left, Query right, int _, int _) -> both(inText(left), inText(right));
      case SameSentence(Query left, Query right, int _) -> both(inText(left), inText(right));
      case Variants(Query typed, List<Query> others) -> {
        List<Query> each = new ArrayList<>(List.of(typed));
        each.addAll(others);
        yield either(each, this::of);
      }
      case Or(List<Query> clauses) -> either(clauses, this::of);
      case Group(List<Query> clauses) -> {
        List<Set<Term>> all = new ArrayList<>();
        for (Query clause : clauses) {
          all.addAll(of(clause));
        }
        yield all;
      }
      case Member(String name, String value, int _) ->
          List.of(Set.of(new Term(Fields.EXTRA, MemberTerms.term(name, value))));
      case All _, Prefix _, Fuzzy _, Dated _, SameRoot _, Not _ -> List.of();
    };
  }

  /** What is looked for in one place of a text, or in places near each other. */
  private List<Set<Term>> inText(Query what) throws IOException {
    return inFields(what, List.of(Fields.TEXT), List.of(Fields.EXACT));
  }

  /**
   * What is looked for in fields of which one is enough.
   *
   * @param words where words are looked for
   * @param exact where phrases are
   */
  private List<Set<Term>> inFields(Query what, List<String> words, List<String> exact)
      throws IOException {
    return switch (what) {
      case Word(String text, int _) -> inAny(words, text);
      case Phrase(String text, int _) -> inAny(exact, text);
      case Near(Query left, Query right, int _, int _) ->
          both(inFields(left, words, exact), inFields(right, words, exact));
      case SameSentence(Query left, Query right, int _) ->
          both(inFields(left, words, exact), inFields(right, words, exact));
      case Or(List<Query> clauses) -> either(clauses, one -> inFields(one, words, exact));
      case Variants(Query typed, List<Query> others) -> {
        List<Query> each = new ArrayList<>(List.of(typed));
        each.addAll(others);
        yield either(each, one -> inFields(one, words, exact));
      }
      default -> List.of();
    };
  }

  /** A value of a field, which stands for the whole of it. */
  private List<Set<Term>> value(Facet facet, Query what) throws IOException {
    return switch (what) {
      case Phrase(String text, int _) -> List.of(Set.of(FacetFields.term(facet, text)));
      case Variants(Query _, List<Query> others) -> either(others, one -> value(facet, one));
      default -> List.of();
    };
  }

  private List<Set<Term>> anywhere(String text, String textField) {
    return inAny(List.of(textField, Fields.SPEAKER, Fields.MENTION), text);
  }

  /** For each word of a text a set: that word in any of the fields, as each has it. */
  private List<Set<Term>> inAny(List<String> fields, String text) {
    List<Set<Term>> all = new ArrayList<>();
    List<List<String>> cut =
        fields.stream().map(field -> NewsAnalyzer.terms(analyzer, field, text)).toList();
    int words = cut.stream().mapToInt(List::size).min().orElse(0);
    for (int i = 0; i < words; i++) {
      Set<Term> terms = new HashSet<>();
      for (int field = 0; field < fields.size(); field++) {
        terms.add(new Term(fields.get(field), cut.get(field).get(i)));
      }
      all.add(terms);
    }
    return all;
  }

  private static List<Set<Term>> both(List<Set<Term>> left, List<Set<Term>> right) {
    return Stream.concat(left.stream(), right.stream()).toList();
  }

  /** Tells of one of several. */
  @FunctionalInterface
  private interface Telling {
    List<Set<Term>> of(Query query) throws IOException;
  }

  /** Of alternatives the rarest set of each, put together; nothing where one may be anywhere. */
  private List<Set<Term>> either(List<Query> alternatives, Telling telling) throws IOException {
    Set<Term> together = new HashSet<>();
    for (Query one : alternatives) {
      Optional<Set<Term>> rarest = rarest(telling.of(one));
      if (rarest.isEmpty()) {
        return List.of();
      }
      together.addAll(rarest.get());
    }
    return together.isEmpty() ? List.of() : List.of(together);
  }

  private Optional<Set<Term>> rarest(List<Set<Term>> sets) throws IOException {
    List<Counted> counted = new ArrayList<>();
    for (Set<Term> terms : sets) {
      counted.add(new Counted(terms, documents(terms)));
    }
    return counted.stream().min(Comparator.comparingLong(Counted::documents)).map(Counted::terms);
  }
}
