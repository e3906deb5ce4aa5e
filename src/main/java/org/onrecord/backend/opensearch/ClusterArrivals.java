package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.alert.AnnouncedArticle;
import org.onrecord.alert.ArrivalSource;
import org.onrecord.article.ArticleId;
import org.onrecord.backend.lucene.index.Fields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What came into an archive on a cluster: every epoch has documents that name its articles, whoever
 * wrote it on whatever machine, and they count when it does. A place is an epoch's number and, in
 * its lowest {@value #INDEX_BITS} bits, how many of its articles were read. Safe for use by several
 * threads.
 */
public final class ClusterArrivals implements ArrivalSource {
  /** What {@link Fields#TYPE} says of such a document. */
  static final String TYPE = "arrivals";

  /** Of how many articles one document tells. */
  static final int PART = 1_000;

  private static final String GENERATION = "epochs";
  private static final int INDEX_BITS = 24;
  private static final long WHOLE = (1L << INDEX_BITS) - 1;

  /** So many epochs are kept that were read. */
  private static final long KEPT = 1_000;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Epochs epochs;
  private @Nullable Instant asked;
  private long begun;
  private long forgotten;

  /** Those of an archive. */
  public ClusterArrivals(Epochs epochs) {
    this.epochs = epochs;
  }

  /**
   * The documents by which an epoch tells of its articles.
   *
   * @param at when it is written
   */
  static List<ObjectNode> documents(List<AnnouncedArticle> articles, Instant at) {
    List<ObjectNode> documents = new ArrayList<>();
    for (int i = 0; i < articles.size(); i += PART) {
      StringBuilder lines = new StringBuilder();
      for (AnnouncedArticle one : articles.subList(i, Math.min(articles.size(), i + PART))) {
        lines.append(one.kind().name()).append('\t').append(one.article().value()).append('\n');
      }
      documents.add(
          JSON.objectNode()
              .put(Fields.TYPE, TYPE)
              .put(ClusterFields.SEQUENCE, i / PART)
              .put(Fields.DUE, at.toEpochMilli())
              .put(
                  ClusterFields.RECORD,
                  Base64.getEncoder()
                      .encodeToString(lines.toString().getBytes(StandardCharsets.UTF_8))));
    }
    return documents;
  }

  /** Finds what tells of epochs long ago. */
  static ObjectNode before(long epoch) {
    return all(List.of(Epochs.range(ClusterFields.FROM, Map.of("lt", epoch))));
  }

  /** Finds what tells of the epochs that count. */
  static ObjectNode of(Epoch epoch) {
    ObjectNode query =
        all(List.of(Epochs.range(ClusterFields.FROM, Map.of("lte", epoch.committed()))));
    ((ObjectNode) query.path("bool"))
        .putArray("must_not")
        .add(EpochWriter.in(ClusterFields.FROM, epoch.aborted()));
    return query;
  }

  private static ObjectNode all(List<ObjectNode> filters) {
    ObjectNode query = JSON.objectNode();
    ArrayNode filter = query.putObject("bool").putArray("filter");
    filter.add(Epochs.term(Fields.TYPE, TYPE));
    filters.forEach(filter::add);
    return query;
  }

  private static Place place(long epoch, long index) {
    return new Place(GENERATION, epoch << INDEX_BITS | index);
  }

  @Override
  public synchronized Place from(Place read, Instant since) throws IOException {
    Epoch now = epochs.control().read().value();
    if (since.equals(Instant.MAX)) {
      return place(now.committed(), WHOLE);
    }
    if (!since.equals(asked)) {
      begun = lastBefore(since, now);
      asked = since;
    }
    Place first = place(begun, WHOLE);
    boolean known =
        read.generation().equals(GENERATION) && read.offset() >> INDEX_BITS <= now.committed();
    return known && read.offset() > first.offset() ? read : first;
  }

  /** The last epoch that was written before a time. */
  private long lastBefore(Instant time, Epoch now) throws IOException {
    ObjectNode body =
        DocumentsIndex.asking(
            all(
                List.of(
                    Epochs.range(Fields.DUE, Map.of("lt", time.toEpochMilli())),
                    Epochs.range(ClusterFields.FROM, Map.of("lte", now.committed())))));
    body.put("size", 1).putArray("sort").addObject().put(ClusterFields.FROM, "desc");
    return search(body).path(0).path("sort").path(0).asLong(0);
  }

  @Override
  public Batch read(Place after, int most) throws IOException {
    Epoch now = epochs.control().read().value();
    long epoch = after.offset() >> INDEX_BITS;
    long index = after.offset() & WHOLE;
    if (epoch >= now.committed() && index == WHOLE) {
      return new Batch(List.of(), after);
    }
    List<AnnouncedArticle> arrivals = new ArrayList<>();
    Place next = place(now.committed(), WHOLE);
    for (JsonNode hit : search(following(now, epoch, index, most))) {
      long of = hit.path("sort").path(0).asLong();
      long at = hit.path("sort").path(1).asLong() * PART;
      for (AnnouncedArticle one : told(hit.path("_source").path(ClusterFields.RECORD))) {
        if (arrivals.size() == most) {
          return new Batch(arrivals, next);
        }
        at++;
        if (of > epoch || at > index) {
          arrivals.add(one);
          next = place(of, at);
        }
      }
    }
    return new Batch(arrivals, next);
  }

  private static ObjectNode following(Epoch now, long epoch, long index, int most) {
    ObjectNode rest = JSON.objectNode();
    ArrayNode either = rest.putObject("bool").putArray("should");
    either.add(Epochs.range(ClusterFields.FROM, Map.of("gt", epoch)));
    either
        .addObject()
        .putObject("bool")
        .putArray("filter")
        .add(EpochWriter.in(ClusterFields.FROM, List.of(epoch)))
        .add(Epochs.range(ClusterFields.SEQUENCE, Map.of("gte", index / PART)));
    ObjectNode query =
        all(List.of(rest, Epochs.range(ClusterFields.FROM, Map.of("lte", now.committed()))));
    ((ObjectNode) query.path("bool"))
        .putArray("must_not")
        .add(EpochWriter.in(ClusterFields.FROM, now.aborted()));
    ObjectNode body = DocumentsIndex.asking(query);
    body.put("size", most + 1);
    ArrayNode sort = body.putArray("sort");
    sort.addObject().put(ClusterFields.FROM, "asc");
    sort.addObject().put(ClusterFields.SEQUENCE, "asc");
    return body;
  }

  private JsonNode search(ObjectNode body) throws IOException {
    return ClusterFaults.whole(
            epochs.cluster().send("POST", "/" + epochs.documents() + "/_search", body))
        .path("hits")
        .path("hits");
  }

  private static List<AnnouncedArticle> told(JsonNode record) {
    String lines =
        new String(Base64.getDecoder().decode(record.asString("")), StandardCharsets.UTF_8);
    return lines
        .lines()
        .map(
            line -> {
              int tab = line.indexOf('\t');
              return new AnnouncedArticle(
                  AnnouncedArticle.Kind.valueOf(line.substring(0, tab)),
                  new ArticleId(line.substring(tab + 1)));
            })
        .toList();
  }

  @Override
  public synchronized void forget(Place read) throws IOException {
    long least = (read.offset() >> INDEX_BITS) - KEPT;
    if (least >= forgotten + KEPT) {
      epochs.index(epochs.control().read().value()).delete(before(least));
      forgotten = least;
    }
  }
}
