package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.onrecord.correction.CorrectionHistory.BrokenLine;
import org.onrecord.correction.DecisionLog;
import org.onrecord.search.ArchiveUnavailableException;
import org.onrecord.search.ArchiveUnavailableException.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A log on a cluster: what is added together is a document, {@code NAME:1} and so on, which is made
 * only where there is none with its number, so that of two who add at once one comes second and
 * sees the other's. Whether there is more is asked each time, by the next number. Safe for use by
 * several threads and programs.
 *
 * @param <T> what a line holds
 */
final class ClusterLog<T> implements DecisionLog<T> {
  private static final String LINES = "lines";

  /** How many documents are asked for at a time at the most. */
  private static final int PAGE = 100;

  /** How often it is tried again after another who was quicker. */
  private static final int MOST_TRIES = 500;

  private final SideIndex side;
  private final String name;
  private final Function<String, T> reader;
  private final SharedReading<Lines<T>> reading = new SharedReading<>();
  private final List<T> read = new ArrayList<>();
  private final List<BrokenLine> broken = new ArrayList<>();
  private Lines<T> lines = new Lines<>(List.of(), List.of());
  private String last = "";
  private long documents;
  private long number;

  ClusterLog(SideIndex side, String name, Function<String, T> reader) {
    this.side = side;
    this.name = name;
    this.reader = reader;
  }

  @Override
  public String place() {
    return side.place(name);
  }

  @Override
  public synchronized <E extends Exception> void append(NextLines<T, E> next)
      throws IOException, E {
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      List<String> made = next.after(readOn());
      if (made.isEmpty() || side.create(id(documents + 1), written(made))) {
        return;
      }
    }
    throw new ArchiveUnavailableException(
        Reason.LOCKED, "others write all the time to " + place() + "; ask again", null);
  }

  private String id(long document) {
    return name + ":" + document;
  }

  /** In UTF-8, as a file would have it. */
  private static ObjectNode written(List<String> made) {
    ObjectNode source = JsonNodeFactory.instance.objectNode();
    ArrayNode all = source.putArray(LINES);
    made.forEach(
        line -> all.add(new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)));
    return source;
  }

  /** Those who ask at the same time are told by one request. */
  @Override
  public Lines<T> lines() throws IOException {
    return reading.of(this::readOn);
  }

  private synchronized Lines<T> readOn() throws IOException {
    String before = last;
    int page = 1;
    while (read(page)) {
      page = PAGE;
    }
    if (!last.equals(before)) {
      lines = new Lines<>(read, broken);
    }
    return lines;
  }

  /** Reads on; says whether there may be more. */
  private boolean read(int page) throws IOException {
    long first = Math.max(documents, 1);
    List<JsonNode> found =
        side.beginning(LongStream.rangeClosed(first, documents + page).mapToObj(this::id).toList());
    if (documents > 0) {
      if (found.isEmpty() || !SideIndex.token(found.getFirst()).equals(last)) {
        forget();
        return true;
      }
      found = found.subList(1, found.size());
    }
    found.forEach(this::take);
    return found.size() == page;
  }

  /** The log is another one: somebody has brought back an older index. */
  private void forget() {
    read.clear();
    broken.clear();
    last = "";
    documents = 0;
    number = 0;
  }

  private void take(JsonNode source) {
    for (JsonNode line : source.path(LINES)) {
      number++;
      try {
        if (!line.asString().isBlank()) {
          read.add(reader.apply(line.asString()));
        }
      } catch (IllegalArgumentException e) {
        broken.add(new BrokenLine(number, String.valueOf(e.getMessage())));
      }
    }
    last = SideIndex.token(source);
    documents++;
  }
}
