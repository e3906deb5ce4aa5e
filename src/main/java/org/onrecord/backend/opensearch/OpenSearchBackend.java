package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onrecord.article.ArticleId;
import org.onrecord.article.PartyRef;
import org.onrecord.article.Publication.Hold;
import org.onrecord.query.Query;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.FormerAddress;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.search.ArchiveCounts;
import org.onrecord.search.ArchiveUnavailableException;
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
import org.onrecord.search.SampledWords;
import org.onrecord.search.SearchBackend;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.WordTallies;

/**
 * Searches an archive on a cluster. Every question is answered by one view, that of the last commit
 * before it. Safe for use by several threads.
 */
public final class OpenSearchBackend implements SearchBackend {
  /** Where a question's view comes from. */
  @FunctionalInterface
  private interface Views {
    ClusterView get() throws IOException;
  }

  private final Views views;

  /** Searches the archive as it is at each question. */
  public OpenSearchBackend(Epochs epochs) {
    this(epochs::view);
  }

  private OpenSearchBackend(Views views) {
    this.views = views;
  }

  @Override
  public HeldView openView() throws IOException {
    ClusterView view = views.get();
    return new HeldView(new OpenSearchBackend(() -> view), () -> {});
  }

  private ClusterLookup lookup() throws IOException {
    return new ClusterLookup(views.get());
  }

  private static ArchiveUnavailableException missing(String what) {
    return new ArchiveUnavailableException(
        ArchiveUnavailableException.Reason.NOT_ON_A_CLUSTER,
        "not on a cluster yet: " + what + "; an archive in a folder has it",
        null);
  }

  @Override
  public Optional<ArchivedArticle> article(ArticleId id) throws IOException {
    return lookup().article(id);
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
    return lookup().paragraph(id);
  }

  @Override
  public Optional<QuoteDocument> quote(String id) throws IOException {
    return lookup().quote(id);
  }

  @Override
  public ArchiveCounts counts() throws IOException {
    return lookup().counts();
  }

  @Override
  public BackendResult search(SearchRequest request, Query query, MatchMode match)
      throws IOException {
    throw missing("searches");
  }

  @Override
  public HitStream stream(SearchRequest request, Query query, MatchMode match) throws IOException {
    throw missing("exports");
  }

  @Override
  public List<Hit> within(ArticleId article, SearchRequest request, Query query, MatchMode match)
      throws IOException {
    throw missing("searches within an article");
  }

  @Override
  public List<String> similarWords(String word) throws IOException {
    throw missing("corrected words");
  }

  @Override
  public boolean isName(String word) throws IOException {
    throw missing("corrected words");
  }

  @Override
  public List<Completion> complete(String typed, int size) throws IOException {
    throw missing("completion");
  }

  @Override
  public List<PartyRef> parties() throws IOException {
    throw missing("the list of parties");
  }

  @Override
  public FacetPage facet(SearchRequest request, Query query, MatchMode match, FacetListing listing)
      throws IOException {
    throw missing("pages of a facet");
  }

  @Override
  public ArticleHits articles(SearchRequest request, Query query, MatchMode match, int skip)
      throws IOException {
    throw missing("hits by article");
  }

  @Override
  public DatedCounts dated(AskedSearch asked) throws IOException {
    throw missing("trends");
  }

  @Override
  public SampledWords sampleWords(AskedSearch asked, int most) throws IOException {
    throw missing("typical words");
  }

  @Override
  public WordTallies tallyWords(List<AskedSearch> asked, Set<String> words) throws IOException {
    throw missing("typical words");
  }
}
