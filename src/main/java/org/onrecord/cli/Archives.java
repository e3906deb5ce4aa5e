package org.onrecord.cli;

import java.nio.file.Path;

/** The commands' way to archives, by the folder of the index, whatever the backend. */
@FunctionalInterface
public interface Archives {

  /** The one in this folder, which need not be there yet. */
  ArchiveAccess at(Path index);
}
