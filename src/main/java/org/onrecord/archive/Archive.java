package org.onrecord.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Lazy;
import org.onrecord.backend.lucene.LuceneArchive;
import org.onrecord.backend.lucene.LuceneArchiveReader;
import org.onrecord.correction.CorrectionFile;
import org.onrecord.correction.CorrectionLog;
import org.onrecord.format.ArticleFeed;
import org.onrecord.format.ArticleSource;
import org.onrecord.format.ReadResult;
import org.onrecord.ingest.ArticleAnalyzer;
import org.onrecord.ingest.ArticleExtraction;
import org.onrecord.ingest.IngestPipeline;
import org.onrecord.ingest.IngestReport;
import org.onrecord.ingest.IngestSettings;
import org.onrecord.quotation.ModelFile;
import org.onrecord.registry.Registry;
import org.onrecord.registry.RegistryLoader;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.search.ArchiveCounts;
import org.onrecord.search.ExportedHits;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchResult;
import org.onrecord.verify.Claim;
import org.onrecord.verify.Reports;
import org.onrecord.verify.Verification;

/**
 * A news archive in a folder: takes articles in, and searches for who said what in them.
 *
 * <pre>{@code
 * try (Archive archive = Archive.open(Path.of("index"))) {
 *   archive.index(Article.of("bridge", LocalDate.of(2024, 11, 7), text));
 *   for (Hit hit : archive.search("bridge").hits()) { … }
 * }
 * }</pre>
 *
 * <p>The folder is the one that the command line and the service use; one process at a time may
 * have it open for writing, which this does, while others read it: beside a service that is to go
 * on writing, {@link #openReadOnly} it. What is indexed is on disk and found when the call returns.
 * Offsets are UTF-16, end exclusive. Safe for use by several threads; indexing goes one call after
 * the other.
 */
public final class Archive implements Closeable {
  private final LuceneArchive index;
  private final ArchiveReader reader;
  private final Registry registry;
  private final CorrectionLog corrections;
  private final Lazy<ArticleAnalyzer> analyzer = new Lazy<>();

  private Archive(LuceneArchive index, Registry registry, CorrectionLog corrections) {
    this.index = index;
    this.reader = new ArchiveReader(index, index.backend(), registry);
    this.registry = registry;
    this.corrections = corrections;
  }

  /**
   * Opens the archive in a folder, making both where they are missing, with the people and parties
   * of the built-in registry.
   *
   * @throws org.onrecord.search.ArchiveUnavailableException if another process is writing to it, or
   *     it is damaged or of another version
   */
  public static Archive open(Path folder) throws IOException {
    return open(folder, RegistryLoader.builtIn());
  }

  /**
   * Opens it with other people and parties: {@link RegistryLoader} reads and joins registries.
   *
   * @see #open(Path)
   */
  public static Archive open(Path folder, Registry registry) throws IOException {
    return new Archive(LuceneArchive.open(folder), registry, new CorrectionFile(folder));
  }

  /**
   * Opens the archive in a folder for reading alone, while a service, a command or an {@link
   * Archive} may write to it.
   *
   * @throws org.onrecord.search.ArchiveUnavailableException if there is none, or it is damaged or
   *     of another version
   */
  public static ArchiveReader openReadOnly(Path folder) throws IOException {
    LuceneArchiveReader index = LuceneArchiveReader.open(folder);
    return new ArchiveReader(index, index.backend(), RegistryLoader.builtIn());
  }

  /**
   * Takes articles in; one with the id of an earlier one replaces it whole. An article without a
   * date, or without a word, is refused: the report says so.
   *
   * @throws IOException if the index cannot be written
   */
  public IngestReport index(Article... articles) throws IOException {
    List<Article> all = List.of(articles);
    return index(
        (ArticleFeed) results -> all.forEach(a -> results.accept(new ReadResult.Accepted(a))));
  }

  /**
   * Takes in files and folders of any format that OnRecord reads. What is no article is refused
   * with its place and reason, in the report.
   *
   * @throws IOException if the index cannot be written
   */
  public IngestReport index(Path... paths) throws IOException {
    return index(files(paths));
  }

  /** The articles in files and folders of any format that OnRecord reads, as a feed. */
  public static ArticleFeed files(Path... paths) {
    List<String> names = Arrays.stream(paths).map(Path::toString).toList();
    return new ArticleSource(names, Optional.empty(), InputStream.nullInputStream());
  }

  /**
   * Takes in whatever a feed gives, commits now and then, and at the end.
   *
   * @throws IOException if the index cannot be written; what was committed before stays
   */
  public IngestReport index(ArticleFeed feed) throws IOException {
    return index(feed, _ -> true);
  }

  /**
   * Takes in whatever a feed gives, until it ends or {@code progress} says so.
   *
   * @see #index(ArticleFeed)
   */
  public synchronized IngestReport index(ArticleFeed feed, Progress progress) throws IOException {
    StoppableFeed stoppable = new StoppableFeed(feed, progress);
    return new IngestPipeline(analyzer(), IngestSettings.DEFAULT, InstantSource.system())
        .run(stoppable, index, stoppable);
  }

  /** Takes an article out, with every trace of it; says whether it was there. */
  public synchronized boolean delete(ArticleId id) throws IOException {
    boolean there = index.delete(id);
    index.commit();
    return there;
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
    return reader.search(request);
  }

  /**
   * Every hit of a search, however many; to be closed by the caller.
   *
   * @throws org.onrecord.search.InvalidRequestException if the query or the dates cannot be
   *     understood
   */
  public ExportedHits export(SearchRequest request) throws IOException {
    return reader.export(request);
  }

  /**
   * Tells whether words are on record, by whom, and where they differ.
   *
   * @throws org.onrecord.search.InvalidRequestException if there are too few or too many of them
   */
  public Verification verify(Claim claim) throws IOException {
    return reader.verify(claim);
  }

  /** What is said in an article, and by whom, in order; nothing is indexed. */
  public List<ArchivedQuotation> quotations(Article article) throws IOException {
    return analyzer().analyze(article).quotations().stream().map(QuoteDocument::quotation).toList();
  }

  /** The article with its paragraphs and their quotations, if the archive has it. */
  public Optional<ArchivedArticle> article(ArticleId id) throws IOException {
    return reader.article(id);
  }

  /** The quotation with this permalink id, if the archive has it. */
  public Optional<QuoteDocument> quotation(String id) throws IOException {
    return reader.quotation(id);
  }

  /**
   * Who else reports what a quotation reports, in the archive as it is now; nobody where the
   * archive has no such quotation.
   *
   * @param id its permalink id
   */
  public Reports reports(String id) throws IOException {
    return reader.reports(id);
  }

  public ArchiveCounts counts() throws IOException {
    return reader.counts();
  }

  /** The model is read when it is first needed: whoever only searches does without. */
  private ArticleAnalyzer analyzer() throws IOException {
    return analyzer.get(
        () ->
            new ArticleExtraction(
                ModelFile.readOrShipped(Optional.empty()), registry, corrections::of));
  }

  @Override
  public void close() throws IOException {
    index.close();
  }
}
