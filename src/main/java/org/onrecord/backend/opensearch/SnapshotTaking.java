package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onrecord.backup.SnapshotPointer;
import org.onrecord.search.ArchiveUnavailableException;
import org.onrecord.search.ArchiveUnavailableException.Reason;

/**
 * Takes snapshots of an archive while others read and write it. A snapshot holds each shard as it
 * was at some moment while this program had the turn to write: nobody commits then, so that all
 * shards hold the same epochs, and the control document that which counts. Logs and keys, which are
 * written without a turn, are as new as the documents or newer, never older. The turn ends as soon
 * as it is settled of every shard what is held; copying it, which takes long, hinders nobody.
 */
final class SnapshotTaking {
  /** For so long others may be kept from writing. */
  private static final Duration MOST_HELD = Duration.ofMinutes(1);

  private static final Duration LOOKING = Duration.ofMillis(20);
  private static final Duration LOOKING_LATER = Duration.ofSeconds(2);

  private final Epochs epochs;
  private final SnapshotRepository repository;
  private final OpenSearchArchive.Terms terms;
  private final ControlDocument control;

  SnapshotTaking(Epochs epochs, SnapshotRepository repository, OpenSearchArchive.Terms terms) {
    this.epochs = epochs;
    this.repository = repository;
    this.terms = terms;
    this.control = epochs.control().olderToo();
  }

  /** A snapshot whose content is settled. */
  private record Begun(Epoch of, List<String> indexes) {}

  /**
   * Takes one.
   *
   * @param snapshot a name that no other ever had
   * @throws IOException if the snapshot is not whole: then there is none
   */
  SnapshotPointer take(String snapshot) throws IOException {
    try {
      Begun begun = begin(snapshot);
      long articles = new ClusterLookup(epochs.view(begun.of())).articles();
      SnapshotRepository.Found made = await(snapshot);
      return new SnapshotPointer(
          repository.name(),
          snapshot,
          made.uuid(),
          epochs.documents(),
          begun.indexes(),
          begun.of().schema(),
          articles,
          repository.bytes(snapshot));
    } catch (IOException | RuntimeException e) {
      try {
        repository.delete(snapshot);
      } catch (IOException again) {
        e.addSuppressed(again);
      }
      throw e;
    }
  }

  private Begun begin(String snapshot) throws IOException {
    while (true) {
      awaitOthers(control.read().value());
      WritingTurn turn = WritingTurn.take(control, terms.lease(), terms.patience());
      try {
        Epoch before = turn.before();
        if (!repository.isBusyWith(epochs.index(before).name())) {
          List<String> indexes = indexes(before);
          repository.begin(snapshot, indexes, Map.of("made-by", "onrecord"));
          awaitHeld(snapshot);
          turn.commit();
          return new Begun(before, indexes);
        }
        turn.commit();
      } catch (IOException | RuntimeException e) {
        try {
          turn.abort();
        } catch (IOException again) {
          e.addSuppressed(again);
        }
        throw e;
      }
    }
  }

  /**
   * A shard is read for one snapshot after the other: whoever comes second waits without a turn.
   */
  private void awaitOthers(Epoch now) throws IOException {
    for (Duration pause = LOOKING; repository.isBusyWith(epochs.index(now).name()); ) {
      Cluster.pause(pause);
      pause = longer(pause);
    }
  }

  private List<String> indexes(Epoch before) throws IOException {
    List<String> indexes = new ArrayList<>(List.of(epochs.index(before).name()));
    indexes.add(epochs.controlName());
    SideIndex side = epochs.side(terms.replicas());
    for (String beside : List.of(side.name(), side.auditName())) {
      if (new DocumentsIndex(epochs.cluster(), beside).isThere()) {
        indexes.add(beside);
      }
    }
    return indexes;
  }

  private void awaitHeld(String snapshot) throws IOException {
    long begun = System.nanoTime();
    while (!repository.holdsAll(snapshot)) {
      if (System.nanoTime() - begun > MOST_HELD.toNanos()) {
        throw new ArchiveUnavailableException(
            Reason.OVERLOADED,
            ("the OpenSearch cluster has not begun with the snapshot within %d seconds, and writers"
                    + " waited; see GET _snapshot/%s/_current for what else it does, and try again")
                .formatted(MOST_HELD.toSeconds(), repository.name()),
            null);
      }
      Cluster.pause(LOOKING);
    }
  }

  private SnapshotRepository.Found await(String snapshot) throws IOException {
    Duration pause = LOOKING;
    while (true) {
      Optional<SnapshotRepository.Found> found = repository.find(snapshot);
      if (found.isEmpty()) {
        throw new IOException(
            "somebody deleted the snapshot %s in the repository %s while it was made; try again"
                .formatted(snapshot, repository.name()));
      }
      if (found.get().isWhole()) {
        return found.get();
      }
      if (!found.get().isUnderWay()) {
        throw new IOException(
            ("the snapshot of %s in the repository %s is not whole (%s): %s. It was deleted; see"
                    + " GET _cluster/health and the cluster's log, and try again")
                .formatted(
                    epochs.documents(),
                    repository.name(),
                    found.get().state(),
                    found.get().fault()));
      }
      Cluster.pause(pause);
      pause = longer(pause);
    }
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LOOKING_LATER) < 0 ? twice : LOOKING_LATER;
  }
}
