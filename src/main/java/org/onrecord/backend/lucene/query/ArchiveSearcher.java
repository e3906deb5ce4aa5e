package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryCache;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Lazy;
import org.onrecord.article.PartyRef;
import org.onrecord.article.Polarity;
import org.onrecord.article.Publication.Hold;
import org.onrecord.backend.lucene.index.DocumentCodec;
import org.onrecord.backend.lucene.index.DocumentFields;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.names.AppliedNames;
import org.onrecord.people.ArchivedPerson;
import org.onrecord.people.Names;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;
import org.onrecord.search.ArchiveCounts;
import org.onrecord.search.ArticleFilter;
import org.onrecord.search.Readings;
import org.onrecord.verify.ArchiveSpan;

/**
 * A view of the index at one commit, with what is worked out once a view. Safe for use by several
 * threads.
 */
public final class ArchiveSearcher extends IndexSearcher {
  /** What is told not to be said. */
  public static final TermQuery UNSAID =
      new TermQuery(new Term(Fields.UNSAID, Polarity.UNSAID.label()));

  /** Of how many words it is kept what is spelt nearly as they are. */
  private static final int MOST_SIMILAR = 10_000;

  private final FacetsConfig config;
  private final Map<Facet, Optional<SortedSetDocValuesReaderState>> states;
  private final Lazy<List<PartyRef>> parties;
  private final Lazy<List<ArchivedPerson>> people;
  private final AtomicReference<@Nullable AppliedNames> applied;
  private final AppliedNames names;
  private final Lazy<ArchiveSpan> span;
  private final Lazy<TextLengths> lengths;
  private final Lazy<Boolean> unsaid;
  private final Map<String, List<String>> similar;
  private final Map<ArticleFilter, ArchiveSearcher> narrowed;
  private final Deadline deadline;

  /** Where the index has the words of one question; null where several may ask. */
  private final @Nullable Map<Term, TermStates> ofQuestion;

  private ArchiveSearcher(IndexReader reader, FacetsConfig config) {
    super(reader);
    this.config = config;
    this.states = new EnumMap<>(Facet.class);
    this.parties = new Lazy<>();
    this.people = new Lazy<>();
    this.applied = new AtomicReference<>();
    this.names = AppliedNames.NONE;
    this.span = new Lazy<>();
    this.lengths = new Lazy<>();
    this.unsaid = new Lazy<>();
    this.similar = new ConcurrentHashMap<>();
    this.narrowed = new ConcurrentHashMap<>();
    this.deadline = Deadline.NONE;
    this.ofQuestion = null;
    setSimilarity(QueryScoring.similarity());
  }

  /** Of some articles alone; what tells of articles is worked out anew. */
  private ArchiveSearcher(ArchiveSearcher all, NarrowedReader reader) {
    super(reader);
    this.config = all.config;
    this.states = all.states;
    this.parties = new Lazy<>();
    this.people = new Lazy<>();
    this.applied = new AtomicReference<>();
    this.names = AppliedNames.NONE;
    this.span = new Lazy<>();
    this.lengths = all.lengths;
    this.unsaid = new Lazy<>();
    this.similar = new ConcurrentHashMap<>();
    this.narrowed = new ConcurrentHashMap<>();
    this.deadline = Deadline.NONE;
    this.ofQuestion = null;
    setSimilarity(QueryScoring.similarity());
  }

  private ArchiveSearcher(
      ArchiveSearcher all,
      AppliedNames names,
      Deadline deadline,
      @Nullable Map<Term, TermStates> ofQuestion) {
    super(all.getIndexReader());
    this.config = all.config;
    this.states = all.states;
    this.parties = all.parties;
    this.people = all.people;
    this.applied = all.applied;
    this.names = names;
    this.span = all.span;
    this.lengths = all.lengths;
    this.unsaid = all.unsaid;
    this.similar = all.similar;
    this.narrowed = all.narrowed;
    this.deadline = deadline;
    this.ofQuestion = ofQuestion;
    setSimilarity(QueryScoring.similarity());
  }

  /** The same view for one question by one thread, which must be answered until then. */
  public ArchiveSearcher until(Deadline newDeadline) {
    return new ArchiveSearcher(this, names, newDeadline, new HashMap<>());
  }

  /**
   * The same view as if it held no other articles, worked out once a view. It is asked before
   * anything is said of names.
   */
  public ArchiveSearcher showing(ArticleFilter filter) throws IOException {
    if (filter.isEverything()) {
      return this;
    }
    ArchiveSearcher known = narrowed.get(filter);
    if (known == null) {
      DirectoryReader reader = (DirectoryReader) getIndexReader();
      known = new ArchiveSearcher(this, NarrowedReader.of(reader, filter));
      narrowed.put(filter, known);
    }
    return known;
  }

  /** Holds the index's view open until it is given back. */
  public void hold() {
    NarrowedReader.whole(getIndexReader()).incRef();
  }

  /** Gives back what was held. */
  public void giveBack() throws IOException {
    NarrowedReader.whole(getIndexReader()).decRef();
  }

  /** By what is known what of a view does not depend on which of its articles are shown. */
  public IndexReader.@Nullable CacheHelper whole() {
    return NarrowedReader.whole(getIndexReader()).getReaderCacheHelper();
  }

