package org.onrecord.backend.opensearch;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Which of a cluster's nodes is asked next: each in turn, but one that did not answer only when it
 * is time to see whether it does again, or when no other answers either. Safe for use by several
 * threads.
 */
final class ClusterNodes {
  /** For how long a node is left alone that did not answer; doubled whenever it does not again. */
  private static final Duration FIRST_REST = Duration.ofSeconds(10);

  private static final Duration LONGEST_REST = Duration.ofMinutes(5);

  private final List<URI> hosts;
  private final LongSupplier nanos;
  private final Map<URI, Rest> silent = new HashMap<>();
  private int turn;

  /** That a node is left alone: for how long, in ns, and until when. */
  private record Rest(long length, long end) {}

  /**
   * All of them, none of which is known to be silent.
   *
   * @param hosts at least one
   * @param nanos the time, as {@link System#nanoTime} gives it
   */
  ClusterNodes(List<URI> hosts, LongSupplier nanos) {
    this.hosts = hosts;
    this.nanos = nanos;
  }

  int count() {
    return hosts.size();
  }

  /** The node to ask now. Of those who ask at once one is told a node that was silent. */
  synchronized URI next() {
    long now = nanos.getAsLong();
    int first = turn++;
    URI soonest = hosts.getFirst();
    Rest shortest = null;
    for (int i = 0; i < hosts.size(); i++) {
      URI host = hosts.get(Math.floorMod(first + i, hosts.size()));
      Rest rest = silent.get(host);
      if (rest == null) {
        return host;
      }
      if (rest.end() - now <= 0) {
        return again(host, rest, now);
      }
      if (shortest == null || rest.end() - shortest.end() < 0) {
        soonest = host;
        shortest = rest;
      }
    }
    return shortest == null ? soonest : again(soonest, shortest, now);
  }

  private URI again(URI host, Rest rest, long now) {
    long longer = Math.min(rest.length() * 2, LONGEST_REST.toNanos());
    silent.put(host, new Rest(longer, now + longer));
    return host;
  }

  /** Whether another than this one is held to be well. */
  synchronized boolean hasOther(URI host) {
    return hosts.stream().anyMatch(one -> !one.equals(host) && !silent.containsKey(one));
  }

  /** A node answered, whatever it said. */
  synchronized void answered(URI host) {
    silent.remove(host);
  }

  /** A node could not be reached, or did not answer in time, or not to the end. */
  synchronized void silent(URI host) {
    Rest before = silent.get(host);
    long length = before == null ? FIRST_REST.toNanos() : before.length();
    silent.put(host, new Rest(length, nanos.getAsLong() + length));
  }
}
