package org.onrecord.cli;

import java.nio.file.Path;

/** The archives that there are. */
@FunctionalInterface
public interface Archives {

  /** The one in this folder, which need not be there yet. */
  ArchiveAccess at(Path index);
}
