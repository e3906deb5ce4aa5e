package org.onrecord.backend.opensearch;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.onrecord.article.PartyRef;
import org.onrecord.article.SpeakerRef;
import org.onrecord.search.Hit;
import org.onrecord.search.HitStream;
import org.onrecord.search.SearchRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The passages of an archive on a cluster once more, in an index {@code PREFIX_plain} as anybody
 * would make one who has OpenSearch alone: its own analysis, its own queries. It tells how fast a
 * cluster is without OnRecord. No archive's index can have that name, since a prefix has no
 * underscore. Safe for use by several threads, but for making it.
 */
public final class PlainIndex implements Closeable {
  private static final int PROGRESS = 1_000;

  /** What is noted in the index when all of it is there. */
  private static final String OF = "of";

  private static final String PASSAGES = "passages";

  private final Epochs epochs;
  private final DocumentsIndex index;
  private final int shards;
  private final int replicas;

  /**
   * That beside an archive; it need not be there.
   *
   * @param shards into how many parts it is cut when it is made
   * @param replicas how many more times each part is kept
   */
  public PlainIndex(Epochs epochs, int shards, int replicas) {
    this.epochs = epochs;
    this.index = new DocumentsIndex(epochs.cluster(), epochs.documents() + "_plain");
    this.shards = shards;
    this.replicas = replicas;
  }

  /** What the cluster calls it. */
  public String name() {
    return index.name();
  }

  /**
   * How many passages it has; empty where there is none, or it is not of the archive as it is now.
   */
  public OptionalLong passages() throws IOException {
    if (!index.isThere()) {
      return OptionalLong.empty();
    }
    JsonNode noted =
        epochs
            .cluster()
            .send("GET", "/" + index.name() + "/_mapping", null)
            .path(index.name())
            .path("mappings")
            .path("_meta");
    return noted.path(OF).asString("").equals(commit(epochs.view()))
        ? OptionalLong.of(noted.path(PASSAGES).asLong())
        : OptionalLong.empty();
  }

  /** The archive as of one commit. */
  private static String commit(ClusterView view) {
    return view.index() + " " + view.epoch();
  }

  /** The passages of an archive. */
  @FunctionalInterface
  public interface Passages {
    HitStream open() throws IOException;
  }

  /**
   * Makes it anew.
   *
   * @param passages all that there are
   * @param progress told now and then how many were written
   */
  public void make(Passages passages, LongConsumer progress) throws IOException {
    index.drop();
    String commit = commit(epochs.view());
    index.create(definition());
    BulkBuffer bulk = new BulkBuffer(epochs.cluster(), index.name());
    long written = 0;
    try (HitStream hits = passages.open()) {
      for (Optional<Hit> hit = hits.next(); hit.isPresent(); hit = hits.next()) {
        ObjectNode document = document(hit.get());
        bulk.index(document.path("id").asString(), hit.get().article().id().value(), document);
        written++;
        if (written % PROGRESS == 0) {
          progress.accept(written);
        }
      }
    }
    bulk.send();
    index.refresh();
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    whole.putObject("_meta").put(OF, commit).put(PASSAGES, written);
    epochs.cluster().send("PUT", "/" + index.name() + "/_mapping", whole);
  }

  private ObjectNode definition() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(PlainIndex.class.getResourceAsStream("plain.json"))) {
      ObjectNode definition = (ObjectNode) JsonMapper.shared().readTree(file);
      ((ObjectNode) definition.path("settings").path("index"))
          .put("number_of_shards", shards)
          .put("number_of_replicas", replicas);
      return definition;
    }
  }

  private static ObjectNode document(Hit hit) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    switch (hit) {
      case Hit.ParagraphHit(var paragraph, _, _, _) -> {
        json.put("id", paragraph.id()).put("type", "paragraph").put("text", paragraph.text());
        put(json, paragraph.speakers(), paragraph.parties());
      }
      case Hit.QuoteHit(var quote, _, _, _) -> {
        var said = quote.quotation();
        json.put("id", said.id()).put("type", "quote").put("text", said.content());
        put(json, said.speakers(), said.parties());
      }
    }
    json.put("article", hit.article().id().value()).put("ordinal", hit.place().paragraph());
    json.put("title", Objects.requireNonNullElse(hit.article().title(), ""));
    json.put("outlet", Objects.requireNonNullElse(hit.article().outlet(), "unknown"));
    json.put("section", Objects.requireNonNullElse(hit.article().section(), "none"));
    if (hit.article().date() != null) {
      json.put("date", hit.article().date().toString());
    }
    return json;
  }

  private static void put(
      ObjectNode json, Iterable<SpeakerRef> speakers, Iterable<PartyRef> parties) {
    ArrayNode names = json.putArray("speaker");
    speakers.forEach(speaker -> names.add(speaker.name()));
    ArrayNode called = json.putArray("party");
    parties.forEach(party -> called.add(party.name()));
  }

  /**
   * Asks it what an archive would be asked.
   *
   * @return the cluster's answer, unread
   * @throws IOException if it is asked for what it cannot find
   */
  public byte[] answer(SearchRequest request) throws IOException {
    return epochs
        .cluster()
        .sendUnread("POST", "/" + index.name() + "/_search", PlainQueries.of(request));
  }

  /** How many hits an answer tells of, exact. */
  public static long total(byte[] answer) throws IOException {
    return ClusterFaults.whole(JsonMapper.shared().readTree(answer))
        .path("hits")
        .path("total")
        .path("value")
        .asLong();
  }

  /** The nodes that have it. */
  public NodeProcessors nodes() {
    return new NodeProcessors(epochs.cluster());
  }

  /** Takes it away, if it is there. */
  public void drop() throws IOException {
    index.drop();
  }

  @Override
  public void close() {
    epochs.close();
  }
}
