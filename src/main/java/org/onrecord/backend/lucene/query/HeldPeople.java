package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.onrecord.article.SpeakerRef;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.PersonTerm;
import org.onrecord.backend.lucene.names.DocList;
import org.onrecord.people.ArchivedPerson;
import org.onrecord.people.WhoIs;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;

/**
 * Lists the people of an index by their ids, as they lie there. What only articles have that were
 * taken out is left out.
 */
public final class HeldPeople {
  private HeldPeople() {}

  /** What is counted of one id. */
  private static final class Counts {
    private final Map<SpeakerRef, Integer> forms = new HashMap<>();
    private long spoken;
    private long mentioned;

    ArchivedPerson person() {
      List<SpeakerRef> byCount = new ArrayList<>(forms.keySet());
      byCount.sort(
          (one, other) -> {
            int order = Integer.compare(count(other), count(one));
            return order == 0 ? one.name().compareTo(other.name()) : order;
          });
      return new ArchivedPerson(
          byCount.getFirst(),
          byCount.stream().map(SpeakerRef::name).distinct().toList(),
          spoken,
          mentioned);
    }

    private int count(SpeakerRef who) {
      return forms.getOrDefault(who, 0);
    }
  }

  /** Everybody, in the order of their ids. */
  static List<ArchivedPerson> of(IndexReader reader) throws IOException {
    Map<String, Counts> counts = new TreeMap<>();
    FixedBitSet quotes = ofType(reader, DocumentType.QUOTE);
    FixedBitSet paragraphs = ofType(reader, DocumentType.PARAGRAPH);
    for (Facet facet : Facet.OF_PEOPLE) {
      FixedBitSet counted = facet == Facet.SPEAKER ? quotes : paragraphs;
      Terms terms = MultiTerms.getTerms(reader, FacetFields.idField(facet));
      TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
      Bits live = MultiBits.getLiveDocs(reader);
      for (BytesRef term = each.next(); term != null; term = each.next()) {
        int held = 0;
        long found = 0;
        PostingsEnum docs = each.postings(null, PostingsEnum.NONE);
        for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
          if (live == null || live.get(doc)) {
            held++;
            found += counted.get(doc) ? 1 : 0;
          }
        }
        if (held > 0) {
          PersonTerm person = PersonTerm.of(term);
          Counts own = counts.computeIfAbsent(person.id(), _ -> new Counts());
          own.forms.merge(
              new SpeakerRef(person.name(), person.id(), person.type()), held, Integer::sum);
          if (facet == Facet.SPEAKER) {
            own.spoken += found;
          } else if (facet == Facet.MENTION) {
            own.mentioned += found;
          }
        }
      }
    }
    return counts.values().stream().map(Counts::person).toList();
  }

  private static FixedBitSet ofType(IndexReader reader, DocumentType type) throws IOException {
    FixedBitSet docs = new FixedBitSet(Math.max(1, reader.maxDoc()));
    PostingsEnum postings =
        MultiTerms.getTermPostingsEnum(
            reader, Fields.TYPE, new BytesRef(type.label()), PostingsEnum.NONE);
    if (postings != null) {
      docs.or(postings);
    }
    return docs;
  }

  /** For whom an id stands; whom only articles had that were taken out is nobody. */
  public static WhoIs whoIs(ArchiveSearcher searcher, String id) throws IOException {
    return WhoIs.of(id, searcher.names().names(), each -> lying(searcher.getIndexReader(), each));
  }

  public static boolean has(IndexReader reader, String id) throws IOException {
    return lying(reader, id).isPresent();
  }

  /** Who bears an id, by the name that they most often have. */
  private static Optional<SpeakerRef> lying(IndexReader reader, String id) throws IOException {
    Bits live = MultiBits.getLiveDocs(reader);
    SpeakerRef best = null;
    long most = 0;
    for (Facet facet : Facet.OF_PEOPLE) {
      String field = FacetFields.idField(facet);
      Terms terms = MultiTerms.getTerms(reader, field);
      TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
      for (PersonTerm person : PersonTerm.of(each, id)) {
        long held =
            Arrays.stream(docs(reader, field, person))
                .filter(doc -> live == null || live.get(doc))
                .count();
        if (held > most) {
          most = held;
          best = new SpeakerRef(person.name(), id, person.type());
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** In how many articles both are. */
  public static long articlesWithBoth(IndexReader reader, String id, String other)
      throws IOException {
    Set<Integer> articles = articles(reader, id);
    articles.retainAll(articles(reader, other));
    return articles.size();
  }

  private static Set<Integer> articles(IndexReader reader, String id) throws IOException {
    Set<Integer> found = new HashSet<>();
    SortedDocValues articles = MultiDocValues.getSortedValues(reader, Fields.ARTICLE);
    Bits live = MultiBits.getLiveDocs(reader);
    for (int doc : docs(reader, id)) {
      if ((live == null || live.get(doc)) && articles != null && articles.advanceExact(doc)) {
        found.add(articles.ordValue());
      }
    }
    return found;
  }

  private static int[] docs(IndexReader reader, String id) throws IOException {
    DocList all = new DocList();
    for (Facet facet : Facet.OF_PEOPLE) {
      Terms terms = MultiTerms.getTerms(reader, FacetFields.idField(facet));
      TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
      for (PersonTerm person : PersonTerm.of(each, id)) {
        for (int doc : docs(reader, FacetFields.idField(facet), person)) {
          all.add(doc);
        }
      }
    }
    return all.sorted();
  }

  private static int[] docs(IndexReader reader, String field, PersonTerm person)
      throws IOException {
    DocList all = new DocList();
    PostingsEnum docs =
        MultiTerms.getTermPostingsEnum(reader, field, person.term(), PostingsEnum.NONE);
    if (docs != null) {
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        all.add(doc);
      }
    }
    return all.sorted();
  }
}
