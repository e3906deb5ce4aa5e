package org.onrecord.backend.opensearch.search;

import java.io.Closeable;
import java.io.IOException;
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
import org.onrecord.backend.lucene.index.NewsAnalyzer;

/** A few documents as an index in memory, in one segment. For one thread. */
record PageIndex(ByteBuffersDirectory directory, DirectoryReader reader) implements Closeable {

  static PageIndex of(List<Document> documents) throws IOException {
    ByteBuffersDirectory directory =
        new ByteBuffersDirectory(
            NoLockFactory.INSTANCE,
            ByteBuffersDataOutput::new,
            ByteBuffersDirectory.OUTPUT_AS_BYTE_ARRAY);
    IndexWriterConfig configuration = new IndexWriterConfig(NewsAnalyzer.create());
    configuration.setMergePolicy(NoMergePolicy.INSTANCE);
    configuration.setUseCompoundFile(false);
    try (IndexWriter writer = new IndexWriter(directory, configuration)) {
      writer.addDocuments(documents);
      writer.commit();
      return new PageIndex(directory, DirectoryReader.open(directory));
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(reader, directory);
  }
}
