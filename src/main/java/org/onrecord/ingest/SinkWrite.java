package org.onrecord.ingest;

import java.io.IOException;

/**
 * What is done to an index while nobody else writes to it.
 *
 * @param <T> what it answers
 */
@FunctionalInterface
public interface SinkWrite<T> {
  T to(DocumentSink sink) throws IOException;
}
