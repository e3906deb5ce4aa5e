package org.onrecord.alert;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.OwnerOnly;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file {@code alerts.jsonl} beside an index: what happened to what is to be sent, a line of
 * JSON an event, from which follows what is still to be sent. Written anew in short by the first
 * event, and when it has grown long. One process has it open, that which sends. Safe for use by
 * several threads.
 */
public final class AlertLog implements Closeable {
  /** The file's name. */
  public static final String FILE = "alerts.jsonl";

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final long LONG = 64L << 20;

  private final Path file;
  private final Map<String, Map<Channel, Outbox>> outboxes = new TreeMap<>();
  private ArrivalSource.Place read = ArrivalSource.Place.START;
  private @Nullable FileChannel channel;

  private AlertLog(Path file) throws IOException {
    this.file = file;
    reload();
  }

  /**
   * Opens that of an index, which the first event makes.
   *
   * @throws IOException if it cannot be read
   */
  public static AlertLog open(Path index) throws IOException {
    return new AlertLog(index.resolve(FILE));
  }

  /** Begins anew with what the file holds, which another process may have written. */
  synchronized void reload() throws IOException {
    close();
    channel = null;
    outboxes.clear();
    read = ArrivalSource.Place.START;
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        replay(line);
      }
    }
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
    FileChannel open = channel == null ? rewritten() : channel;
    channel = open;
    write(open, events);
    open.force(false);
    events.forEach(this::apply);
    if (open.size() > LONG) {
      open.close();
      channel = null;
    }
  }

  /** Forgets all but these searches. */
  synchronized void keep(Set<String> searches) {
    outboxes.keySet().retainAll(searches);
  }

  private static void write(FileChannel to, Collection<? extends AlertEvent> events)
      throws IOException {
    StringBuilder lines = new StringBuilder();
    for (AlertEvent event : events) {
      lines.append(JSON.writerFor(AlertEvent.class).writeValueAsString(event)).append('\n');
    }
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines.toString());
    while (bytes.hasRemaining()) {
      to.write(bytes);
    }
  }

  /** The file with nothing but what holds, open for writing on. */
  private FileChannel rewritten() throws IOException {
    List<AlertEvent> all = new ArrayList<>(List.of(new AlertEvent.Read(read)));
    outboxes.forEach(
        (search, ways) ->
            ways.forEach((way, outbox) -> all.add(new AlertEvent.Kept(search, way, outbox))));
    Path next = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(next);
    FileChannel made =
        FileChannel.open(
            next,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            OwnerOnly.of(next));
    try {
      write(made, all);
      made.force(true);
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return made;
    } catch (IOException e) {
      made.close();
      throw e;
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
