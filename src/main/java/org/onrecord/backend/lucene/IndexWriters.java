package org.onrecord.backend.lucene;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NRTCachingDirectory;
import org.onrecord.backend.lucene.index.LuceneFolder;
import org.onrecord.backend.lucene.index.NewsAnalyzer;

/** Makes the writers of indexes. */
public final class IndexWriters {
  private static final double BUFFER_MEGABYTES = 64;

  /**
   * How many segments of about one size there may be; the fewer, the more is merged, and the less
   * often a search begins anew.
   */
  private static final double SEGMENTS_PER_TIER = 4;

  /**
   * Smaller segments count as of one size where many articles are taken in at once, so that a few
   * large ones come of it. Where articles come one by one, Lucene's own 16 do: each of a few writes
   * would else write so much anew.
   */
  private static final double FILLED_MEGABYTES = 64;

  /**
   * How much of new segments is kept in memory until they are committed, and how large one may be
   * for it. A segment is made of two dozen files that are then packed into one, and is often merged
   * into another before it was ever committed: of all that only what is committed reaches the disk.
   */
  private static final double MEMORY_MEGABYTES = 16;

  /** How often another process that is writing is asked. */
  private static final Duration RETRY = Duration.ofMillis(20);

  private IndexWriters() {}

  /**
   * Opens one, which makes the index where there is none.
   *
   * @param patience how long it waits for another process that is writing
   * @throws LockObtainFailedException if that still writes then
   */
  static IndexWriter open(Directory directory, Duration patience) throws IOException {
    long until = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        return new IndexWriter(
            new NRTCachingDirectory(directory, MEMORY_MEGABYTES, MEMORY_MEGABYTES),
            configuration());
      } catch (LockObtainFailedException e) {
        if (System.nanoTime() - until >= 0) {
          throw e;
        }
      }
      try {
        Thread.sleep(RETRY);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted");
      }
    }
  }

  /** Makes what a writer needs, in an index that is committed from then on; rolled back if not. */
  static <T> T with(IndexWriter writer, Directory directory, Making<T> making) throws IOException {
    try {
      if (!DirectoryReader.indexExists(directory)) {
        writer.setLiveCommitData(LuceneFolder.commitData().entrySet());
        writer.commit();
      }
      return making.of(writer);
    } catch (IOException | RuntimeException e) {
      Throwable tragedy = writer.getTragicException();
      writer.rollback();
      if (tragedy instanceof IOException merging) {
        throw merging;
      }
      throw e;
    }
  }

  /** What is made with a writer. */
  @FunctionalInterface
  interface Making<T> {
    T of(IndexWriter writer) throws IOException;
  }

  static IndexWriterConfig configuration() {
    IndexWriterConfig configuration = new IndexWriterConfig(NewsAnalyzer.create());
    configuration.setRAMBufferSizeMB(BUFFER_MEGABYTES);
    configuration.setCommitOnClose(false);
    configuration.setMergeScheduler(new SilentMergeScheduler());
    configuration.setMergePolicy(merging());
    return configuration;
  }

  private static TieredMergePolicy merging() {
    return new TieredMergePolicy()
        .setSegmentsPerTier(SEGMENTS_PER_TIER)
        .setForceMergeDeletesPctAllowed(0);
  }

  /** Lets a writer make few large segments, as is best where many articles are taken in. */
  static void fill(IndexWriter writer) {
    writer.getConfig().setMergePolicy(merging().setFloorSegmentMB(FILLED_MEGABYTES));
  }
}
