package org.onrecord.alert;

import java.io.IOException;
import java.util.List;
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
  private final Announcements uncommitted = new Announcements();

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
      case ADDED -> uncommitted.note(id, AnnouncedArticle.Kind.SHOWN);
      case REPLACED ->
          uncommitted.note(
              id, wasHidden ? AnnouncedArticle.Kind.SHOWN : AnnouncedArticle.Kind.CHANGED);
      case HELD -> uncommitted.note(id, AnnouncedArticle.Kind.GONE);
      case UNCHANGED, OLDER, WITHDRAWN -> {}
    }
    return came;
  }

  @Override
  public boolean delete(ArticleId id) throws IOException {
    boolean was = super.delete(id);
    if (was) {
      uncommitted.note(id, AnnouncedArticle.Kind.GONE);
    }
    return was;
  }

  @Override
  public void commit() throws IOException {
    List<AnnouncedArticle> all = uncommitted.take();
    if (all.isEmpty() || saved.all().isEmpty()) {
      super.commit();
      return;
    }
    log.announce(all);
    super.commit();
    log.committed();
    committed.run();
  }
}
