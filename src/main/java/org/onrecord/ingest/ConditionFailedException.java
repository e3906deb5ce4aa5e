package org.onrecord.ingest;

import java.io.IOException;

/** A write that did not begin, since its condition did not hold. */
public final class ConditionFailedException extends IOException {
  private static final long serialVersionUID = 1L;

  ConditionFailedException() {
    super("the condition does not hold");
  }
}
