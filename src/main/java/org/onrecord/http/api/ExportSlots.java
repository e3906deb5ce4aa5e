package org.onrecord.http.api;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.ExportFormat;
import org.onrecord.http.OpenExports;
import org.onrecord.search.HitStream;

/**
 * How many exports are read at a time; each holds a view of the index, a thread and some hits.
 * Where all places are taken, one whose client has read nothing for {@value #STALLED_SECONDS}
 * seconds is given up for the next. Safe for use by several threads.
 */
@Singleton
final class ExportSlots implements OpenExports {
  static final int MOST_AT_ONCE = 8;

  private static final int STALLED_SECONDS = 20;
  private static final Duration STALLED = Duration.ofSeconds(STALLED_SECONDS);

  private final LongSupplier nanos;
  private final List<Slot> taken = new ArrayList<>();

  /**
   * None is taken.
   *
   * @param nanos the time, as {@link System#nanoTime} tells it; null for just that
   */
  ExportSlots(@Nullable LongSupplier nanos) {
    this.nanos = nanos == null ? System::nanoTime : nanos;
  }

  /** An export of these hits, to be held by the slot. */
  ExportStream stream(HitStream hits, ExportFormat format, boolean marked, Slot slot) {
    ExportStream stream = new ExportStream(hits, format, marked, slot::release, nanos);
    slot.hold(stream);
    return stream;
  }

  /** A place, which an export that is being opened or read holds until it is released. */
  final class Slot {
    private @Nullable ExportStream stream;

    /** Has what the slot is for told when it is given up. */
    private void hold(ExportStream opened) {
      synchronized (ExportSlots.this) {
        stream = opened;
      }
    }

    void release() {
      synchronized (ExportSlots.this) {
        taken.remove(this);
      }
    }
  }

  /** A place, unless all are taken by exports that are being read. */
  Optional<Slot> take() {
    Optional<ExportStream> unread = Optional.empty();
    synchronized (this) {
      if (taken.size() >= MOST_AT_ONCE) {
        unread =
            taken.stream()
                .flatMap(slot -> Optional.ofNullable(slot.stream).stream())
                .filter(stream -> stream.idle().compareTo(STALLED) >= 0)
                .findFirst();
      }
    }
    unread.ifPresent(ExportSlots::giveUp);
    synchronized (this) {
      if (taken.size() >= MOST_AT_ONCE) {
        return Optional.empty();
      }
      Slot slot = new Slot();
      taken.add(slot);
      return Optional.of(slot);
    }
  }

  /** Its client finds the file cut short, as after any broken connection. */
  private static void giveUp(ExportStream stream) {
    try {
      stream.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many are taken. */
  @Override
  public synchronized int open() {
    return taken.size();
  }
}
