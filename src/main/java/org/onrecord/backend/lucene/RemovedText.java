package org.onrecord.backend.lucene;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;

/**
 * Whether an index's files still hold words of what was withheld or taken out, and whether these
 * are being merged away. Kept with each commit. Not safe for use by several threads.
 */
final class RemovedText {
  /** In what is kept with a commit. */
  private static final String TRACES = "onrecord.traces";

  private boolean left;
  private boolean merging;

  /** What an index's newest commit says. */
  RemovedText(IndexWriter writer) {
    for (Map.Entry<String, String> each : writer.getLiveCommitData()) {
      left |= each.getKey().equals(TRACES);
    }
  }

  /** Words were taken out, which the files still hold. */
  void add() {
    left = true;
    merging = false;
  }

  /** Adds to what is kept with a commit. */
  void keepIn(Map<String, String> commitData) {
    if (left) {
      commitData.put(TRACES, "true");
    }
  }

  /** Begins to merge them away; says whether there was anything to begin. */
  boolean beginMerging(IndexWriter writer) throws IOException {
    if (!left || merging) {
      return false;
    }
    writer.forceMergeDeletes(false);
    merging = true;
    return true;
  }

  /** What was begun is done; says whether anything was. */
  boolean endMerging() {
    boolean done = left;
    left = false;
    merging = false;
    return done;
  }
}
