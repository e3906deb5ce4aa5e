package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.alert.SenderLock;
import org.onrecord.backend.opensearch.VersionedDocument.Read;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one program at a time has, on whatever machine, as long as it lives: while it has it a beat
 * rises in a document, and whoever wants it and sees no beat for long enough takes it. No clocks
 * are compared: who has it holds it to be lost, by its own clock, before anybody else can take it.
 * Safe for use by several threads.
 */
final class ClusterLease implements SenderLock {
  private final VersionedDocument<Holder> document;
  private final Making making;
  private final Duration silence;
  private final String me = UUID.randomUUID().toString();
  private @Nullable Read<Holder> held;
  private long beaten;
  private @Nullable Thread beating;
  private @Nullable Holder seen;
  private long changed;

  /**
   * Who has it.
   *
   * @param owner a name that no other program has; empty where nobody has it
   * @param beat rises as long as the owner is there
   * @param note what the owner has to say to who takes it next
   */
  record Holder(String owner, long beat, String note) {
    static Holder read(JsonNode source) {
      return new Holder(
          source.path("owner").asString(""),
          source.path("beat").asLong(),
          source.path("note").asString(""));
    }

    ObjectNode written() {
      return JsonNodeFactory.instance
          .objectNode()
          .put("owner", owner)
          .put("beat", beat)
          .put("note", note);
    }

    Holder by(String next) {
      return new Holder(next, beat + 1, note);
    }
  }

  /** Makes the index of the document, where there is none. */
  @FunctionalInterface
  interface Making {
    void make() throws IOException;
  }

  /** How the document is written. */
  static final VersionedDocument.Form<Holder> FORM =
      new VersionedDocument.Form<>(Holder::read, Holder::written);

  /**
   * Names it; nothing is asked of the cluster yet.
   *
   * @param document has the {@link #FORM}
   * @param making is asked before the document is made
   * @param silence without a beat for so long it is anybody's
   */
  ClusterLease(VersionedDocument<Holder> document, Making making, Duration silence) {
    this.document = document;
    this.making = making;
    this.silence = silence;
  }

  @Override
  public synchronized boolean take() throws IOException {
    if (isHeld()) {
      return true;
    }
    held = null;
    Optional<Read<Holder>> found = document.read();
    if (found.isEmpty()) {
      making.make();
      document.create(new Holder("", 0, ""));
      found = document.read();
    }
    if (found.isEmpty()) {
      return false;
    }
    Holder other = found.get().value();
    long now = System.nanoTime();
    if (!other.equals(seen)) {
      seen = other;
      changed = now;
    }
    boolean free = other.owner().isEmpty() || other.owner().equals(me);
    if (free || now - changed > silence.toNanos()) {
      held = document.change(found.get(), other.by(me));
      beaten = now;
    }
    if (held != null && (beating == null || !beating.isAlive())) {
      beating = Thread.ofPlatform().daemon().name("cluster-lease").start(this::beat);
    }
    return held != null;
  }

  /** The same, and waits for as long as it takes to know whether another is there. */
  boolean takeOrWait() throws IOException {
    long begun = System.nanoTime();
    while (!take()) {
      if (System.nanoTime() - begun > silence.multipliedBy(2).toNanos()) {
        return false;
      }
      Cluster.pause(silence.dividedBy(20));
    }
    return true;
  }

  @Override
  public synchronized boolean isHeld() {
    return held != null && System.nanoTime() - beaten < silence.toNanos();
  }

  /** What whoever has it has to say; empty where this program has not. */
  synchronized String note() {
    return held == null ? "" : held.value().note();
  }

  /**
   * Says something to who takes it next.
   *
   * @return whether this program had it to say so
   */
  synchronized boolean note(String note) throws IOException {
    return held != null && change(new Holder(me, held.value().beat() + 1, note));
  }

  private synchronized boolean change(Holder after) throws IOException {
    long now = System.nanoTime();
    Read<Holder> before = Objects.requireNonNull(held);
    held = document.change(before, after);
    beaten = now;
    return held != null;
  }

  private void beat() {
    try {
      while (true) {
        Thread.sleep(silence.dividedBy(4));
        synchronized (this) {
          if (beating != Thread.currentThread()) {
            return;
          }
          tell();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell() {
    if (held != null) {
      try {
        change(held.value().by(me));
      } catch (IOException silent) {
        // The next beat may come through; without any it is lost, and whoever wants it is told so.
        return;
      }
    }
  }

  /** Gives it up, so that nobody has to wait. */
  @Override
  public synchronized void close() throws IOException {
    if (held != null) {
      change(held.value().by(""));
    }
    abandon();
  }

  /** Leaves it to whoever takes it, or to nobody: it is not beaten any more. */
  synchronized void abandon() {
    held = null;
    if (beating != null) {
      beating.interrupt();
      beating = null;
    }
  }
}
