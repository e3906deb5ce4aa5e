package org.onrecord.app;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.onrecord.backend.opensearch.NodeProcessors;
import org.onrecord.backend.opensearch.PlainIndex;
import org.onrecord.evaluation.PeerEngine;
import org.onrecord.search.SearchRequest;

/** A cluster without OnRecord. */
final class ClusterPeer implements PeerEngine {
  private final PlainIndex index;
  private final NodeProcessors nodes;

  ClusterPeer(PlainIndex index) {
    this.index = index;
    this.nodes = index.nodes();
  }

  @Override
  public String name() {
    return index.name();
  }

  @Override
  public OptionalLong passages() throws IOException {
    return index.passages();
  }

  @Override
  public void make(Passages passages, LongConsumer progress) throws IOException {
    index.make(passages::open, progress);
  }

  @Override
  public void drop() throws IOException {
    index.drop();
  }

  @Override
  public byte[] answer(SearchRequest request) throws IOException {
    return index.answer(request);
  }

  @Override
  public long total(byte[] answer) throws IOException {
    return PlainIndex.total(answer);
  }

  @Override
  public Map<String, Duration> processorTimes() throws IOException {
    return nodes.processorTimes();
  }

  @Override
  public void close() throws IOException {
    index.close();
  }
}
