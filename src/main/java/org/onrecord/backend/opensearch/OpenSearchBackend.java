package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.article.PartyRef;
import org.onrecord.article.Publication.Hold;
import org.onrecord.backend.lucene.query.TermFrequencies;
import org.onrecord.backend.opensearch.search.ArchiveQuestions;
import org.onrecord.backend.opensearch.search.ClusterSearch;
import org.onrecord.backend.opensearch.search.ClusterVocabulary;
import org.onrecord.backend.opensearch.search.CompiledQuery;
import org.onrecord.backend.opensearch.search.IndexView;
import org.onrecord.backend.opensearch.search.WholeArticles;
import org.onrecord.people.ArchivedPerson;
import org.onrecord.people.NameSource;
import org.onrecord.people.NamedDocuments;
import org.onrecord.people.Names;
import org.onrecord.people.WhoIs;
import org.onrecord.query.Query;
import org.onrecord.query.QueryLimits;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.Facet;
import org.onrecord.schema.FormerAddress;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.search.ArchiveCounts;
import org.onrecord.search.ArticleFilter;
import org.onrecord.search.ArticleHits;
import org.onrecord.search.AskedSearch;
import org.onrecord.search.BackendResult;
import org.onrecord.search.Completion;
import org.onrecord.search.DatedCounts;
import org.onrecord.search.FacetListing;
import org.onrecord.search.FacetPage;
import org.onrecord.search.Hit;
import org.onrecord.search.HitStream;
import org.onrecord.search.MatchMode;
import org.onrecord.search.Readings;
import org.onrecord.search.SampledWords;
import org.onrecord.search.SearchBackend;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.WordTallies;
import org.onrecord.verify.PassageSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Searches an archive on a cluster. Every question is answered by one view, that of the last commit
 * before it. Safe for use by several threads.
 */
public final class OpenSearchBackend implements SearchBackend, PassageSource, TermFrequencies {
  private final Views views;
  private final ArchiveQuestions questions;
  private final NameSource names;
  private final CalledNames called;

  /** Where a question's view comes from. */
  @FunctionalInterface
  private interface Views {
    Asked get() throws IOException;
  }

  /** A view, and how it is asked. */
  private record Asked(ClusterView view, InTime requests) {
    IndexView searched() {
      return new IndexView(
          requests,
          view.index(),
          JsonMapper.shared()
              .convertValue(view.live(), new TypeReference<Map<String, Object>>() {}));
    }

    Asked showing(ArticleFilter filter) throws IOException {
      return new Asked(view.showing(filter), requests);
    }
  }

  /** Searches the archive as it is at each question, which may take any time. */
  public OpenSearchBackend(Epochs epochs) {
    this(epochs, () -> null, QueryLimits.DEFAULT.expansion(), NameSource.NONE);
  }

  /**
   * Searches it.
   *
   * @param limit how long a question may take, asked by the thread that asks; null for any time
   * @param expansion how many words of a field a prefix or fuzzy word stands for at the most
   * @param names what editors decided about names
   */
  public OpenSearchBackend(
      Epochs epochs, Supplier<@Nullable Duration> limit, int expansion, NameSource names) {
    this(
        () -> {
          ClusterView view = epochs.view();
          return new Asked(view, InTime.of(view.cluster(), limit.get()));
        },
        new ArchiveQuestions(expansion),
        names,
        new CalledNames());
  }

  private OpenSearchBackend(
      Views views, ArchiveQuestions questions, NameSource names, CalledNames called) {
    this.names = names;
    this.called = called;
    this.views = views;
    this.questions = questions;
  }

  /** All that the view is asked has to be answered by one time. */
  @Override
  public HeldView openView() throws IOException {
    Asked asked = views.get();
    NameSource held = new NamesOfQuestion(names);
    return new HeldView(new OpenSearchBackend(() -> asked, questions, held, called), () -> {});
  }

  /**
   * The same archive for readers of whom each may read some articles alone.
   *
   * @param filter which of them, asked by the thread that asks
   */
  public OpenSearchBackend showing(Supplier<ArticleFilter> filter) {
    return new OpenSearchBackend(() -> views.get().showing(filter.get()), questions, names, called);
  }

  private ClusterLookup lookup() throws IOException {
    return new ClusterLookup(views.get().view());
  }

  private ClusterSearch search() throws IOException {
    return questions.of(view(), records());
  }

  /** Reads documents as they are called at this question. */
  private CompiledQuery.Records records() {
    NameSource now = new NamesOfQuestion(names);
    return source -> NamedDocuments.of(ClusterRecords.read(source), now.names());
  }

  private ClusterVocabulary vocabulary() throws IOException {
    return questions.vocabulary(view());
  }

