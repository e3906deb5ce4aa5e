package org.onrecord.backend.lucene.care;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.IOUtils;
import org.onrecord.article.ArticleId;
import org.onrecord.backend.lucene.index.DocumentCodec;
import org.onrecord.backend.lucene.index.DocumentFields;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.LuceneFolder;
import org.onrecord.backend.lucene.index.StoredRecords;
import org.onrecord.ingest.StoredArticles;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.DocumentType;

/** The articles of the newest commit of an index, of this version or an older one. */
public final class LuceneStoredArticles implements StoredArticles {
  private static final Term ARTICLES = new Term(Fields.TYPE, DocumentFields.ARTICLE_TYPE);

  private final Directory directory;
  private final DirectoryReader reader;
  private final DocumentCodec codec = new DocumentCodec();

  private LuceneStoredArticles(Directory directory, DirectoryReader reader) {
    this.directory = directory;
    this.reader = reader;
  }

  /**
   * Opens those of the index in {@code folder}.
   *
   * @throws org.onrecord.search.ArchiveUnavailableException if there is none, or it is damaged or
   *     of a newer version
   */
  public static LuceneStoredArticles open(Path folder) throws IOException {
    LuceneFolder index = new LuceneFolder(folder);
    return index.reader(
        index.openOlder(),
        directory -> new LuceneStoredArticles(directory, DirectoryReader.open(directory)));
  }

  @Override
  public long count() throws IOException {
    return new IndexSearcher(reader).count(new TermQuery(ARTICLES));
  }

  @Override
  public long bytes() throws IOException {
    long bytes = 0;
    for (String file : reader.getIndexCommit().getFileNames()) {
      bytes += directory.fileLength(file);
    }
    return bytes;
  }

  @Override
  public void forEach(Consumer<? super ArticleDocument> action) throws IOException {
    for (LeafReaderContext context : reader.leaves()) {
      StoredFields stored = context.reader().storedFields();
      Bits live = context.reader().getLiveDocs();
      PostingsEnum articles = context.reader().postings(ARTICLES, PostingsEnum.NONE);
      if (articles != null) {
        for (int doc = articles.nextDoc();
            doc != DocIdSetIterator.NO_MORE_DOCS;
            doc = articles.nextDoc()) {
          if (live == null || live.get(doc)) {
            action.accept((ArticleDocument) StoredRecords.read(codec, stored, doc));
          }
        }
      }
    }
  }

  /** Finds an article and its paragraphs. */
  public static Query whole(ArticleId id) {
    return new BooleanQuery.Builder()
        .add(new TermQuery(new Term(Fields.ARTICLE, id.value())), Occur.FILTER)
        .add(new TermQuery(new Term(Fields.TYPE, DocumentType.QUOTE.label())), Occur.MUST_NOT)
        .build();
  }

  @Override
  public Optional<ArchivedArticle> shown(ArticleId id) throws IOException {
    IndexSearcher searcher = new IndexSearcher(reader);
    Query whole = whole(id);
    int count = searcher.count(whole);
    List<ArchiveDocument> documents = new ArrayList<>(count);
    if (count > 0) {
      StoredFields stored = searcher.storedFields();
      for (ScoreDoc doc : searcher.search(whole, count).scoreDocs) {
        documents.add(StoredRecords.read(codec, stored, doc.doc));
      }
    }
    return ArchivedArticle.gathered(documents).filter(article -> article.document().held() == null);
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(reader, directory);
  }
}
