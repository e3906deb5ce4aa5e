package org.onrecord.backend.opensearch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an archive's control document says: which epochs count, and whose turn it is to write.
 *
 * <p>A document is there in the eyes of a reader if the epoch in which it appeared counts and that
 * in which it went does not. An epoch counts from when its writer puts its number into {@code
 * committed}, in one step for all documents of it.
 *
 * @param schema the version of the documents' fields
 * @param index the number of the index in which the documents lie
 * @param committed the last epoch that was committed; 0 at first
 * @param aborted epochs up to that, or the next, whose writer went away before it could commit
 * @param turn who is writing; null where nobody is
 */
record Epoch(int schema, int index, long committed, List<Long> aborted, @Nullable Turn turn) {
  /** Nothing was committed. */
  static Epoch first(int schema) {
    return new Epoch(schema, 1, 0, List.of(), null);
  }

  /** The same with another as the last that counts. */
  Epoch committed(long last) {
    return new Epoch(schema, index, last, aborted, turn);
  }

  /**
   * A writer's turn.
   *
   * @param epoch in which everything that it writes appears
   * @param owner a name that no other writer has
   * @param beat rises as long as the writer is there
   */
  record Turn(long epoch, String owner, long beat) {
    Turn later() {
      return new Turn(epoch, owner, beat + 1);
    }
  }

  Epoch {
    aborted = List.copyOf(aborted);
  }

  /** Whether nothing was ever committed: then there is nothing to ask for. */
  boolean isEmpty() {
    return committed == 0;
  }

  static Epoch read(JsonNode source) {
    JsonNode turn = source.path("turn");
    List<Long> aborted = new ArrayList<>();
    source.path("aborted").forEach(one -> aborted.add(one.asLong()));
    return new Epoch(
        source.path("schema").asInt(),
        source.path("index").asInt(1),
        source.path("committed").asLong(),
        aborted,
        turn.isObject()
            ? new Turn(
                turn.path("epoch").asLong(),
                turn.path("owner").asString(),
                turn.path("beat").asLong())
            : null);
  }

  ObjectNode written() {
    ObjectNode source = JsonNodeFactory.instance.objectNode();
    source.put("schema", schema).put("index", index).put("committed", committed);
    ArrayNode ended = source.putArray("aborted");
    aborted.forEach(ended::add);
    if (turn != null) {
      source
          .putObject("turn")
          .put("epoch", turn.epoch())
          .put("owner", turn.owner())
          .put("beat", turn.beat());
    } else {
      source.putNull("turn");
    }
    return source;
  }

  /** The last that there was, whether it counts or not. */
  long last() {
    return LongStream.concat(
            LongStream.of(committed, turn == null ? 0 : turn.epoch()),
            aborted.stream().mapToLong(Long::longValue))
        .max()
        .orElse(0);
  }

  /** The same with a turn of this owner, in an epoch that there never was. */
  Epoch begun(String owner) {
    List<Long> ended = new ArrayList<>(aborted);
    if (turn != null) {
      ended.add(turn.epoch());
    }
    return new Epoch(schema, index, committed, ended, new Turn(last() + 1, owner, 0));
  }

  Epoch with(@Nullable Turn next) {
    return new Epoch(schema, index, committed, aborted, next);
  }

  /** The same when what the turn wrote is committed. */
  Epoch committing(Turn done) {
    return new Epoch(schema, index, done.epoch(), aborted, null);
  }

  /**
   * The same when the documents are from now on those of another index, as this program has them.
   */
  Epoch committing(Turn done, int next) {
    return new Epoch(IndexDefinition.SCHEMA, next, done.epoch(), List.of(), null);
  }

  /** The same when the turn is over and nothing of it counts. */
  Epoch aborting(Turn given) {
    List<Long> ended = new ArrayList<>(aborted);
    ended.add(given.epoch());
    return new Epoch(schema, index, committed, ended, null);
  }

  /** The same without these, of which nothing is left. */
  Epoch healed(List<Long> gone) {
    return new Epoch(
        schema,
        index,
        committed,
        aborted.stream().filter(one -> !gone.contains(one)).toList(),
        turn);
  }

  /** The filter, in OpenSearch's query language, of the documents that are there. */
  ObjectNode live() {
    ObjectNode query = JsonNodeFactory.instance.objectNode();
    ObjectNode bool = query.putObject("bool");
    ArrayNode filter = bool.putArray("filter");
    filter.addObject().putObject("range").putObject(ClusterFields.FROM).put("lte", committed);
    ObjectNode later = JsonNodeFactory.instance.objectNode();
    later.putObject("range").putObject(ClusterFields.UNTIL).put("gt", committed);
    if (aborted.isEmpty()) {
      filter.add(later);
    } else {
      bool.putArray("must_not").add(inAborted(ClusterFields.FROM));
      filter
          .addObject()
          .putObject("bool")
          .putArray("should")
          .add(later)
          .add(inAborted(ClusterFields.UNTIL));
    }
    return query;
  }

  private ObjectNode inAborted(String field) {
    ObjectNode terms = JsonNodeFactory.instance.objectNode();
    ArrayNode epochs = terms.putObject("terms").putArray(field);
    aborted.forEach(epochs::add);
    return terms;
  }
}
