package org.onrecord.ingest;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.schema.ArchivedArticle;

/** A sink that leaves to another whatever it does not do itself. */
public abstract class ForwardingSink implements DocumentSink {
  private final DocumentSink sink;

  /**
   * @param sink is closed with this one
   */
  protected ForwardingSink(DocumentSink sink) {
    this.sink = sink;
  }

  @Override
  public PreparedArticle prepare(ArchivedArticle article) {
    return sink.prepare(article);
  }

  @Override
  public Replacement put(PreparedArticle article) throws IOException {
    return sink.put(article);
  }

  @Override
  public boolean delete(ArticleId id) throws IOException {
    return sink.delete(id);
  }

  @Override
  public Optional<ArchivedArticle> shown(ArticleId id) throws IOException {
    return sink.shown(id);
  }

  @Override
  public void commit() throws IOException {
    sink.commit();
  }

  @Override
  public List<Article> due(int most, Set<ArticleId> but) throws IOException {
    return sink.due(most, but);
  }

  @Override
  public boolean settled() throws IOException {
    return sink.settled();
  }

  @Override
  public void settle() throws IOException {
    sink.settle();
  }

  @Override
  public void close() throws IOException {
    sink.close();
  }
}
