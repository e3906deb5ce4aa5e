package org.onrecord.backend.lucene.names;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.LongField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.PartyRef;
import org.onrecord.backend.lucene.index.DocumentCodec;
import org.onrecord.backend.lucene.index.DocumentFields;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.PersonTerm;
import org.onrecord.people.ArticleCondition;
import org.onrecord.people.NamedDocuments;
import org.onrecord.people.Names;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.DocumentFacets;
import org.onrecord.schema.Facet;

/**
 * Works out which documents of a view have other values than lie there, from the postings of those
 * ids that something was decided about: no document is read but those of struck speakers who were
 * given a party. For one thread.
 */
final class NamesInView {
  private final IndexReader reader;
  private final Names names;
  private final @Nullable Bits live;
  private final IndexSearcher searcher;
  private final DocList speechless = new DocList();

  NamesInView(IndexReader reader, Names names) {
    this.reader = reader;
    this.names = names;
    this.live = MultiBits.getLiveDocs(reader);
    this.searcher = new IndexSearcher(reader);
    this.searcher.setQueryCache(null);
  }

  /** What is made of one facet. */
  private static final class Making {
    private final Map<String, DocList> leaving = new HashMap<>();
    private final Map<String, DocList> staying = new HashMap<>();
    private final Map<String, DocList> coming = new HashMap<>();
    private final Map<String, DocList> disowned = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();
    private final Map<String, Set<String>> targets = new HashMap<>();

    static void add(Map<String, DocList> lists, String key, int doc) {
      lists.computeIfAbsent(key, _ -> new DocList()).add(doc);
    }

    static int[] sorted(Map<String, DocList> lists, String key) {
      DocList list = lists.get(key);
      return list == null ? new int[0] : list.sorted();
    }
  }

  /** The values of people. */
  FacetNames facet(Facet facet) throws IOException {
    Making making = new Making();
    Terms terms = MultiTerms.getTerms(reader, FacetFields.idField(facet));
    TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
    for (String id : names.ids()) {
      List<PersonTerm> found = PersonTerm.of(each, id);
      if (!found.isEmpty()) {
        List<Names.Reading> readings = names.readings(id);
        for (PersonTerm term : found) {
          use(facet, making, term, readings);
        }
      }
    }
    return made(facet, making);
  }

  private void use(Facet facet, Making making, PersonTerm person, List<Names.Reading> readings)
      throws IOException {
    Term term = new Term(FacetFields.idField(facet), person.term());
    String key = FacetFields.fold(person.name());
    Map<ArticleCondition, int[]> meeting = new HashMap<>();
    for (Names.Reading reading : readings) {
      for (ArticleCondition condition :
          Stream.concat(reading.in().stream(), reading.notIn().stream()).toList()) {
        if (!meeting.containsKey(condition)) {
          meeting.put(condition, meeting(term, condition));
        }
      }
    }
    for (int doc : docs(term)) {
      Names.Reading reading = reading(readings, meeting, doc);
      if (reading.itself()) {
        Making.add(making.staying, key, doc);
        continue;
      }
      String target = reading.who().map(who -> FacetFields.fold(who.name())).orElse("");
      reading.who().ifPresent(who -> making.labels.put(target, who.name()));
      if (target.equals(key)) {
        Making.add(making.staying, key, doc);
        continue;
      }
      Making.add(making.leaving, key, doc);
      making.targets.computeIfAbsent(key, _ -> new HashSet<>()).add(target);
      boolean parted = !reading.in().isEmpty();
      if (target.isEmpty() || parted) {
        Making.add(making.disowned, key, doc);
      }
      if (!target.isEmpty()) {
        Making.add(making.coming, target, doc);
      } else if (facet == Facet.SPEAKER) {
        speechless.add(doc);
      }
    }
  }

  private static Names.Reading reading(
      List<Names.Reading> readings, Map<ArticleCondition, int[]> meeting, int doc) {
    for (Names.Reading reading : readings) {
      if (reading.in().stream().allMatch(one -> DocList.contains(docs(meeting, one), doc))
          && reading.notIn().stream().noneMatch(one -> DocList.contains(docs(meeting, one), doc))) {
        return reading;
      }
    }
    throw new IllegalStateException("no reading holds");
  }

  private static int[] docs(Map<ArticleCondition, int[]> meeting, ArticleCondition condition) {
    return meeting.getOrDefault(condition, new int[0]);
  }

