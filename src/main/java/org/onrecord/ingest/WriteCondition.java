package org.onrecord.ingest;

import java.io.IOException;

/** A condition that must hold when a write begins, when nobody else writes. */
@FunctionalInterface
public interface WriteCondition {
  WriteCondition NONE = () -> true;

  boolean holds() throws IOException;
}
