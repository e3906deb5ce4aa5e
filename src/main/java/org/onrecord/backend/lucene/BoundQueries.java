package org.onrecord.backend.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RegexpQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.RegExp;
import org.onrecord.article.SpeakerType;
import org.onrecord.backend.lucene.index.DocumentFields;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.MemberTerms;
import org.onrecord.backend.lucene.index.UrlTerms;
import org.onrecord.backend.lucene.query.Hits;
import org.onrecord.schema.Facet;
import org.onrecord.search.HitBounds;

/** What narrows hits beside facets and days, as Lucene's queries. */
final class BoundQueries {
  private static final String SEPARATOR = String.valueOf(FacetFields.SEPARATOR);

  private BoundQueries() {}

  /** Adds what has to be looked for. */
  static void addTo(BooleanQuery.Builder all, HitBounds bounds) {
    if (!bounds.ids().isEmpty()) {
      List<BytesRef> ids = bounds.ids().stream().map(BytesRef::new).toList();
      all.add(
          new BooleanQuery.Builder()
              .add(new TermInSetQuery(Fields.ARTICLE, ids), Occur.SHOULD)
              .add(new TermInSetQuery(Fields.ID, ids), Occur.SHOULD)
              .build(),
          Occur.FILTER);
    }
    if (!bounds.urls().isEmpty()) {
      List<BytesRef> urls =
          bounds.urls().stream().map(url -> new BytesRef(UrlTerms.asked(url))).toList();
      all.add(new TermInSetQuery(Fields.URL, urls), Occur.FILTER);
    }
    if (bounds.speaker() != null) {
      addSpeaker(all, bounds.speaker());
    }
    Query party = new FieldExistsQuery(FacetFields.field(Facet.PARTY));
    switch (bounds.party()) {
      case ANY -> {}
      case TRUE -> all.add(party, Occur.FILTER);
      case FALSE -> all.add(party, Occur.MUST_NOT);
    }
    switch (bounds.reserved()) {
      case INCLUDE -> {}
      case LEAVE -> all.add(reserved(), Occur.MUST_NOT);
    }
  }

  private static void addSpeaker(BooleanQuery.Builder all, SpeakerType type) {
    String field = FacetFields.idField(Facet.SPEAKER);
    switch (type) {
      case PERSON, ORGANISATION ->
          all.add(
              new RegexpQuery(
                  new Term(field, ".*" + SEPARATOR + type.label() + SEPARATOR + ".*"), RegExp.NONE),
              Occur.FILTER);
      case UNNAMED -> all.add(new PrefixQuery(new Term(field, "")), Occur.MUST_NOT);
    }
  }

  /** The articles whose publisher forbids data mining, by what their member says of it. */
  private static Query reserved() {
    String begin = MemberTerms.term("dataMining", "");
    Automaton all =
        Operations.union(
            List.of(
                new RegExp(begin + ".*dmi-prohibited.*", RegExp.NONE).toAutomaton(),
                new RegExp(begin + "1", RegExp.NONE).toAutomaton()));
    Automaton learning = new RegExp(begin + ".*mltraining.*", RegExp.NONE).toAutomaton();
    int most = Operations.DEFAULT_DETERMINIZE_WORK_LIMIT;
    Automaton mining =
        Operations.determinize(
            Operations.minus(
                Operations.determinize(all, most), Operations.determinize(learning, most), most),
            most);
    return new AutomatonQuery(new Term(Fields.EXTRA, begin), mining);
  }

  /** Keeps the quotations whose words are as long as wanted. */
  static void retainLengths(Hits hits, HitBounds bounds) throws IOException {
    for (LeafReaderContext leaf : hits.leaves()) {
      NumericDocValues places = DocValues.getNumeric(leaf.reader(), Fields.PLACE);
      hits.retainIf(leaf, doc -> fits(places, doc, bounds));
    }
  }

  private static boolean fits(NumericDocValues places, int doc, HitBounds bounds) {
    try {
      int length = places.advanceExact(doc) ? DocumentFields.lengthAt(places.longValue()) : 0;
      return length > 0 && length >= bounds.minLength() && length <= bounds.maxLength();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
