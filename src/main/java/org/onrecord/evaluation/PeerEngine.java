package org.onrecord.evaluation;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.onrecord.search.HitStream;
import org.onrecord.search.SearchRequest;

/**
 * The engine that an archive lies on, as it is without OnRecord: with the same passages in an index
 * of its own making, asked by its own queries. Whoever opened it closes it.
 */
public interface PeerEngine extends Closeable {

  /** What it calls the index. */
  String name();

  /** How many passages the index has; empty where there is none of the archive as it is now. */
  OptionalLong passages() throws IOException;

  /**
   * Makes the index anew.
   *
   * @param passages opens all that there are
   * @param progress told now and then how many were written
   */
  void make(Passages passages, LongConsumer progress) throws IOException;

  /** The passages of an archive. */
  @FunctionalInterface
  interface Passages {
    HitStream open() throws IOException;
  }

  /** Takes the index away, if it is there. */
  void drop() throws IOException;

  /**
   * Asks the index what an archive would be asked; safe for use by several threads.
   *
   * @throws IOException if it cannot be asked that, or not now
   */
  byte[] answer(SearchRequest request) throws IOException;

  /** How many hits an answer tells of. */
  long total(byte[] answer) throws IOException;

  /** What the processors have worked for each of its nodes so far, by the node's name. */
  Map<String, Duration> processorTimes() throws IOException;
}