  /** The same view with what editors decided about names, which is worked out once a view. */
  public ArchiveSearcher under(Names decided, DocumentCodec codec) throws IOException {
    if (decided.isEmpty()) {
      return this;
    }
    AppliedNames known = applied.get();
    if (known == null || known.names() != decided) {
      known = AppliedNames.of(getIndexReader(), decided, codec);
      applied.set(known);
    }
    return new ArchiveSearcher(this, known, deadline, null);
  }

  /** What editors decided about names. */
  public AppliedNames names() {
    return names;
  }

  public Deadline deadline() {
    return deadline;
  }

  @Override
  protected void searchLeaf(
      LeafReaderContext leaf, int from, int to, Weight weight, Collector collector)
      throws IOException {
    super.searchLeaf(leaf, from, to, weight, deadline.collecting(collector));
  }

  /** As Lucene's own, whose cache holds the answer to a timed query as it does others. */
  @Override
  public Weight createWeight(Query query, ScoreMode mode, float boost) throws IOException {
    if (deadline == Deadline.NONE || !TimedWeight.isFor(query)) {
      return super.createWeight(query, mode, boost);
    }
    Weight timed = new TimedWeight(query.createWeight(this, mode, boost), deadline);
    QueryCache cache = getQueryCache();
    return cache == null || mode.needsScores()
        ? timed
        : cache.doCache(timed, getQueryCachingPolicy());
  }

  /** When what {@code searcher} is asked must have been answered. */
  public static Deadline deadline(IndexSearcher searcher) {
    return searcher instanceof ArchiveSearcher archive ? archive.deadline() : Deadline.NONE;
  }

  /** Where a view has a term, with how many documents do; looked for once a question. */
  static TermStates states(IndexSearcher searcher, Term term) throws IOException {
    Map<Term, TermStates> known = searcher instanceof ArchiveSearcher of ? of.ofQuestion : null;
    TermStates states = known == null ? null : known.get(term);
    if (states == null) {
      states = TermStates.build(searcher, term, true);
      if (known != null) {
        known.put(term, states);
      }
    }
    return states;
  }

  /** Makes such views. */
  public static SearcherFactory factory(FacetsConfig config) {
    return new SearcherFactory() {
      @Override
      public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
        return new ArchiveSearcher(reader, config);
      }
    };
  }

  /** The values of a facet in the whole index; empty where no document has one. */
  public Optional<SortedSetDocValuesReaderState> state(Facet facet) throws IOException {
    synchronized (states) {
      return known(facet);
    }
  }

  private Optional<SortedSetDocValuesReaderState> known(Facet facet) throws IOException {
    Optional<SortedSetDocValuesReaderState> known = states.get(facet);
    if (known == null) {
      String field = FacetFields.field(facet);
      known =
          FieldInfos.getMergedFieldInfos(getIndexReader()).fieldInfo(field) == null
              ? Optional.empty()
              : Optional.of(
                  new DefaultSortedSetDocValuesReaderState(
                      NarrowedReader.whole(getIndexReader()), field, config));
      states.put(facet, known);
    }
    return known;
  }

  /** Looks for what is spelt nearly as a word. */
  @FunctionalInterface
  public interface Spelling {
    List<String> near(String word) throws IOException;
  }

  /** What is spelt nearly as a word, looked for once a view, of as many words as are kept. */
  public List<String> similar(String word, Spelling spelling) throws IOException {
    List<String> known = similar.get(word);
    if (known == null) {
      known = List.copyOf(spelling.near(word));
      if (similar.size() < MOST_SIMILAR) {
        similar.put(word, known);
      }
    }
    return known;
  }

  /** Whether anything is told not to be said. */
  public boolean hasUnsaid() throws IOException {
    return unsaid.get(() -> getIndexReader().docFreq(UNSAID.getTerm()) > 0);
  }

  /** Every party, as {@link org.onrecord.search.SearchBackend#parties()} says. */
  public List<PartyRef> parties() throws IOException {
    return parties.get(() -> HeldParties.of(getIndexReader()));
  }

  /** Everybody, as {@link org.onrecord.search.SearchBackend#people()} says. */
  public List<ArchivedPerson> people() throws IOException {
    return people.get(() -> HeldPeople.of(getIndexReader()));
  }

  /** From when to when what is shown reaches. */
  public ArchiveSpan span() throws IOException {
    return span.get(() -> Coverage.of(getIndexReader(), counts().articles()));
  }

  TextLengths lengths() throws IOException {
    return lengths.get(() -> TextLengths.read(this));
  }

  public ArchiveCounts counts() throws IOException {
    long held = 0;
    for (Hold hold : Hold.values()) {
      held += count(new TermQuery(new Term(Fields.HELD, hold.label())));
    }
    return new ArchiveCounts(
        count(DocumentFields.ARTICLE_TYPE) - held,
        count(DocumentType.PARAGRAPH.label()),
        count(DocumentType.QUOTE.label()));
  }

  public Readings readings() throws IOException {
    Terms terms = MultiTerms.getTerms(getIndexReader(), Fields.READ_WITH);
    TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
    Map<String, Long> articles = new TreeMap<>();
    long known = 0;
    for (BytesRef what = each.next(); what != null; what = each.next()) {
      long count = count(new TermQuery(new Term(Fields.READ_WITH, BytesRef.deepCopyOf(what))));
      if (count > 0) {
        articles.put(what.utf8ToString(), count);
        known += count;
      }
    }
    return new Readings(articles, counts().articles() - known);
  }

  private long count(String type) throws IOException {
    return count(new TermQuery(new Term(Fields.TYPE, type)));
  }
}
