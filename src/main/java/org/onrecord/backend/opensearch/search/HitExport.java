package org.onrecord.backend.opensearch.search;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.Hit;
import org.onrecord.search.HitStream;
import tools.jackson.databind.JsonNode;

/** Every hit of a search, a page after the other, over one point in time of the cluster. */
final class HitExport implements HitStream {
  private static final int READ = 200;

  private final IndexView view;
  private final Map<String, Object> body;
  private final Reading reading;
  private final Queue<Hit> read = new ArrayDeque<>();
  private long total;
  private boolean open = true;
  private boolean last;

  /** Makes hits of what the cluster gives. */
  @FunctionalInterface
  interface Reading {
    List<Hit> hits(List<JsonNode> hits) throws IOException;
  }

  /**
   * Reads the first hits.
   *
   * @param view one that stays as it is until it is given back, as it is when the stream is closed
   * @param body what is asked for, in which order
   */
  HitExport(IndexView view, Map<String, Object> body, Reading reading) throws IOException {
    this.view = view;
    this.body = new LinkedHashMap<>(body);
    this.body.put("size", READ);
    this.reading = reading;
    readOn();
  }

  private void readOn() throws IOException {
    JsonNode hits = view.search(body).path("hits");
    List<JsonNode> page = new ArrayList<>();
    hits.path("hits").forEach(page::add);
    if (body.get("search_after") == null) {
      total = hits.path("total").path("value").asLong();
    }
    read.addAll(reading.hits(page));
    last = page.size() < READ;
    if (!page.isEmpty()) {
      body.put("search_after", page.getLast().path("sort"));
      body.put("track_total_hits", false);
    }
  }

  @Override
  public long total() {
    return total;
  }

  @Override
  public synchronized Optional<Hit> next() throws IOException {
    if (!open) {
      throw new IOException("the hits are closed");
    }
    if (read.isEmpty() && !last) {
      readOn();
    }
    @Nullable Hit next = read.poll();
    return Optional.ofNullable(next);
  }

  @Override
  public synchronized void close() throws IOException {
    if (open) {
      open = false;
      read.clear();
      view.giveBack();
    }
  }
}
