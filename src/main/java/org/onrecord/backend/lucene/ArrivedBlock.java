package org.onrecord.backend.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.apache.lucene.util.IOUtils;
import org.onrecord.alert.StandingSearches.Passage;
import org.onrecord.backend.lucene.index.NewsAnalyzer;
import org.onrecord.backend.lucene.index.WrittenArticle;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;

/**
 * Some articles as an index in memory, written as they are into the archive's: whatever finds
 * something there finds it here. For one thread.
 */
final class ArrivedBlock implements Closeable {
  private static final double ALL_IN_ONE_SEGMENT = 1_024;

  private final ByteBuffersDirectory directory;
  private final DirectoryReader reader;
  private final List<ArchiveDocument> documents;

  private ArrivedBlock(
      ByteBuffersDirectory directory, DirectoryReader reader, List<ArchiveDocument> documents) {
    this.directory = directory;
    this.reader = reader;
    this.documents = documents;
  }

  /** How an article is written. */
  @FunctionalInterface
  interface Writing {
    List<Document> of(ArchivedArticle article, WrittenArticle written) throws IOException;
  }

  static ArrivedBlock of(List<ArchivedArticle> articles, Writing writing) throws IOException {
    ByteBuffersDirectory directory =
        new ByteBuffersDirectory(
            NoLockFactory.INSTANCE,
            ByteBuffersDataOutput::new,
            ByteBuffersDirectory.OUTPUT_AS_BYTE_ARRAY);
    List<ArchiveDocument> documents = new ArrayList<>();
    IndexWriterConfig configuration = new IndexWriterConfig(NewsAnalyzer.create());
    configuration.setMergePolicy(NoMergePolicy.INSTANCE);
    configuration.setUseCompoundFile(false);
    configuration.setRAMBufferSizeMB(ALL_IN_ONE_SEGMENT);
    try (IndexWriter writer = new IndexWriter(directory, configuration)) {
      for (ArchivedArticle article : articles) {
        List<Document> block = writing.of(article, WrittenArticle.unlike(article.id()));
        writer.addDocuments(block);
        documents.addAll(article.documents());
      }
      writer.commit();
      return new ArrivedBlock(directory, DirectoryReader.open(directory), documents);
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  DirectoryReader reader() {
    return reader;
  }

  List<ArchiveDocument> documents() {
    return documents;
  }

  /** The passage that a document is, which is none of an article as a whole. */
  Passage passage(int doc) {
    return switch (documents.get(doc)) {
      case ParagraphDocument one -> new Passage(one.article().id(), one.id(), one.text());
      case QuoteDocument one ->
          new Passage(one.article().id(), one.quotation().id(), one.quotation().content());
      case ArticleDocument one ->
          throw new IllegalStateException("no passage was found of " + one.article().id());
    };
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(reader, directory);
  }
}
