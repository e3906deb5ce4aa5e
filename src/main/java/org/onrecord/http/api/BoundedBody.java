package org.onrecord.http.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Receives bodies that are answered out of memory and kept nowhere. */
final class BoundedBody {
  private BoundedBody() {}

  /** The whole of a body; empty where it is longer than {@code most} bytes. */
  static Optional<byte[]> read(@Nullable InputStream body, int most) throws IOException {
    if (body == null) {
      return Optional.of(new byte[0]);
    }
    try (body) {
      byte[] read = body.readNBytes(most + 1);
      return read.length > most ? Optional.empty() : Optional.of(read);
    }
  }
}
