package org.onrecord.http;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.onrecord.ingest.ArchiveBusyException;
import org.onrecord.ingest.ArticleDesk;

/**
 * Receives the bodies of writes into temporary files, a few at a time, so that a slow or long one
 * holds up no other request and takes no memory. How long a body may be the server's configuration
 * says.
 */
@Singleton
@Requires(beans = ArticleDesk.class)
final class Uploads {
  private final Semaphore places;

  Uploads(ArticleDesk desk) {
    this.places = new Semaphore(desk.limits().writes());
  }

  /** What is done with a body. */
  @FunctionalInterface
  interface Use<T> {
    T of(Path body) throws IOException;
  }

  /**
   * Receives a body and gives it away; the file is gone afterwards.
   *
   * @throws ArchiveBusyException if too many are under way
   */
  <T> T receive(@Nullable InputStream body, Use<T> use) throws IOException {
    if (!places.tryAcquire()) {
      throw new ArchiveBusyException(ArchiveBusyException.Reason.FULL, null);
    }
    try {
      Path file = Files.createTempFile("onrecord-upload", null);
      try {
        if (body != null) {
          try (OutputStream out = Files.newOutputStream(file)) {
            body.transferTo(out);
          }
        }
        return use.of(file);
      } finally {
        Files.delete(file);
      }
    } finally {
      places.release();
    }
  }
}
