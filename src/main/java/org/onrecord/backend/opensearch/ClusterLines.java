package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.onrecord.alert.KeptLines;
import org.onrecord.backend.opensearch.VersionedDocument.Read;
import org.onrecord.search.ArchiveUnavailableException;
import org.onrecord.search.ArchiveUnavailableException.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lines on a cluster: what was added at once is a part, a document {@code NAME:SERIES:1} and so on,
 * and the document {@code NAME} says which series counts, and how many parts of it. A part counts
 * when that document says so, which is changed only from what it was read as: who was silent for
 * too long, and whose lines another has taken, cannot add any. Safe for use by several threads.
 */
final class ClusterLines implements KeptLines {
  private static final String LINES = "lines";

  /** How many parts are read at a time. */
  private static final int PAGE = 100;

  /** So many characters go into one part. */
  private static final int LONG_PART = 1 << 20;

  /** From so many parts on they are many. */
  private static final int MANY = 1_000;

  /** How often is begun anew to read what another replaces meanwhile. */
  private static final int MOST_TRIES = 20;

  private final SideIndex side;
  private final String name;
  private final VersionedDocument<Counting> document;
  private final String me = fresh();
  private @Nullable Read<Counting> mine;

  /**
   * What counts.
   *
   * @param owner who writes
   * @param parts how many of the series
   */
  private record Counting(String owner, String series, long parts) {
    static Counting read(JsonNode source) {
      return new Counting(
          source.path("owner").asString(""),
          source.path("series").asString(""),
          source.path("parts").asLong());
    }

    ObjectNode written() {
      return JsonNodeFactory.instance
          .objectNode()
          .put("owner", owner)
          .put("series", series)
          .put("parts", parts);
    }
  }

  ClusterLines(SideIndex side, String name) {
    this.side = side;
    this.name = name;
    this.document =
        side.document(name, new VersionedDocument.Form<>(Counting::read, Counting::written));
  }

  private String id(String series, long part) {
    return name + ':' + series + ':' + part;
  }

  private static String fresh() {
    return UUID.randomUUID().toString();
  }

  @Override
  public synchronized List<String> read() throws IOException {
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      Optional<Read<Counting>> found = document.read();
      List<String> lines = found.isEmpty() ? List.of() : lines(found.get().value());
      if (lines != null) {
        return lines;
      }
    }
    throw new ArchiveUnavailableException(
        Reason.LOCKED, "others write all the time to " + side.place(name) + "; ask again", null);
  }

  @Override
  public String version() throws IOException {
    Optional<Read<Counting>> found = document.read();
    return found.map(read -> read.value().series() + ' ' + read.value().parts()).orElse("");
  }

  /** Null where another has replaced them meanwhile. */
  private @Nullable List<String> lines(Counting counting) throws IOException {
    List<String> lines = new ArrayList<>();
    for (long first = 1; first <= counting.parts(); first += PAGE) {
      long last = Math.min(counting.parts(), first + PAGE - 1);
      List<JsonNode> parts =
          side.beginning(
              LongStream.rangeClosed(first, last)
                  .mapToObj(part -> id(counting.series(), part))
                  .toList());
      if (parts.size() < last - first + 1) {
        return null;
      }
      for (JsonNode part : parts) {
        part.path(LINES).forEach(line -> lines.add(line.asString()));
      }
    }
    return lines;
  }

  @Override
  public synchronized List<String> take() throws IOException {
    mine = null;
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      Optional<Read<Counting>> found = document.read();
      if (found.isEmpty()) {
        side.make();
        document.create(new Counting(me, fresh(), 0));
        continue;
      }
      Counting counting = found.get().value();
      Read<Counting> taken =
          document.change(found.get(), new Counting(me, counting.series(), counting.parts()));
      List<String> lines = taken == null ? null : lines(counting);
      if (lines != null) {
        mine = taken;
        return lines;
      }
    }
    throw lost();
  }

  private ArchiveUnavailableException lost() {
    return new ArchiveUnavailableException(
        Reason.LOCKED,
        "another service has taken over " + side.place(name) + ", and sends from now on",
        null);
  }

  /** What this program has taken; nobody has, until it is certain what became of a change. */
  private Read<Counting> takeForChange() throws IOException {
    Read<Counting> before = mine;
    mine = null;
    if (before == null) {
      throw lost();
    }
    return before;
  }

  @Override
  public synchronized void add(List<String> lines) throws IOException {
    Read<Counting> before = takeForChange();
    String series = before.value().series();
    long part = before.value().parts() + 1;
    side.put(id(series, part), part(lines));
    count(before, series, part);
  }

  @Override
  public synchronized void replace(List<String> lines) throws IOException {
    Read<Counting> before = takeForChange();
    String series = fresh();
    long parts = 0;
    for (List<String> one : inParts(lines)) {
      parts++;
      side.put(id(series, parts), part(one));
    }
    count(before, series, parts);
    // One more than counts, which somebody may have written who was gone before it did.
    for (long part = 1; part <= before.value().parts() + 1; part++) {
      side.delete(id(before.value().series(), part));
    }
  }

  private static List<List<String>> inParts(List<String> lines) {
    List<List<String>> parts = new ArrayList<>();
    int length = LONG_PART;
    for (String line : lines) {
      length += line.length();
      if (length > LONG_PART) {
        parts.add(new ArrayList<>());
        length = line.length();
      }
      parts.getLast().add(line);
    }
    return parts;
  }

  private static ObjectNode part(List<String> lines) {
    ObjectNode source = JsonNodeFactory.instance.objectNode();
    ArrayNode all = source.putArray(LINES);
    lines.forEach(all::add);
    return source;
  }

  private void count(Read<Counting> before, String series, long parts) throws IOException {
    Read<Counting> after = document.change(before, new Counting(me, series, parts));
    if (after == null) {
      throw lost();
    }
    mine = after;
  }

  @Override
  public synchronized boolean areMany() {
    return mine != null && mine.value().parts() > MANY;
  }

  @Override
  public void close() {}
}
