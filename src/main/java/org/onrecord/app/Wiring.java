package org.onrecord.app;

import java.io.IOException;
import java.nio.file.Path;
import org.onrecord.backup.IndexVerifier;
import org.onrecord.cli.ArchiveAccess;
import org.onrecord.cli.Ports;
import org.onrecord.ingest.DocumentSink;

/** Stand-in: an OnRecord without an index, an analysis and a service. */
final class Wiring {
  private Wiring() {}

  static Ports ports() {
    return new Ports(
        new NoArchive(),
        _ -> {
          throw new IOException("there is no analysis yet");
        },
        (_, _, _) -> {
          throw new IOException("there is no service yet");
        },
        (_, _) -> "{}");
  }

  private static final class NoArchive implements ArchiveAccess {
    @Override
    public DocumentSink openForWriting(Path index) throws IOException {
      throw new IOException("there is no index yet");
    }

    @Override
    public OpenArchive openForReading(Path index) throws IOException {
      throw new IOException("there is no index yet");
    }

    @Override
    public boolean isEmpty(Path index) {
      return true;
    }

    @Override
    public IndexVerifier verifier(Path index) {
      return () -> {
        throw new IOException("there is no index yet");
      };
    }
  }
}
