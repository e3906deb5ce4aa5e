package org.onrecord.backend.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.onrecord.alert.StandingSearches;
import org.onrecord.backend.lucene.index.DocumentCodec;
import org.onrecord.backend.lucene.index.DocumentFields;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.NewsAnalyzer;
import org.onrecord.backend.lucene.names.AppliedNames;
import org.onrecord.backend.lucene.query.ArchiveSearcher;
import org.onrecord.backend.lucene.query.Hits;
import org.onrecord.backend.lucene.query.QueryCompiler;
import org.onrecord.backend.lucene.query.RequiredTerms;
import org.onrecord.backend.lucene.query.TermFrequencies;
import org.onrecord.people.NameSource;
import org.onrecord.people.NamedDocuments;
import org.onrecord.people.Names;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.DocumentFacets;
import org.onrecord.schema.Facet;
import org.onrecord.search.AskedSearch;
import org.onrecord.search.CopyMode;
import org.onrecord.search.InvalidRequestException;
import org.onrecord.search.MatchMode;

/**
 * Standing searches, each kept under the rarest term that it needs. Articles are written into an
 * index in memory, which is asked by those searches alone of which it has every term that they
 * need. Safe for use by several threads, which go one after the other.
 */
public final class LuceneStandingSearches implements StandingSearches {
  private final TermFrequencies archive;
  private final NameSource names;
  private final LuceneSearch search;
  private final DocumentFields documents;
  private final FacetsConfig facets;
  private final Analyzer ofQueries = NewsAnalyzer.forQueries();
  private final Analyzer ofDocuments = NewsAnalyzer.create();
  private final Map<String, Standing> all = new TreeMap<>();
  private final Map<String, Map<BytesRef, Set<String>>> byTerm = new HashMap<>();
  private final Set<String> always = new LinkedHashSet<>();

  /**
   * A search that is kept.
   *
   * @param needs what it needs, the rarest first
   * @param compiled as Lucene runs it whatever the articles are; null where that depends on the
   *     words that they hold
   */
  private record Standing(AskedSearch asked, List<Set<Term>> needs, @Nullable Query compiled) {}

  /**
   * Searches of an archive.
   *
   * @param archive tells which terms are rare
   * @param names what editors decided about names
   * @param expansion how many words of a field a prefix or fuzzy word stands for at the most
   */
  public LuceneStandingSearches(TermFrequencies archive, NameSource names, int expansion) {
    DocumentCodec codec = new DocumentCodec();
    FacetFields fields = new FacetFields();
    this.archive = archive;
    this.names = names;
    this.search = new LuceneSearch(codec, expansion);
    this.documents = new DocumentFields(codec, fields);
    this.facets = fields.config();
  }

  @Override
  public synchronized void put(String id, AskedSearch asked) throws IOException {
    Standing standing = archive.count(frequencies -> standing(frequencies, asked));
    List<Set<Term>> needs = standing.needs();
    remove(id);
    all.put(id, standing);
    if (needs.isEmpty()) {
      always.add(id);
    } else {
      for (Term term : needs.getFirst()) {
        byTerm
            .computeIfAbsent(term.field(), _ -> new HashMap<>())
            .computeIfAbsent(term.bytes(), _ -> new LinkedHashSet<>())
            .add(id);
      }
    }
  }

  private Standing standing(TermFrequencies.InView frequencies, AskedSearch asked)
      throws IOException {
    boolean expands = asked.query().printed().matches(".*[*~].*");
    return new Standing(
        asked,
        new RequiredTerms(ofQueries, frequencies).of(asked),
        expands || !names.names().isEmpty() ? null : compiled(search.wordless(), asked));
  }

  private static Query compiled(QueryCompiler compiler, AskedSearch asked) throws IOException {
    return compiler.matching(
        asked.match() == MatchMode.ANY ? asked.query().loosened() : asked.query());
  }

  @Override
  public synchronized void remove(String id) {
    Standing before = all.remove(id);
    always.remove(id);
    if (before != null && !before.needs().isEmpty()) {
      for (Term term : before.needs().getFirst()) {
        Map<BytesRef, Set<String>> inField = byTerm.getOrDefault(term.field(), Map.of());
        Set<String> ids = inField.getOrDefault(term.bytes(), Set.of());
        ids.remove(id);
        if (ids.isEmpty()) {
          inField.remove(term.bytes());
        }
      }
    }
  }

