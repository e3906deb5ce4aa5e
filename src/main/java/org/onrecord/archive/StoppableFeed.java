package org.onrecord.archive;

import java.util.function.Consumer;
import org.onrecord.format.ArticleFeed;
import org.onrecord.format.ReadResult;
import org.onrecord.ingest.AnalysisResult;
import org.onrecord.ingest.IngestListener;

/** A feed that ends early when the progress of what is read of it says so. */
final class StoppableFeed implements ArticleFeed, IngestListener {
  private final ArticleFeed feed;
  private final Progress progress;
  private boolean stopped;

  StoppableFeed(ArticleFeed feed, Progress progress) {
    this.feed = feed;
    this.progress = progress;
  }

  /** Ends the reading. */
  private static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoppedException() {
      super("stopped", null, false, false);
    }
  }

  @Override
  public void read(Consumer<? super ReadResult> results) {
    try {
      feed.read(
          result -> {
            if (stopped) {
              throw new StoppedException();
            }
            results.accept(result);
          });
    } catch (StoppedException _) {
      // What was read so far is taken in.
    }
  }

  @Override
  public void progress(long articles) {
    stopped |= !progress.goesOn(articles);
  }

  @Override
  public void failed(AnalysisResult.Failed failure) {}
}
