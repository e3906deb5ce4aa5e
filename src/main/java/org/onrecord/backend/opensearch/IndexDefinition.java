package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.schema.Facet;
import org.onrecord.schema.SchemaVersion;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The settings and the fields of an archive's indexes. */
final class IndexDefinition {
  /**
   * What an archive on a cluster is and how; raised whenever an older one would answer wrongly, by
   * {@link SchemaVersion} or by this number.
   */
  static final int SCHEMA = SchemaVersion.CURRENT.number() + 2;

  /** Longer ones are kept, and not found by the whole of them. */
  private static final int LONGEST_WORD = 8_000;

  private IndexDefinition() {}

  /** Of its documents: what the cluster does with them is in {@code index.json}. */
  static ObjectNode documents(int shards, int replicas) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(IndexDefinition.class.getResourceAsStream("index.json"))) {
      ObjectNode index = (ObjectNode) JsonMapper.shared().readTree(file);
      ((ObjectNode) index.path("settings").path("index"))
          .put("number_of_shards", shards)
          .put("number_of_replicas", replicas);
      ObjectNode fields = (ObjectNode) index.path("mappings").path("properties");
      for (Facet facet : Facet.values()) {
        for (String field :
            List.of(
                FacetFields.field(facet),
                FacetFields.writtenField(facet),
                FacetFields.idField(facet))) {
          fields.putObject(ClusterFields.of(field)).put("type", "keyword");
        }
      }
      return index;
    }
  }

  /** Of what is asked for by its id alone. */
  static ObjectNode control(int replicas) {
    ObjectNode index = oneShard(replicas);
    index.putObject("mappings").put("enabled", false).put("dynamic", false);
    return index;
  }

  /** Of the log of writes. */
  static ObjectNode audit(int replicas) {
    ObjectNode index = oneShard(replicas);
    ObjectNode fields = index.putObject("mappings").put("dynamic", false).putObject("properties");
    fields.putObject("at").put("type", "date");
    for (String word : List.of("who", "address", "method", "path", "request")) {
      fields.putObject(word).put("type", "keyword").put("ignore_above", LONGEST_WORD);
    }
    fields.putObject("status").put("type", "short");
    fields.putObject("note").put("type", "text");
    return index;
  }

  private static ObjectNode oneShard(int replicas) {
    ObjectNode index = JsonNodeFactory.instance.objectNode();
    index
        .putObject("settings")
        .putObject("index")
        .put("number_of_shards", 1)
        .put("number_of_replicas", replicas);
    return index;
  }
}
