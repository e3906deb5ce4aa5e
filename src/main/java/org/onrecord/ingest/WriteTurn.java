package org.onrecord.ingest;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;

/**
 * The index while this process has it open for writing. Not safe for use by several threads: it is
 * the writing thread's own.
 */
final class WriteTurn {
  private final SinkOpening opening;
  private final WritePace pace;
  private final Consumer<Exception> faults;
  private @Nullable Touched index;
  private long opened;

  WriteTurn(SinkOpening opening, WritePace pace, Consumer<Exception> faults) {
    this.opening = opening;
    this.pace = pace;
    this.faults = faults;
  }

  boolean isOpen() {
    return index != null;
  }

  /**
   * The open index. Where other processes have waited long enough and no merge would have to begin
   * anew, it is first left to them for a while. Those whose patience ends meanwhile are told and
   * removed.
   *
   * @return null where nobody is left
   */
  @Nullable Touched open(List<WaitingWrite<?>> group) throws IOException, InterruptedException {
    if (index != null && System.nanoTime() - opened > pace.stretch().toNanos()) {
      leaveIfSettled();
      if (index == null) {
        Thread.sleep(pace.pause());
      }
    }
    while (index == null && !group.isEmpty()) {
      try {
        index = new Touched(opening.open());
        opened = System.nanoTime();
      } catch (ArchiveBusyException e) {
        long now = System.nanoTime();
        group.removeIf(
            one -> {
              if (one.isOver(now)) {
                one.fail(e);
              }
              return one.isOver(now);
            });
        if (!group.isEmpty()) {
          Thread.sleep(pace.retry());
        }
      }
    }
    return group.isEmpty() ? null : index;
  }

  /** Closes the index where nothing is left to be done in it. */
  void leaveIfSettled() {
    try {
      if (index == null || index.settled()) {
        leave();
      }
    } catch (IOException | RuntimeException e) {
      // What was promised is committed; the next write opens the index anew.
      faults.accept(e);
      leave();
    }
  }

  /** Closes the index; what is not committed is gone. */
  void leave() {
    Touched closing = index;
    index = null;
    if (closing != null) {
      try {
        closing.close();
      } catch (IOException | RuntimeException e) {
        // What was promised is committed, the rest was told as failed.
        faults.accept(e);
      }
    }
  }

  /** An index that knows whether it was changed since the last commit. */
  static final class Touched extends ForwardingSink {
    private int changes;
    private int committed;

    Touched(DocumentSink sink) {
      super(sink);
    }

    /** How often something was changed. */
    int changes() {
      return changes;
    }

    boolean isTouched() {
      return changes != committed;
    }

    @Override
    public Replacement put(PreparedArticle article) throws IOException {
      changes++;
      return super.put(article);
    }

    @Override
    public boolean delete(ArticleId id) throws IOException {
      changes++;
      return super.delete(id);
    }

    @Override
    public void commit() throws IOException {
      super.commit();
      committed = changes;
    }
  }
}
