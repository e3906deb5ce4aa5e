package org.onrecord.ingest;

import java.io.IOException;
import org.onrecord.article.ArticleId;

/**
 * An index that takes no articles when its disk is nearly full. Taking articles out, and holding
 * them back, goes on: it needs little room, and may make some.
 */
public final class GuardedSink extends ForwardingSink {
  private final Room room;
  private final long floor;

  /** How much a disk still holds, in bytes. */
  @FunctionalInterface
  public interface Room {
    long left() throws IOException;
  }

  /**
   * Guards an index, which is closed with it.
   *
   * @param floor how many bytes are kept free; 0 for none
   */
  public GuardedSink(DocumentSink sink, Room room, long floor) {
    super(sink);
    this.room = room;
    this.floor = floor;
  }

  /**
   * {@inheritDoc}
   *
   * @throws DiskFullException if there is too little room
   */
  @Override
  public Replacement put(PreparedArticle article) throws IOException {
    if (floor > 0 && !article.article().paragraphs().isEmpty()) {
      long left = room.left();
      if (left < floor) {
        throw new DiskFullException(left, floor);
      }
    }
    try {
      return super.put(article);
    } catch (IOException | IllegalStateException e) {
      throw DiskFullException.orElse(e);
    }
  }

  @Override
  public boolean delete(ArticleId id) throws IOException {
    try {
      return super.delete(id);
    } catch (IOException | IllegalStateException e) {
      throw DiskFullException.orElse(e);
    }
  }

  @Override
  public void commit() throws IOException {
    try {
      super.commit();
    } catch (IOException | IllegalStateException e) {
      throw DiskFullException.orElse(e);
    }
  }
}
