package org.onrecord.backend.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.onrecord.article.PartyRef;
import org.onrecord.backend.lucene.facet.NameBeginnings;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.NewsAnalyzer;
import org.onrecord.backend.lucene.names.FacetNames;
import org.onrecord.backend.lucene.query.ArchiveSearcher;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;
import org.onrecord.search.Completion;
import org.onrecord.search.CompletionQuotas;

/**
 * Completes what is being typed from what the index holds: names by the beginning of any of their
 * words, phrases by that of their last. Nothing of articles that were taken out is shown.
 */
record Completions(ArchiveSearcher searcher, Analyzer analyzer, NameBeginnings beginnings) {
  /** How many words with one beginning are looked at. */
  private static final int MAX_SEEN = 20_000;

  /** Of how many of the most frequent the hits are counted, for each one that is shown. */
  private static final int COUNTED = 4;

  /** At most {@code size}, by their {@link CompletionQuotas}. */
  List<Completion> of(String typed, int size) throws IOException {
    String start = NameBeginnings.fold(typed.strip());
    if (start.isEmpty()) {
      return List.of();
    }
    CompletionQuotas quotas = CompletionQuotas.of(size);
    return quotas.shown(
        people(start, size), parties(start, quotas.parties()), phrases(typed.strip(), size));
  }

  /** Parties by the beginning of a word of their names, each under its most frequent one. */
  private List<Completion> parties(String start, int size) throws IOException {
    Map<String, String> names = new LinkedHashMap<>();
    Set<String> found = new LinkedHashSet<>();
    for (PartyRef party : searcher.parties()) {
      names.putIfAbsent(party.id(), party.name());
      if (NameBeginnings.hasWord(party.name(), start)) {
        found.add(party.id());
      }
    }
    List<Completion> parties = new ArrayList<>();
    for (String id : found.stream().limit((long) COUNTED * size).toList()) {
      long count = count(searcher.names().of(Facet.PARTY).anyOf(List.of(id)));
      if (count > 0) {
        String name = names.getOrDefault(id, id);
        parties.add(new Completion(Completion.Kind.PARTY, name, id, count));
      }
    }
    return best(parties, size);
  }

  private List<Completion> people(String start, int size) throws IOException {
    List<Facet> facets = List.of(Facet.SPEAKER, Facet.MENTION);
    Map<String, Integer> frequencies = new HashMap<>();
    for (Facet facet : facets) {
      beginnings.addTo(frequencies, searcher.getIndexReader(), facet, start);
      FacetNames decided = searcher.names().of(facet);
      decided
          .gained()
          .forEach(
              (key, docs) -> {
                if (NameBeginnings.hasWord(key, start)) {
                  frequencies.merge(decided.label(key).orElse(key), docs.length, Integer::sum);
                }
              });
    }
    List<Completion> names = new ArrayList<>();
    for (String name : mostFrequent(frequencies, COUNTED * size)) {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      facets.forEach(
          facet -> any.add(searcher.names().of(facet).anyOf(List.of(name)), Occur.SHOULD));
      add(names, Completion.Kind.PERSON, name, any.build());
    }
    return best(names, size);
  }

  private List<Completion> phrases(String typed, int size) throws IOException {
    List<String> words = NewsAnalyzer.terms(analyzer, Fields.EXACT, typed);
    int last = Math.max(typed.lastIndexOf(' '), typed.lastIndexOf('-')) + 1;
    if (words.isEmpty()
        || NewsAnalyzer.terms(analyzer, Fields.EXACT, typed.substring(last)).size() != 1) {
      return List.of();
    }
    List<String> before = words.subList(0, words.size() - 1);
    List<Completion> phrases = new ArrayList<>();
    for (String word : mostFrequent(beginningWith(words.getLast()), COUNTED * size)) {
      List<String> phrase = new ArrayList<>(before);
      phrase.add(word);
      Query query = new PhraseQuery(Fields.EXACT, phrase.toArray(String[]::new));
      add(phrases, Completion.Kind.PHRASE, typed.substring(0, last) + word, query);
    }
    return best(phrases, size);
  }

  private Map<String, Integer> beginningWith(String start) throws IOException {
    Map<String, Integer> frequencies = new HashMap<>();
    Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), Fields.EXACT);
    TermsEnum words = terms == null ? TermsEnum.EMPTY : terms.iterator();
    BytesRef bytes = new BytesRef(start);
    if (words.seekCeil(bytes) != TermsEnum.SeekStatus.END) {
      for (BytesRef term = words.term();
          term != null && StringHelper.startsWith(term, bytes) && frequencies.size() < MAX_SEEN;
          term = words.next()) {
        searcher.deadline().read();
        frequencies.put(term.utf8ToString(), words.docFreq());
      }
    }
    return frequencies;
  }

  private static List<String> mostFrequent(Map<String, Integer> frequencies, int size) {
    return frequencies.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(size)
        .map(Map.Entry::getKey)
        .toList();
  }

  private void add(List<Completion> found, Completion.Kind kind, String text, Query query)
      throws IOException {
    long count = count(query);
    if (count > 0) {
      found.add(new Completion(kind, text, count));
    }
  }

  /** How many paragraphs a query finds. */
  private long count(Query query) throws IOException {
    Query paragraphs =
        new BooleanQuery.Builder()
            .add(query, Occur.FILTER)
            .add(new TermQuery(new Term(Fields.TYPE, DocumentType.PARAGRAPH.label())), Occur.FILTER)
            .build();
    searcher.deadline().check();
    return searcher.count(paragraphs);
  }

  private static List<Completion> best(List<Completion> completions, int size) {
    return completions.stream()
        .sorted(
            Comparator.comparingLong(Completion::count).reversed().thenComparing(Completion::text))
        .limit(size)
        .toList();
  }
}
