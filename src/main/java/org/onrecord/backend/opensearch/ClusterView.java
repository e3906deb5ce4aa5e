package org.onrecord.backend.opensearch;

import tools.jackson.databind.node.ObjectNode;

/**
 * An archive on a cluster as it was committed at one time.
 *
 * @param index the name of its documents' index
 * @param live the filter, in OpenSearch's query language, of the documents that were there then
 * @param epoch the number of the last commit before
 */
public record ClusterView(Cluster cluster, String index, ObjectNode live, long epoch) {}