  @Override
  public synchronized List<Match> match(List<ArchivedArticle> articles) throws IOException {
    List<ArchivedArticle> shown =
        articles.stream().filter(article -> !article.paragraphs().isEmpty()).toList();
    if (shown.isEmpty() || all.isEmpty()) {
      return List.of();
    }
    List<Match> matches = new ArrayList<>();
    Names decided = names.names();
    // Records are read where editors' decisions about names change them.
    ArrivedBlock.Writing writing = decided.isEmpty() ? documents::unstored : documents::of;
    try (ArrivedBlock block = ArrivedBlock.of(shown, writing)) {
      ArchiveSearcher searcher =
          ((ArchiveSearcher) ArchiveSearcher.factory(facets).newSearcher(block.reader(), null))
              .under(decided, search.codec());
      Held held = new Held(block.reader(), given(block.documents(), decided));
      for (String id : candidates(held)) {
        Standing standing = all.get(id);
        if (standing != null && held.holds(standing.needs())) {
          List<Passage> passages = found(searcher, block, standing);
          if (!passages.isEmpty()) {
            matches.add(new Match(id, passages));
          }
        }
      }
    }
    return matches;
  }

  /** Runs one search as the archive would. */
  private List<Passage> found(ArchiveSearcher searcher, ArrivedBlock block, Standing standing)
      throws IOException {
    List<Passage> passages = new ArrayList<>();
    AskedSearch asked = standing.asked();
    Query known = searcher.names() == AppliedNames.NONE ? standing.compiled() : null;
    try {
      Hits hits =
          new MatchedHits(
                  searcher,
                  search.columns(),
                  asked.request().scope().withCopies(CopyMode.UNFOLD),
                  known == null ? compiled(search.compiler(searcher), asked) : known,
                  Set.of())
              .all();
      for (LeafReaderContext leaf : hits.leaves()) {
        DocIdSetIterator docs = hits.in(leaf).iterator();
        for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
          passages.add(block.passage(leaf.docBase + doc));
        }
      }
    } catch (InvalidRequestException tooManyWords) {
      return List.of();
    }
    return passages;
  }

  private Set<String> candidates(Held held) throws IOException {
    Set<String> candidates = new LinkedHashSet<>(always);
    for (Map.Entry<String, Map<BytesRef, Set<String>>> field : byTerm.entrySet()) {
      Terms terms = MultiTerms.getTerms(held.reader(), field.getKey());
      if (terms != null) {
        TermsEnum each = terms.iterator();
        for (BytesRef term = each.next(); term != null; term = each.next()) {
          candidates.addAll(field.getValue().getOrDefault(term, Set.of()));
        }
      }
    }
    for (Term term : held.given()) {
      candidates.addAll(
          byTerm.getOrDefault(term.field(), Map.of()).getOrDefault(term.bytes(), Set.of()));
    }
    return candidates;
  }

  /**
   * Which terms some documents have.
   *
   * @param given those that they have by decisions about names alone
   */
  private record Held(DirectoryReader reader, Set<Term> given) {
    boolean holds(List<Set<Term>> needs) throws IOException {
      for (Set<Term> oneOf : needs) {
        boolean has = false;
        for (Term term : oneOf) {
          has = has || given.contains(term) || reader.docFreq(term) > 0;
        }
        if (!has) {
          return false;
        }
      }
      return true;
    }
  }

  /** The terms of names that editors gave to documents. */
  private Set<Term> given(List<ArchiveDocument> block, Names decided) {
    if (decided.isEmpty()) {
      return Set.of();
    }
    return block.stream()
        .map(document -> NamedDocuments.of(document, decided))
        .flatMap(
            document ->
                Facet.FILTERS.stream()
                    .flatMap(
                        facet ->
                            DocumentFacets.values(facet, document).stream()
                                .flatMap(
                                    value ->
                                        Stream.concat(
                                            Stream.of(FacetFields.term(facet, value.key())),
                                            words(facet, value.name()).stream()))))
        .collect(Collectors.toSet());
  }

  private List<Term> words(Facet facet, String name) {
    List<Term> words = new ArrayList<>();
    if (facet.isOfPeople()) {
      for (String word : NewsAnalyzer.terms(ofDocuments, Fields.MENTION, name)) {
        words.add(new Term(Fields.SPEAKER, word));
        words.add(new Term(Fields.MENTION, word));
      }
    }
    return words;
  }
}
