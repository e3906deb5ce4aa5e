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
  private final SharedReading<Kept> reading = new SharedReading<>();
  private volatile Kept kept = Kept.NOTHING;

  /** The document as it was read last. */
  private record Kept(SideIndex.@Nullable Version version, List<String> lines) {
    static final Kept NOTHING = new Kept(null, List.of());
  }

  ClusterKeys(SideIndex side, InstantSource clock) {
    super(clock);
    this.side = side;
  }

  @Override
  protected String place() {
    return side.place(ID);
  }

  /** Those who ask at the same time are told by one request. */
  @Override
  protected List<String> lines() throws IOException {
    return reading.of(this::now).lines();
  }

  private Kept now() throws IOException {
    SideIndex.Version version = side.version(ID);
    Kept before = kept;
    if (version == null) {
      kept = Kept.NOTHING;
    } else if (!version.equals(before.version())) {
      kept = reloaded();
    }
    return kept;
  }

  private Kept reloaded() throws IOException {
    JsonNode found = side.get(ID);
    return found == null
        ? Kept.NOTHING
        : new Kept(
            SideIndex.Version.of(found),
            found.path("_source").path(LINES).valueStream().map(JsonNode::asString).toList());
  }

  @Override
  protected void replace(UnaryOperator<List<String>> change) throws IOException {
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      Kept before = reading.of(this::now);
      List<String> after = change.apply(before.lines());
      if (after == before.lines() || write(before, after)) {
        return;
      }
    }
    throw new ArchiveUnavailableException(
        Reason.LOCKED, "others write all the time to " + place() + "; ask again", null);
  }

  private boolean write(Kept before, List<String> after) throws IOException {
    ObjectNode source = JsonNodeFactory.instance.objectNode();
    ArrayNode all = source.putArray(LINES);
    after.forEach(all::add);
    return before.version() == null
        ? side.create(ID, source)
        : side.replace(ID, before.version(), source);
  }
}
