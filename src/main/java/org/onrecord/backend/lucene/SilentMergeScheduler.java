package org.onrecord.backend.lucene;

import org.apache.lucene.index.ConcurrentMergeScheduler;

/** Merges in the background whose faults are told by the next write, and not on the terminal. */
final class SilentMergeScheduler extends ConcurrentMergeScheduler {
  @Override
  protected void handleMergeException(Throwable fault) {
    // The writer keeps the fault, and is closed by it.
  }
}
