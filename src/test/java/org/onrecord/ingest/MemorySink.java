package org.onrecord.ingest;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onrecord.article.ArticleId;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.ArticleDocument;

/** A sink in memory that counts its commits. It is full after {@code room} articles. */
public final class MemorySink implements DocumentSink {
  private final Map<String, List<ArchiveDocument>> documents = new LinkedHashMap<>();
  private final int room;
  private int commits;
  private boolean closed;

  public MemorySink(int room) {
    this.room = room;
  }

  @Override
  public Replacement replace(ArticleId id, List<? extends ArchiveDocument> replacement)
      throws IOException {
    if (documents.size() >= room) {
      throw new IOException("no space left on device");
    }
    return documents.put(id.value(), List.copyOf(replacement)) == null
        ? Replacement.ADDED
        : Replacement.REPLACED;
  }

  @Override
  public void commit() {
    commits++;
  }

  @Override
  public void close() {
    closed = true;
  }

  public Map<String, List<ArchiveDocument>> documents() {
    return documents;
  }

  /** The text of an article as it was received. */
  public String body(String id) {
    return documents.getOrDefault(id, List.of()).stream()
        .filter(ArticleDocument.class::isInstance)
        .map(d -> ((ArticleDocument) d).received().body())
        .findFirst()
        .orElseThrow();
  }

  public int commits() {
    return commits;
  }

  public boolean isClosed() {
    return closed;
  }
}