  private FacetNames made(Facet facet, Making making) throws IOException {
    Map<String, int[]> lost = new HashMap<>();
    Map<String, int[]> gained = new HashMap<>();
    Map<String, int[]> disowned = new HashMap<>();
    Map<String, String> wholly = new HashMap<>();
    for (String key : making.leaving.keySet()) {
      int[] lying = docs(value(facet, key));
      int[] leaving = Making.sorted(making.leaving, key);
      int[] staying = Making.sorted(making.staying, key);
      int[] coming = Making.sorted(making.coming, key);
      boolean shared = leaving.length + staying.length < lying.length;
      int[] others = shared ? othersCalled(facet, key) : new int[0];
      int[] gone =
          DocList.without(
              leaving,
              doc ->
                  DocList.contains(staying, doc)
                      || DocList.contains(coming, doc)
                      || DocList.contains(others, doc));
      put(lost, key, gone);
      put(
          disowned,
          key,
          DocList.without(
              Making.sorted(making.disowned, key), doc -> !DocList.contains(gone, doc)));
      Set<String> targets = making.targets.getOrDefault(key, Set.of());
      if (gone.length == lying.length && targets.size() == 1 && !targets.contains("")) {
        wholly.put(key, targets.iterator().next());
      }
    }
    for (String key : making.coming.keySet()) {
      int[] lying = docs(value(facet, key));
      put(
          gained,
          key,
          DocList.without(Making.sorted(making.coming, key), doc -> DocList.contains(lying, doc)));
    }
    return new FacetNames(facet, lost, gained, disowned, making.labels, wholly);
  }

  private static void put(Map<String, int[]> lists, String key, int[] docs) {
    if (docs.length > 0) {
      lists.put(key, docs);
    }
  }

  private static Term value(Facet facet, String key) {
    return new Term(
        FacetFields.field(facet), FacetsConfig.pathToString(facet.label(), new String[] {key}));
  }

  /** Where somebody of this name is meant about whom nothing was decided. */
  private int[] othersCalled(Facet facet, String key) throws IOException {
    String field = FacetFields.idField(facet);
    DocList docs = new DocList();
    Terms terms = MultiTerms.getTerms(reader, field);
    TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
    for (BytesRef term = each.next(); term != null; term = each.next()) {
      PersonTerm person = PersonTerm.of(term);
      if (!names.ids().contains(person.id()) && FacetFields.fold(person.name()).equals(key)) {
        for (int doc : docs(new Term(field, BytesRef.deepCopyOf(term)))) {
          docs.add(doc);
        }
      }
    }
    return docs.sorted();
  }

  /** What parties documents lose since their speakers are nobody; asked after the speakers. */
  FacetNames parties(DocumentCodec codec) throws IOException {
    Making making = new Making();
    SortedSetDocValues values =
        MultiDocValues.getSortedSetValues(reader, FacetFields.field(Facet.PARTY));
    StoredFields stored = reader.storedFields();
    for (int doc : values == null ? new int[0] : speechless.sorted()) {
      if (values != null && values.advanceExact(doc)) {
        ArchiveDocument document = DocumentFields.record(codec, stored, doc);
        Set<PartyRef> left = DocumentFacets.parties(NamedDocuments.of(document, names));
        Set<PartyRef> before = new HashSet<>(DocumentFacets.parties(document));
        before.removeAll(left);
        before.forEach(
            party -> Making.add(making.leaving, FacetFields.key(Facet.PARTY, party.id()), doc));
        left.forEach(
            party -> Making.add(making.staying, FacetFields.key(Facet.PARTY, party.id()), doc));
      }
    }
    Map<String, int[]> lost = new HashMap<>();
    for (String key : making.leaving.keySet()) {
      int[] staying = Making.sorted(making.staying, key);
      put(
          lost,
          key,
          DocList.without(
              Making.sorted(making.leaving, key), doc -> DocList.contains(staying, doc)));
    }
    return new FacetNames(Facet.PARTY, lost, Map.of(), Map.of(), Map.of(), Map.of());
  }

  private int[] docs(Term term) throws IOException {
    DocList docs = new DocList();
    PostingsEnum postings =
        MultiTerms.getTermPostingsEnum(reader, term.field(), term.bytes(), PostingsEnum.NONE);
    if (postings != null) {
      for (int doc = postings.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = postings.nextDoc()) {
        if (live == null || live.get(doc)) {
          docs.add(doc);
        }
      }
    }
    return docs.sorted();
  }

  /** Which documents of a person are of articles that meet a condition. */
  private int[] meeting(Term person, ArticleCondition condition) throws IOException {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(new TermQuery(person), Occur.FILTER);
    if (!condition.articles().isEmpty()) {
      List<BytesRef> ids = new ArrayList<>();
      condition.articles().forEach(article -> ids.add(new BytesRef(article.value())));
      all.add(new TermInSetQuery(Fields.ARTICLE, ids), Occur.FILTER);
    }
    if (condition.outlet() != null) {
      all.add(FacetFields.anyOf(Facet.OUTLET, List.of(condition.outlet())), Occur.FILTER);
    }
    if (condition.from() != null || condition.to() != null) {
      all.add(
          LongField.newRangeQuery(
              Fields.DATE,
              condition.from() == null ? Long.MIN_VALUE : condition.from().toEpochDay(),
              condition.to() == null ? Long.MAX_VALUE : condition.to().toEpochDay()),
          Occur.FILTER);
    }
    return found(all.build());
  }

  private int[] found(Query query) throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    DocList docs = new DocList();
    for (LeafReaderContext leaf : reader.leaves()) {
      Scorer scorer = weight.scorer(leaf);
      Bits there = leaf.reader().getLiveDocs();
      DocIdSetIterator each = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
      for (int doc = each.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = each.nextDoc()) {
        if (there == null || there.get(doc)) {
          docs.add(leaf.docBase + doc);
        }
      }
    }
    return docs.sorted();
  }
}
