package org.onrecord.http.api;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.onrecord.ingest.ArchiveBusyException;
import org.onrecord.ingest.ArticleWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives the bodies of writes into temporary files, a few at a time, so that a slow or long one
 * holds up no other request and takes no memory. How long a body may be the server's configuration
 * says.
 */
@Context
@Requires(beans = ArticleWriter.class)
final class Uploads {
  private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

  private final Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
  private final Semaphore places;
  private @Nullable UploadFolder folder;

  Uploads(ArticleWriter desk) {
    this.places = new Semaphore(desk.limits().writes());
    try {
      UploadFolder.takeAwayLeftOvers(temporary);
    } catch (IOException e) {
      LOG.warn("What killed services left in {} cannot be taken away", temporary, e);
    }
  }

  private synchronized Path file() throws IOException {
    if (folder == null) {
      folder = new UploadFolder(temporary);
    }
    return folder.file();
  }

  @PreDestroy
  synchronized void close() throws IOException {
    if (folder != null) {
      folder.close();
      folder = null;
    }
  }

  /** A body that was received, whose file is there until this is closed. */
  final class Received implements Closeable {
    private final Path file;

    private Received(Path file) {
      this.file = file;
    }

    Path file() {
      return file;
    }

    @Override
    public void close() throws IOException {
      try {
        Files.deleteIfExists(file);
      } finally {
        places.release();
      }
    }
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
    try (Received received = receive(body)) {
      return use.of(received.file());
    }
  }

  /**
   * Receives a body.
   *
   * @throws ArchiveBusyException if too many are under way
   */
  Received receive(@Nullable InputStream body) throws IOException {
    if (!places.tryAcquire()) {
      throw new ArchiveBusyException(ArchiveBusyException.Reason.FULL, null);
    }
    Received received;
    try {
      received = new Received(file());
    } catch (IOException | RuntimeException e) {
      places.release();
      throw e;
    }
    try {
      if (body != null) {
        try (OutputStream out = Files.newOutputStream(received.file())) {
          body.transferTo(out);
        }
      }
      return received;
    } catch (IOException | RuntimeException e) {
      received.close();
      throw e;
    }
  }
}
