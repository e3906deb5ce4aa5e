package org.onrecord.backend.opensearch;

import java.util.List;
import java.util.Map;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.search.ArticleFilter;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An archive on a cluster as it was committed at one time.
 *
 * @param index the name of its documents' index
 * @param live the filter, in OpenSearch's query language, of the documents that were there then
 * @param epoch the number of the last commit before
 */
public record ClusterView(Cluster cluster, String index, ObjectNode live, long epoch) {

  /** The same for a reader who may read some articles alone. */
  ClusterView showing(ArticleFilter filter) {
    if (filter.isEverything()) {
      return this;
    }
    ObjectNode narrowed = JsonNodeFactory.instance.objectNode();
    ArrayNode all = narrowed.putObject("bool").putArray("filter");
    all.add(live);
    any(all, ClusterFields.OUTLET, filter.outlets());
    any(all, ClusterFields.SECTION, filter.sections());
    return new ClusterView(cluster, index, narrowed, epoch);
  }

  /** The same of what appeared after an epoch. */
  ClusterView since(long last) {
    if (last == 0) {
      return this;
    }
    ObjectNode narrowed = JsonNodeFactory.instance.objectNode();
    ArrayNode all = narrowed.putObject("bool").putArray("filter");
    all.add(live).add(Epochs.range(ClusterFields.FROM, Map.of("gt", last)));
    return new ClusterView(cluster, index, narrowed, epoch);
  }

  private static void any(ArrayNode all, String field, List<String> values) {
    if (!values.isEmpty()) {
      ArrayNode terms = all.addObject().putObject("terms").putArray(field);
      values.forEach(value -> terms.add(FacetFields.fold(value)));
    }
  }
}
