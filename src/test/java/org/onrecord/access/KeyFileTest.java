package org.onrecord.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;

final class KeyFileTest extends ApiKeysContract {
  @TempDir private Path folder;

  @Override
  protected ApiKeys keys() {
    return new KeyFile(folder, InstantSource.system());
  }

  @Override
  protected String kept() throws IOException {
    return Files.readString(folder.resolve(KeyFile.FILE));
  }
}