  private IndexView view() throws IOException {
    return views.get().searched();
  }

  @Override
  public Optional<ArchivedArticle> article(ArticleId id) throws IOException {
    Names now = names.names();
    return lookup().article(id).map(lying -> JsonDocuments.read(lying, now));
  }

  @Override
  public Optional<Hold> hold(ArticleId id) throws IOException {
    return lookup().hold(id);
  }

  @Override
  public List<FormerAddress> lost(int most) throws IOException {
    return lookup().lost(most);
  }

  @Override
  public Optional<ParagraphDocument> paragraph(String id) throws IOException {
    Names now = names.names();
    return lookup().paragraph(id).map(lying -> NamedDocuments.of(lying, now));
  }

  @Override
  public Optional<QuoteDocument> quote(String id) throws IOException {
    Names now = names.names();
    return lookup().quote(id).map(lying -> NamedDocuments.of(lying, now));
  }

  @Override
  public ArchiveCounts counts() throws IOException {
    return lookup().counts();
  }

  @Override
  public BackendResult search(SearchRequest request, Query query, MatchMode match)
      throws IOException {
    return search().search(request, query, match);
  }

  @Override
  public HitStream stream(SearchRequest request, Query query, MatchMode match) throws IOException {
    Asked asked = views.get();
    InTime anyTime = InTime.of(asked.view().cluster(), null);
    return questions.of(new Asked(asked.view(), anyTime).searched(), records()).stream(
        request, query, match);
  }

  @Override
  public List<Hit> within(ArticleId article, SearchRequest request, Query query, MatchMode match)
      throws IOException {
    return search().within(article, request, query, match);
  }

  @Override
  public List<String> similarWords(String word) throws IOException {
    return vocabulary().similarWords(word);
  }

  @Override
  public boolean isName(String word) throws IOException {
    return vocabulary().isName(word);
  }

  @Override
  public List<Completion> complete(String typed, int size) throws IOException {
    return vocabulary().complete(typed, size);
  }

  @Override
  public List<PartyRef> parties() throws IOException {
    return vocabulary().parties();
  }

  @Override
  public FacetPage facet(SearchRequest request, Query query, MatchMode match, FacetListing listing)
      throws IOException {
    return search().facet(request, query, match, listing);
  }

  @Override
  public ArticleHits articles(SearchRequest request, Query query, MatchMode match, int skip)
      throws IOException {
    return search().articles(request, query, match, skip);
  }

  @Override
  public DatedCounts dated(AskedSearch asked) throws IOException {
    return search().dated(asked);
  }

  @Override
  public SampledWords sampleWords(AskedSearch asked, int most) throws IOException {
    return search().sampleWords(asked, most);
  }

  @Override
  public WordTallies tallyWords(List<AskedSearch> asked, Set<String> words) throws IOException {
    return search().tallyWords(asked, words);
  }

  @Override
  public List<ArchivedPerson> people() throws IOException {
    return vocabulary().people();
  }

  @Override
  public boolean hasPerson(String id) throws IOException {
    return vocabulary().person(id).isPresent();
  }

  @Override
  public WhoIs whoIs(String id) throws IOException {
    return WhoIs.of(id, names.names(), vocabulary()::person);
  }

  @Override
  public String called(Facet facet, String name) throws IOException {
    return called.of(name, names.names(), this::people);
  }

  @Override
  public long articlesWithBoth(String id, String other) throws IOException {
    return vocabulary().articlesWithBoth(id, other);
  }

  @Override
  public <T> T read(PassageSource.Question<T> question) throws IOException {
    Asked asked = views.get();
    ClusterLookup lookup = new ClusterLookup(asked.view());
    return question.ask(
        questions.passages(
            asked.searched(),
            records(),
            new WholeArticles() {
              @Override
              public Optional<Instant> time(ArticleId article) throws IOException {
                return lookup.kept(article).flatMap(document -> document.received().time());
              }

              @Override
              public long count() throws IOException {
                return lookup.counts().articles();
              }

              @Override
              public Readings readings() throws IOException {
                return lookup.readings();
              }
            }));
  }

  @Override
  public <T> T count(TermFrequencies.Work<T> work) throws IOException {
    return work.by(questions.frequencies(view()));
  }

  /** With what the articles were read. */
  public Readings readings() throws IOException {
    return lookup().readings();
  }

  /** When the next embargo ends. */
  public Optional<Instant> nextDue(Set<ArticleId> but) throws IOException {
    return lookup().nextDue(but);
  }

  /** The article, if it is shown, as it was before anything was decided about names. */
  public Optional<ArchivedArticle> workedOut(ArticleId id) throws IOException {
    return lookup().article(id);
  }
}
