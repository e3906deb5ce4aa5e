package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onrecord.backend.opensearch.IndexRegister.Known;
import org.onrecord.backend.opensearch.IndexRegister.Making;
import org.onrecord.backend.opensearch.IndexRegister.Replaced;
import org.onrecord.search.ArchiveUnavailableException;
import org.onrecord.search.ArchiveUnavailableException.Reason;

/**
 * An index that is made to take the place of the one that counts, under a number that no other ever
 * had. What decides about indexes is done by who has the turn to write: an index is thus never
 * taken away while another program lets it count. Not safe for use by several threads.
 */
final class IndexMaking {
  /** How many times a lease passes without a beat before an index is given up. */
  private static final int LEASES = 4;

  private final Epochs epochs;
  private final InstantSource clock;
  private final int number;
  private final Epoch begun;
  private boolean mayCount;

  private IndexMaking(Epochs epochs, InstantSource clock, int number, Epoch begun) {
    this.epochs = epochs;
    this.clock = clock;
    this.number = number;
    this.begun = begun;
  }

  /**
   * Makes an empty index, and takes away what others left who were about to.
   *
   * @throws ArchiveUnavailableException if there is no archive, or another makes it anew
   */
  static IndexMaking begin(Epochs epochs, OpenSearchArchive.Terms terms) throws IOException {
    ControlDocument control = epochs.control().olderToo();
    refuseBeside(epochs, control.read().value().index(), terms.lease());
    WritingTurn turn = WritingTurn.take(control, terms.lease(), terms.patience());
    IndexMaking making;
    try {
      int current = turn.before().index();
      int number = number(epochs, current);
      making = new IndexMaking(epochs, terms.clock(), number, turn.commit());
    } catch (IOException | RuntimeException e) {
      try {
        turn.abort();
      } catch (IOException again) {
        e.addSuppressed(again);
      }
      throw e;
    }
    making.index().create(IndexDefinition.documents(terms.shards(), terms.replicas()));
    return making;
  }

  private static void refuseBeside(Epochs epochs, int current, Duration lease) throws IOException {
    Known first = epochs.register().read();
    if (!first.isMaking(current)) {
      return;
    }
    long begun = System.nanoTime();
    while (System.nanoTime() - begun < LEASES * lease.toNanos()) {
      Cluster.pause(lease.dividedBy(4));
      if (!Objects.equals(epochs.register().read().making(), first.making())) {
        throw new ArchiveUnavailableException(
            Reason.LOCKED,
            "another onrecord reindex of the archive is under way; wait until it ends",
            null);
      }
    }
  }

  /** Gives a number, and takes away what was being made before. */
  private static int number(Epochs epochs, int current) throws IOException {
    Known known = epochs.register().read();
    if (known.isMaking(current)) {
      epochs.index(Objects.requireNonNull(known.making()).index()).drop();
    }
    int next = Math.max(known.last(), current) + 1;
    while (epochs.index(next).isThere()) {
      next++;
    }
    int number = next;
    epochs.register().change(now -> new Known(number, new Making(number, 0), now.replaced()));
    return number;
  }

  /** The index; nobody reads it yet. */
  DocumentsIndex index() {
    return epochs.index(number);
  }

  /** What counted when it was begun. */
  Epoch begun() {
    return begun;
  }

  /** Tells others that it is being made still. */
  void beat() throws IOException {
    epochs.register().change(now -> new Known(now.last(), mine(now), now.replaced()));
  }

  private Making mine(Known known) throws ArchiveUnavailableException {
    Making making = known.making();
    if (making == null || making.index() != number) {
      throw new ArchiveUnavailableException(
          Reason.LOCKED,
          "another onrecord reindex has taken over, since this one was silent; nothing was changed",
          null);
    }
    return new Making(number, making.beat() + 1);
  }

  /**
   * Lets it count, in place of the one that does.
   *
   * @param turn that of who makes it
   * @throws ArchiveUnavailableException if another has begun to make one, or has the turn
   */
  void finish(WritingTurn turn) throws IOException {
    int before = turn.before().index();
    Instant now = clock.instant();
    epochs
        .register()
        .change(known -> new Known(known.last(), mine(known), with(known, before, now)));
    mayCount = true;
    turn.commit(number);
    epochs.register().change(IndexMaking::made);
    epochs.name(number);
  }

  private static List<Replaced> with(Known known, int index, Instant at) {
    List<Replaced> all = new ArrayList<>(known.replaced());
    all.removeIf(one -> one.index() == index);
    all.add(new Replaced(index, at));
    return all;
  }

  private static Known made(Known known) {
    return new Known(known.last(), null, known.replaced());
  }

  /**
   * Takes it away, unless it may count: where that is not known, whoever makes one next finds out.
   */
  void close() throws IOException {
    if (!mayCount) {
      index().drop();
      epochs.register().change(known -> isMine(known.making()) ? made(known) : known);
    }
  }

  private boolean isMine(@Nullable Making making) {
    return making != null && making.index() == number;
  }
}
