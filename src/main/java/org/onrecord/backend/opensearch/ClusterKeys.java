package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.KeyFile;
import org.onrecord.access.StoredKeys;
import org.onrecord.search.ArchiveUnavailableException;
import org.onrecord.search.ArchiveUnavailableException.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keys on a cluster: one document, of which each request is told whether it has changed. Safe for
 * use by several threads and programs.
 */
final class ClusterKeys extends StoredKeys {
  private static final String ID = KeyFile.FILE;
  private static final String LINES = "lines";

  /** How often it is tried again after another who was quicker. */
  private static final int MOST_TRIES = 500;

  private final SideIndex side;
  private SideIndex.@Nullable Version read;
  private List<String> lines = List.of();

  ClusterKeys(SideIndex side, InstantSource clock) {
    super(clock);
    this.side = side;
  }

  @Override
  protected String place() {
    return side.place(ID);
  }

  @Override
  protected synchronized List<String> lines() throws IOException {
    SideIndex.Version now = side.version(ID);
    if (now == null) {
      read = null;
      lines = List.of();
    } else if (!now.equals(read)) {
      reload();
    }
    return lines;
  }

  private void reload() throws IOException {
    JsonNode found = side.get(ID);
    lines =
        found == null
            ? List.of()
            : found.path("_source").path(LINES).valueStream().map(JsonNode::asString).toList();
    read = found == null ? null : SideIndex.Version.of(found);
  }

  @Override
  protected synchronized void replace(UnaryOperator<List<String>> change) throws IOException {
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      List<String> before = lines();
      List<String> after = change.apply(before);
      if (after == before || write(after)) {
        return;
      }
    }
    throw new ArchiveUnavailableException(
        Reason.LOCKED, "others write all the time to " + place() + "; ask again", null);
  }

  private boolean write(List<String> after) throws IOException {
    ObjectNode source = JsonNodeFactory.instance.objectNode();
    ArrayNode all = source.putArray(LINES);
    after.forEach(all::add);
    return read == null ? side.create(ID, source) : side.replace(ID, read, source);
  }
}
