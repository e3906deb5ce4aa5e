package org.onrecord.backend.opensearch.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.IndexSortSortedNumericDocValuesRangeQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PointRangeQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefIterator;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.query.FamilyQuery;
import org.onrecord.backend.lucene.query.FieldCompiler;
import org.onrecord.backend.lucene.query.HeadlineQuery;
import org.onrecord.backend.lucene.query.PairQuery;
import org.onrecord.backend.lucene.query.ProximityQuery;
import org.onrecord.backend.lucene.query.WordQuery;

/**
 * Writes what the Lucene backend would run as what OpenSearch runs: what is found, and what it is
 * worth, is decided in one place for both. For one question.
 */
final class QueryDsl {
  private final WordDsl words;
  private final PlacedHits places;

  QueryDsl(WordDsl words, PlacedHits places) {
    this.words = words;
    this.places = places;
  }

  /** Writes some queries; what is to be known of their words is read at once. */
  List<Map<String, Object>> of(List<Query> queries) throws IOException {
    List<WordQuery> found = new ArrayList<>();
    for (Query query : queries) {
      addWords(query, found);
    }
    words.read(found);
    List<Map<String, Object>> written = new ArrayList<>();
    for (Query query : queries) {
      written.add(write(query));
    }
    return written;
  }

  private void addWords(Query query, List<WordQuery> found) throws IOException {
    switch (query) {
      case WordQuery word -> found.add(word);
      case FamilyQuery family -> found.add(words.of(family));
      case BoostQuery boosted -> addWords(boosted.getQuery(), found);
      case DisjunctionMaxQuery best -> {
        for (Query each : best.getDisjuncts()) {
          addWords(each, found);
        }
      }
      case BooleanQuery several -> {
        for (BooleanClause each : several.clauses()) {
          addWords(each.query(), found);
        }
      }
      default -> {}
    }
  }

  private Map<String, Object> write(Query query) throws IOException {
    return switch (query) {
      case MatchAllDocsQuery _ -> Dsl.all();
      case MatchNoDocsQuery _ -> Dsl.none();
      case WordQuery word -> words.write(word);
      case FamilyQuery family -> words.write(words.of(family));
      case TermQuery one -> Dsl.term(one.getTerm().field(), one.getTerm().text());
      case PhraseQuery phrase -> phrase(phrase.getField(), texts(phrase.getTerms()), 0);
      case PairQuery pair ->
          phrase(
              pair.terms().getFirst().field(),
              texts(pair.terms().toArray(Term[]::new)),
              pair.slop());
      case MultiPhraseQuery phrase ->
          phrase(
              phrase.getTermArrays()[0][0].field(),
              Arrays.stream(phrase.getTermArrays())
                  .map(place -> String.join(Dsl.BESIDE, texts(place)))
                  .toList(),
              0);
      case SynonymQuery any -> synonyms(any);
      case BoostQuery boosted -> boosted(boosted);
      case ConstantScoreQuery constant -> Dsl.constant(write(constant.getQuery()), 1);
      case DisjunctionMaxQuery best ->
          Dsl.best(each(best.getDisjuncts()), best.getTieBreakerMultiplier());
      case BooleanQuery several -> several(several);
      case TermInSetQuery set -> Dsl.constant(Dsl.terms(set.getField(), values(set)), 1);
      case PrefixQuery prefix ->
          Dsl.constant(
              Dsl.prefix(
                  prefix.getPrefix().field(),
                  value(prefix.getPrefix().field(), prefix.getPrefix().text())),
              1);
      case IndexSortSortedNumericDocValuesRangeQuery days -> write(days.getFallbackQuery());
      case IndexOrDocValuesQuery either -> write(either.getIndexQuery());
      case PointRangeQuery range -> range(range);
      case HeadlineQuery headline -> write(headline.headline());
      case ProximityQuery proximity ->
          Intervals.canTell(proximity.places())
              ? Intervals.query(proximity.places())
              : places.query(proximity);
      default -> {
        if (query.equals(FieldCompiler.FIRST)) {
          yield Dsl.term(Fields.PLACE, 0);
        }
        throw new IllegalStateException("no cluster runs " + query);
      }
    };
  }

  private List<Map<String, Object>> each(Iterable<Query> queries) throws IOException {
    List<Map<String, Object>> written = new ArrayList<>();
    for (Query query : queries) {
      written.add(write(query));
    }
    return written;
  }

  private static List<String> texts(Term[] terms) {
    return Arrays.stream(terms).map(Term::text).toList();
  }

  private static Map<String, Object> phrase(String field, List<String> words, int slop) {
    return Map.of(
        "match_phrase",
        Map.of(Dsl.name(field), Map.of("query", String.join(" ", words), "slop", slop)));
  }

  private static Map<String, Object> synonyms(SynonymQuery any) {
    String words = any.getTerms().stream().map(Term::text).collect(Collectors.joining(Dsl.BESIDE));
    return Map.of("match", Map.of(Dsl.name(any.getField()), Map.of("query", words)));
  }

  private Map<String, Object> boosted(BoostQuery boosted) throws IOException {
    return boosted.getQuery() instanceof ConstantScoreQuery constant
        ? Dsl.constant(write(constant.getQuery()), boosted.getBoost())
        : Dsl.boosted(write(boosted.getQuery()), boosted.getBoost());
  }

  private Map<String, Object> several(BooleanQuery several) throws IOException {
    Dsl.Bool written = new Dsl.Bool();
    for (BooleanClause clause : several.clauses()) {
      Map<String, Object> query = write(clause.query());
      switch (clause.occur()) {
        case MUST -> written.must(query);
        case FILTER -> written.filter(query);
        case SHOULD -> written.should(List.of(query));
        case MUST_NOT -> written.mustNot(query);
      }
    }
    return written.build();
  }

  private static List<String> values(TermInSetQuery set) throws IOException {
    List<String> values = new ArrayList<>();
    BytesRefIterator each = set.getBytesRefIterator();
    for (BytesRef value = each.next(); value != null; value = each.next()) {
      values.add(value(set.getField(), value.utf8ToString()));
    }
    return values;
  }

  /** A facet's value lies on a cluster without the facet's name before it. */
  private static String value(String field, String term) {
    return field.startsWith("facet.") ? FacetsConfig.stringToPath(term)[1] : term;
  }

  private static Map<String, Object> range(PointRangeQuery range) {
    return Dsl.range(
        range.getField(),
        number(range.getLowerPoint(), range.getBytesPerDim()),
        number(range.getUpperPoint(), range.getBytesPerDim()));
  }

  private static long number(byte[] point, int bytes) {
    return bytes == Long.BYTES
        ? LongPoint.decodeDimension(point, 0)
        : ByteBuffer.wrap(point).getInt() ^ Integer.MIN_VALUE;
  }
}
