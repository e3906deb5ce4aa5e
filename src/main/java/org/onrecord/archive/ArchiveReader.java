package org.onrecord.archive;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.onrecord.article.ArticleId;
import org.onrecord.backend.lucene.LuceneSearchBackend;
import org.onrecord.registry.Registry;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.search.ArchiveCounts;
import org.onrecord.search.ExportedHits;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchResult;
import org.onrecord.search.SearchService;
import org.onrecord.verify.Claim;
import org.onrecord.verify.Reports;
import org.onrecord.verify.Verification;
import org.onrecord.verify.Verifier;

/**
 * A news archive in a folder, open for reading alone, while others write to it: a service, the
 * command line, an {@link Archive}. What they commit is seen within a quarter of a second. Safe for
 * use by several threads.
 *
 * @see Archive#openReadOnly(java.nio.file.Path)
 */
public final class ArchiveReader implements Closeable {
  private final Closeable index;
  private final SearchService service;
  private final Verifier verifier;

  ArchiveReader(Closeable index, LuceneSearchBackend backend, Registry registry) {
    RegistryAliases names = new RegistryAliases(registry);
    this.index = index;
    this.service = new SearchService(backend, names, names);
    this.verifier = new Verifier(backend, service, names);
  }

  /**
   * The ten best paragraphs for a query as a person types it, with every facet.
   *
   * @throws org.onrecord.search.InvalidRequestException if the query cannot be understood
   */
  public SearchResult search(String q) throws IOException {
    return search(SearchRequest.of(q));
  }

  /**
   * Answers a search for paragraphs, quotations or both.
   *
   * @throws org.onrecord.search.InvalidRequestException if the query, the dates or the cursor
   *     cannot be understood
   */
  public SearchResult search(SearchRequest request) throws IOException {
    return service.search(request);
  }

  /**
   * Every hit of a search, however many; to be closed by the caller.
   *
   * @throws org.onrecord.search.InvalidRequestException if the query or the dates cannot be
   *     understood
   */
  public ExportedHits export(SearchRequest request) throws IOException {
    return service.export(request);
  }

  /**
   * Tells whether words are on record, by whom, and where they differ.
   *
   * @throws org.onrecord.search.InvalidRequestException if there are too few or too many of them
   */
  public Verification verify(Claim claim) throws IOException {
    return verifier.verify(claim);
  }

  /** The article with its paragraphs and their quotations, if the archive has it. */
  public Optional<ArchivedArticle> article(ArticleId id) throws IOException {
    return service.article(id);
  }

  /** The quotation with this permalink id, if the archive has it. */
  public Optional<QuoteDocument> quotation(String id) throws IOException {
    return service.quote(id);
  }

  /**
   * Who else reports what a quotation reports, in the archive as it is now; nobody where the
   * archive has no such quotation.
   *
   * @param id its permalink id
   */
  public Reports reports(String id) throws IOException {
    Optional<QuoteDocument> quote = service.quote(id);
    Optional<ArchivedArticle> article =
        quote.isPresent() ? service.article(quote.get().article().id()) : Optional.empty();
    return article.isPresent()
        ? verifier.reports().of(quote.get(), article.get().document())
        : Reports.NONE;
  }

  /** How much it holds. */
  public ArchiveCounts counts() throws IOException {
    return service.counts();
  }

  @Override
  public void close() throws IOException {
    index.close();
  }
}
