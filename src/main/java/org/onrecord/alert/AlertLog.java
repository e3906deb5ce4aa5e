package org.onrecord.alert;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What happened to what is to be sent, a line of JSON an event, from which follows what is still to
 * be sent. Written anew in short by the first event, and when it has grown long. One process writes
 * it, that which sends. Safe for use by several threads.
 */
public final class AlertLog implements Closeable {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final KeptLines lines;
  private final Map<String, Map<Channel, Outbox>> outboxes = new TreeMap<>();
  private ArrivalSource.Place read = ArrivalSource.Place.START;
  private boolean inShort;
  private boolean sure = true;
  private @Nullable String looked;

  private AlertLog(KeptLines lines) throws IOException {
    this.lines = lines;
    look();
  }

  /**
   * Opens it, to look at.
   *
   * @param lines closed with it
   * @throws IOException if it cannot be read
   */
  public static AlertLog open(KeptLines lines) throws IOException {
    return new AlertLog(lines);
  }

  /** Begins anew with what is kept, which another process may have written, to write on. */
  synchronized void reload() throws IOException {
    begin(lines.take());
    inShort = false;
    sure = true;
  }

  /** Takes over what another process has written, who writes nothing itself. */
  synchronized void look() throws IOException {
    String now = lines.version();
    if (!now.equals(looked)) {
      begin(lines.read());
      looked = now;
    }
  }

  private void begin(List<String> all) {
    outboxes.clear();
    read = ArrivalSource.Place.START;
    all.forEach(this::replay);
  }

  /** Whether what it says is what is kept: it may not be once an event could not be written. */
  synchronized boolean isSure() {
    return sure;
  }

  /** A line that a crash has cut off says nothing: what it was to say is done again. */
  private void replay(String line) {
    if (!line.isBlank()) {
      try {
        apply(JSON.readValue(line, AlertEvent.class));
      } catch (JacksonException torn) {
        return;
      }
    }
  }

  private void apply(AlertEvent event) {
    switch (event) {
      case AlertEvent.Read(ArrivalSource.Place place) -> read = place;
      case AlertEvent.OfOutbox of ->
          outboxes
              .computeIfAbsent(of.search(), _ -> new EnumMap<>(Channel.class))
              .merge(of.channel(), of.after(outbox(of.search(), of.channel())), (_, now) -> now);
    }
  }

  /** Up to where arrivals were looked at. */
  synchronized ArrivalSource.Place read() {
    return read;
  }

  /** What is to be sent of a search by a channel. */
  public synchronized Outbox outbox(String search, Channel way) {
    return outboxes.getOrDefault(search, Map.of()).getOrDefault(way, Outbox.EMPTY);
  }

  /** How many notices are not sent yet. */
  public synchronized long unsent() {
    return outboxes.values().stream()
        .flatMap(ways -> ways.values().stream())
        .mapToLong(Outbox::unsent)
        .sum();
  }

  /** Lets events happen, and returns when they are safe from power loss. */
  synchronized void add(Collection<? extends AlertEvent> events) throws IOException {
    if (events.isEmpty()) {
      return;
    }
    sure = false;
    looked = null;
    if (!inShort) {
      lines.replace(written(shortened()));
      inShort = true;
    }
    lines.add(written(events));
    events.forEach(this::apply);
    sure = true;
    inShort = !lines.areMany();
  }

  /** Forgets all but these searches. */
  synchronized void keep(Set<String> searches) {
    outboxes.keySet().retainAll(searches);
  }

  private static List<String> written(Collection<? extends AlertEvent> events) {
    return events.stream()
        .map(event -> JSON.writerFor(AlertEvent.class).writeValueAsString(event))
        .toList();
  }

  /** Nothing but what holds. */
  private List<AlertEvent> shortened() {
    List<AlertEvent> all = new ArrayList<>(List.of(new AlertEvent.Read(read)));
    outboxes.forEach(
        (search, ways) ->
            ways.forEach((way, outbox) -> all.add(new AlertEvent.Kept(search, way, outbox))));
    return all;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
