package org.onrecord.ingest;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.onrecord.article.ArticleId;
import org.onrecord.schema.ArchivedArticle;

/** A sink in memory that counts its commits. It is full after {@code room} articles. */
public final class MemorySink implements DocumentSink {
  private final Map<String, ArchivedArticle> articles = new LinkedHashMap<>();
  private final int room;
  private int commits;
  private boolean closed;

  public MemorySink(int room) {
    this.room = room;
  }

  @Override
  public Replacement put(PreparedArticle prepared) throws IOException {
    ArchivedArticle article = prepared.article();
    if (articles.size() >= room) {
      throw new IOException("no space left on device");
    }
    return articles.put(article.id().value(), article) == null
        ? Replacement.ADDED
        : Replacement.REPLACED;
  }

  @Override
  public boolean delete(ArticleId id) {
    return articles.remove(id.value()) != null;
  }

  @Override
  public void commit() {
    commits++;
  }

  @Override
  public void close() {
    closed = true;
  }

  public Map<String, ArchivedArticle> articles() {
    return articles;
  }

  /** The text of an article as it was received. */
  public String body(String id) {
    return Optional.ofNullable(articles.get(id)).orElseThrow().received().body();
  }

  public int commits() {
    return commits;
  }

  public boolean isClosed() {
    return closed;
  }
}
