package org.onrecord.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Carries out several writes with one commit (group commit): one that fails costs the others
 * nothing, and all are told only when what they wrote is safe. For the writing thread alone.
 */
final class GroupCommit {
  private final WriteTurn turn;

  GroupCommit(WriteTurn turn) {
    this.turn = turn;
  }

  /** Carries all of them out; each is told what came of it. */
  void carryOut(List<WaitingWrite<?>> group) throws InterruptedException {
    List<WaitingWrite<?>> open = new ArrayList<>(group);
    try {
      while (!written(open)) {
        // One that failed midway left a part of itself: the others begin again without it.
        turn.leave();
      }
    } catch (InterruptedException e) {
      turn.leave();
      open.forEach(WaitingWrite::failEnding);
      throw e;
    } catch (IOException | RuntimeException | Error e) {
      turn.leave();
      open.forEach(one -> one.fail(e));
    }
  }

  /**
   * Applies and commits the writes; removes those that failed and have been told so.
   *
   * @return false where one failed when it had changed something; then nothing is committed
   */
  private boolean written(List<WaitingWrite<?>> open) throws IOException, InterruptedException {
    WriteTurn.Touched sink = turn.open(open);
    if (sink == null) {
      return true;
    }
    boolean alone = open.getFirst().isAlone();
    for (WaitingWrite<?> one : List.copyOf(open)) {
      int changes = sink.changes();
      if (!one.begin(sink)) {
        open.remove(one);
        if (sink.changes() > changes && !alone) {
          return false;
        }
      }
    }
    if (sink.isTouched() && alone) {
      turn.leave();
    } else if (sink.isTouched()) {
      sink.commit();
    }
    open.forEach(WaitingWrite::succeed);
    return true;
  }
}
