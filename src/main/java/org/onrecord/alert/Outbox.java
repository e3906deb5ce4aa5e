package org.onrecord.alert;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is still to be sent of one saved search by one channel, and how that goes: one message at a
 * time, while what is found meanwhile waits for the next.
 *
 * @param waiting what waits, at most {@value #MOST}
 * @param more how much else does, of which is only known how much
 * @param since when the first of it was found; null where nothing waits
 * @param sending what is being sent; null for nothing
 * @param lastBegun when a message was first tried last; null for never
 * @param lastSent when one arrived last; null for never
 * @param sent how many arrived
 * @param fault why the last try failed; null where it did not
 * @param failingSince when the first of the tries failed that have failed ever since
 * @param ended when it was given up; null where it was not
 */
public record Outbox(
    List<Notice> waiting,
    long more,
    @Nullable Instant since,
    @Nullable Sending sending,
    @Nullable Instant lastBegun,
    @Nullable Instant lastSent,
    long sent,
    @Nullable String fault,
    @Nullable Instant failingSince,
    @Nullable Instant ended) {
  /** How many notices wait at the most. */
  public static final int MOST = 1_000;

  /** That of a search of which nothing was found yet. */
  static final Outbox EMPTY = new Outbox(List.of(), 0, null, null, null, null, 0, null, null, null);

  public Outbox {
    waiting = List.copyOf(waiting);
  }

  /**
   * A message that has not arrived yet.
   *
   * @param delivery by which a receiver knows it again
   * @param more how much else was found, of which is only known how much
   * @param tries how often it was tried
   * @param next when it is tried the next time
   */
  public record Sending(String delivery, List<Notice> notices, long more, int tries, Instant next) {
    public Sending {
      notices = List.copyOf(notices);
    }
  }

  /** Whether it is given up until its search is changed. */
  public boolean isEnded() {
    return ended != null;
  }

  /** How much is not sent yet. */
  public long unsent() {
    return waiting.size() + more + (sending == null ? 0 : sending.notices.size() + sending.more);
  }

  /** When there is next something to do; empty where there is nothing. */
  Optional<Instant> due(Grouping every, ZoneId zone) {
    if (ended != null) {
      return Optional.empty();
    }
    if (sending != null) {
      return Optional.of(sending.next);
    }
    return since == null
        ? Optional.empty()
        : Optional.of(every.due(since, Optional.ofNullable(lastBegun), zone));
  }

  Outbox found(String article, List<String> passages, Instant at) {
    List<Notice> all = new ArrayList<>(waiting);
    long over = more;
    Set<Notice> known = new HashSet<>(all);
    for (String passage : passages) {
      Notice notice = new Notice.Found(article, passage);
      if (all.size() < MOST) {
        if (known.add(notice)) {
          all.add(notice);
        }
      } else {
        over++;
      }
    }
    return waiting(all, over, at);
  }

  /** What waits of an article is not told any more; where nothing does, that it is gone is. */
  Outbox gone(String article, Instant at) {
    List<Notice> left = new ArrayList<>(waiting);
    boolean untold = left.removeIf(notice -> notice.article().equals(article));
    if (!untold && left.size() < MOST) {
      left.add(new Notice.Gone(article));
    }
    return waiting(left, more, at);
  }

  private Outbox waiting(List<Notice> all, long over, Instant at) {
    Instant first = all.isEmpty() && over == 0 ? null : since == null ? at : since;
    return new Outbox(
        all, over, first, sending, lastBegun, lastSent, sent, fault, failingSince, ended);
  }

  /** What waits becomes a message. */
  Outbox begun(String delivery, Instant at) {
    return new Outbox(
        List.of(),
        0,
        null,
        new Sending(delivery, waiting, more, 0, at),
        at,
        lastSent,
        sent,
        fault,
        failingSince,
        ended);
  }

  /** The message arrived. */
  Outbox arrived(Instant at) {
    return new Outbox(waiting, more, since, null, lastBegun, at, sent + 1, null, null, null);
  }

  /** Nothing of the message was still to be told. */
  Outbox dropped() {
    return new Outbox(
        waiting, more, since, null, lastBegun, lastSent, sent, fault, failingSince, ended);
  }

  Outbox failed(Instant at, Instant next, String reason) {
    Sending again =
        sending == null
            ? null
            : new Sending(sending.delivery, sending.notices, sending.more, sending.tries + 1, next);
    return new Outbox(
        waiting,
        more,
        since,
        again,
        lastBegun,
        lastSent,
        sent,
        reason,
        failingSince == null ? at : failingSince,
        ended);
  }

  /** It is given up. What is unsent is kept, and sent if it is taken up again. */
  Outbox ended(Instant at, String reason) {
    return new Outbox(
        waiting, more, since, sending, lastBegun, lastSent, sent, reason, failingSince, at);
  }

  /** It is taken up again, at once. */
  Outbox resumed(Instant at) {
    Sending again =
        sending == null
            ? null
            : new Sending(sending.delivery, sending.notices, sending.more, 0, at);
    return new Outbox(waiting, more, since, again, lastBegun, lastSent, sent, null, null, null);
  }
}
