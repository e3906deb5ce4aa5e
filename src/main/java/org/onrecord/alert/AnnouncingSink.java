package org.onrecord.alert;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.onrecord.article.ArticleId;
import org.onrecord.ingest.DocumentSink;
import org.onrecord.ingest.ForwardingSink;
import org.onrecord.ingest.PreparedArticle;

/** An index of which each commit is announced to who looks for what saved searches find. */
public final class AnnouncingSink extends ForwardingSink {
  private final ArrivalLog log;
  private final SavedSearches saved;
  private final Hidden hidden;
  private final Runnable committed;
  private final Map<ArticleId, AnnouncedArticle.Kind> uncommitted = new LinkedHashMap<>();

  /** Tells whether an article was there as of the last commit and nothing of it was shown. */
  @FunctionalInterface
  public interface Hidden {
    boolean was(ArticleId article) throws IOException;
  }

  /**
   * Announces what a sink commits, as long as something is saved.
   *
   * @param sink is closed with this one
   * @param committed told of each commit that was announced
   */
  public AnnouncingSink(
      DocumentSink sink, ArrivalLog log, SavedSearches saved, Hidden hidden, Runnable committed) {
    super(sink);
    this.log = log;
    this.saved = saved;
    this.hidden = hidden;
    this.committed = committed;
  }

  @Override
  public Replacement put(PreparedArticle article) throws IOException {
    ArticleId id = article.article().id();
    boolean wasHidden = !saved.all().isEmpty() && hidden.was(id);
    Replacement came = super.put(article);
    switch (came) {
      case ADDED -> note(id, AnnouncedArticle.Kind.SHOWN);
      case REPLACED ->
          note(id, wasHidden ? AnnouncedArticle.Kind.SHOWN : AnnouncedArticle.Kind.CHANGED);
      case HELD -> note(id, AnnouncedArticle.Kind.GONE);
      case UNCHANGED, OLDER, WITHDRAWN -> {}
    }
    return came;
  }

  @Override
  public boolean delete(ArticleId id) throws IOException {
    boolean was = super.delete(id);
    if (was) {
      note(id, AnnouncedArticle.Kind.GONE);
    }
    return was;
  }

  private void note(ArticleId id, AnnouncedArticle.Kind kind) {
    synchronized (uncommitted) {
      AnnouncedArticle.Kind before = uncommitted.get(id);
      uncommitted.put(
          id,
          kind == AnnouncedArticle.Kind.CHANGED && before == AnnouncedArticle.Kind.SHOWN
              ? AnnouncedArticle.Kind.SHOWN
              : kind);
    }
  }

  @Override
  public void commit() throws IOException {
    Map<ArticleId, AnnouncedArticle.Kind> all;
    synchronized (uncommitted) {
      all = new LinkedHashMap<>(uncommitted);
      uncommitted.clear();
    }
    if (all.isEmpty() || saved.all().isEmpty()) {
      super.commit();
      return;
    }
    log.announce(
        all.entrySet().stream()
            .map(each -> new AnnouncedArticle(each.getValue(), each.getKey()))
            .toList());
    super.commit();
    log.committed();
    committed.run();
  }
}
