package org.onrecord.app;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.onrecord.alert.StandingSearches;
import org.onrecord.archive.RegistryAliases;
import org.onrecord.article.ArticleId;
import org.onrecord.batch.BatchList;
import org.onrecord.batch.BatchTable;
import org.onrecord.batch.Batching;
import org.onrecord.cli.ArchiveAccess.OpenArchive;
import org.onrecord.mcp.Toolbox;
import org.onrecord.people.ArchivedPerson;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.search.AskedSearch;
import org.onrecord.search.ExportedHits;
import org.onrecord.search.SearchBackend;
import org.onrecord.search.SearchQuestion;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchResult;
import org.onrecord.search.SearchService;
import org.onrecord.trend.TrendRequest;
import org.onrecord.trend.Trending;
import org.onrecord.trend.Trends;
import org.onrecord.verify.ArchiveSpan;
import org.onrecord.verify.Claim;
import org.onrecord.verify.PassageSource;
import org.onrecord.verify.Verification;
import org.onrecord.verify.Verifier;

/** An archive as commands ask it, whatever it is kept in. */
final class SearchedArchive implements OpenArchive {
  private final RegistryAliases names = new RegistryAliases();
  private final SearchService service;
  private final Verifier verifier;
  private final StandingSearches standing;
  private final Closeable index;

  /**
   * An archive.
   *
   * @param index is closed with it
   */
  SearchedArchive(
      SearchBackend backend, PassageSource passages, StandingSearches standing, Closeable index) {
    this.service = new SearchService(backend, names, names);
    this.verifier = new Verifier(passages, service, names);
    this.standing = standing;
    this.index = index;
  }

  @Override
  public SearchResult search(SearchRequest request) throws IOException {
    return service.search(request);
  }

  @Override
  public Verification verify(Claim claim) throws IOException {
    return verifier.verify(claim);
  }

  @Override
  public ArchiveSpan span() throws IOException {
    return verifier.span();
  }

  @Override
  public Optional<ArchivedArticle> article(ArticleId id) throws IOException {
    return service.article(id);
  }

  @Override
  public ExportedHits export(SearchRequest request) throws IOException {
    return service.export(request);
  }

  @Override
  public Trends trends(TrendRequest request) throws IOException {
    return new Trending(service).of(request);
  }

  @Override
  public BatchTable batch(BatchList list, SearchRequest search) throws IOException {
    return new Batching(service).of(list, search);
  }

  @Override
  public StandingSearches standing() {
    return standing;
  }

  @Override
  public AskedSearch understood(SearchRequest request) throws IOException {
    try (SearchQuestion question = service.understand(request)) {
      return question.searched();
    }
  }

  @Override
  public Toolbox tools() {
    return new Toolbox(service, verifier, names::registry);
  }

  @Override
  public List<ArchivedPerson> people() throws IOException {
    return service.people();
  }

  @Override
  public long articlesWithBoth(String id, String other) throws IOException {
    return service.articlesWithBoth(id, other);
  }

  @Override
  public void close() throws IOException {
    index.close();
  }
}
