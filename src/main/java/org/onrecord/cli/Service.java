package org.onrecord.cli;

import java.io.IOException;
import java.net.URI;
import org.onrecord.cli.option.ServiceSettings;

/** The port by which {@code serve} starts the HTTP service. */
@FunctionalInterface
public interface Service {

  /** A service that answers until it is closed. */
  interface Running extends AutoCloseable {
    URI address();

    /** Waits until the service ends. */
    void awaitEnd() throws InterruptedException;

    @Override
    void close();
  }

  /**
   * Starts to serve an index.
   *
   * @throws IOException if the index cannot be opened, or the address not be listened on; the
   *     message says which
   */
  Running start(ServiceSettings settings) throws IOException;
}
