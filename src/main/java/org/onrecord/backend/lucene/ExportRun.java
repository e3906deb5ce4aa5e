package org.onrecord.backend.lucene;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldDocs;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.Hit;
import org.onrecord.search.HitStream;

/**
 * Every hit of a search in few passes over the index: a pass finds the places of {@link #PASS}
 * hits, of which {@link #READ} at a time are read. Between them there is nothing to close.
 */
final class ExportRun implements HitStream {
  /** How many hits one pass finds; about a hundred bytes each. */
  static final int PASS = 10_000;

  private static final int READ = 50;

  private final Paging paging;
  private final Reading reading;
  private final long total;
  private final Queue<Hit> read = new ArrayDeque<>();
  private TopFieldDocs found;
  private int next;

  /** Reads what stands at some places. */
  @FunctionalInterface
  interface Reading {
    List<Hit> hits(List<ScoreDoc> page) throws IOException;
  }

  /** Finds the next hits after one; the first where there is none. */
  @FunctionalInterface
  interface Paging {
    TopFieldDocs after(@Nullable FieldDoc last, int size) throws IOException;
  }

  ExportRun(Paging paging, Reading reading) throws IOException {
    this.paging = paging;
    this.reading = reading;
    this.found = paging.after(null, PASS);
    this.total = found.totalHits.value();
  }

  @Override
  public long total() {
    return total;
  }

  @Override
  public Optional<Hit> next() throws IOException {
    if (read.isEmpty()) {
      if (next == PASS) {
        found = paging.after((FieldDoc) found.scoreDocs[PASS - 1], PASS);
        next = 0;
      }
      int end = Math.min(next + READ, found.scoreDocs.length);
      read.addAll(reading.hits(Arrays.asList(found.scoreDocs).subList(next, end)));
      next = end;
    }
    return Optional.ofNullable(read.poll());
  }

  @Override
  public void close() {
    read.clear();
  }
}
