package org.onrecord.alert;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.correction.DecisionFolder;
import org.onrecord.correction.DecisionLogs;

final class SavedSearchFileTest extends SavedSearchesContract {
  @TempDir private Path folder;

  @Override
  protected DecisionLogs logs() {
    return new DecisionFolder(folder);
  }
}
