package org.onrecord.backend.opensearch;

import java.io.IOException;

/** The cluster understood a request and would not do it. */
public final class ClusterException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String type;
  private final String reason;

  ClusterException(int status, String type, String reason) {
    super("the cluster answers %d, %s: %s".formatted(status, type, reason));
    this.status = status;
    this.type = type;
    this.reason = reason;
  }

  /** The HTTP status, 400 to 499. */
  public int status() {
    return status;
  }

  /** OpenSearch's name of the error, {@code index_not_found_exception}; that of the root cause. */
  public String type() {
    return type;
  }

  /** What OpenSearch says of it, of all causes. */
  public String reason() {
    return reason;
  }
}
