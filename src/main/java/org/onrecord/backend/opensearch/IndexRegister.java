package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.backend.opensearch.VersionedDocument.Read;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which indexes of documents an archive has besides the one that counts: one that is being made to
 * take its place, and those whose place was taken and that somebody may still read. An index that
 * is not named here or by the {@link Epoch} is nobody's, and left alone. Safe for use by several
 * threads.
 */
final class IndexRegister {
  static final String ID = "indexes";

  private final VersionedDocument<Known> document;

  /**
   * What is known.
   *
   * @param last the highest number that an index ever had
   */
  record Known(int last, @Nullable Making making, List<Replaced> replaced) {
    static final Known NOTHING = new Known(1, null, List.of());

    Known {
      replaced = List.copyOf(replaced);
    }

    /** Whether an index is being made, and not yet the one that counts. */
    boolean isMaking(int current) {
      return making != null && making.index() != current;
    }
  }

  /**
   * An index that is being made.
   *
   * @param beat rises as long as somebody makes it
   */
  record Making(int index, long beat) {}

  /** An index whose place was taken, and when. */
  record Replaced(int index, Instant at) {}

  /** What becomes of it. */
  @FunctionalInterface
  interface Change {
    Known of(Known now) throws IOException;
  }

  IndexRegister(Cluster cluster, String index) {
    this.document =
        new VersionedDocument<>(
            cluster,
            index,
            ID,
            new VersionedDocument.Form<>(IndexRegister::known, IndexRegister::written));
  }

  Known read() throws IOException {
    return document.read().map(Read::value).orElse(Known.NOTHING);
  }

  /** Changes it, from whatever it is. */
  Known change(Change change) throws IOException {
    while (true) {
      Optional<Read<Known>> now = document.read();
      if (now.isEmpty()) {
        document.create(Known.NOTHING);
        continue;
      }
      Known after = change.of(now.get().value());
      if (after.equals(now.get().value()) || document.change(now.get(), after) != null) {
        return after;
      }
    }
  }

  private static Known known(JsonNode source) {
    JsonNode making = source.path("making");
    List<Replaced> replaced = new ArrayList<>();
    for (JsonNode one : source.path("replaced")) {
      replaced.add(
          new Replaced(one.path("index").asInt(), Instant.ofEpochMilli(one.path("at").asLong())));
    }
    return new Known(
        source.path("last").asInt(1),
        making.isObject()
            ? new Making(making.path("index").asInt(), making.path("beat").asLong())
            : null,
        replaced);
  }

  private static ObjectNode written(Known known) {
    ObjectNode source = JsonNodeFactory.instance.objectNode();
    source.put("last", known.last());
    if (known.making() != null) {
      source
          .putObject("making")
          .put("index", known.making().index())
          .put("beat", known.making().beat());
    }
    ArrayNode replaced = source.putArray("replaced");
    for (Replaced one : known.replaced()) {
      replaced.addObject().put("index", one.index()).put("at", one.at().toEpochMilli());
    }
    return source;
  }
}
