/**
 * The index on an OpenSearch cluster, by the ports: documents as {@link
 * org.onrecord.backend.lucene.index.DocumentFields} makes them, cut into the same words and sent as
 * JSON, and epochs, by which no reader sees an article half replaced.
 */
@NullMarked
package org.onrecord.backend.opensearch;

import org.jspecify.annotations.NullMarked;
