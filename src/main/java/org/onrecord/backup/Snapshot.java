package org.onrecord.backup;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * The files of an index as they were at one moment. What is written to the index meanwhile changes
 * nothing in them, until it is closed.
 */
public interface Snapshot extends Closeable {

  /** A file that can be read. */
  interface Content {
    String name();

    /** In bytes. */
    long length();

    /**
     * Writes all of it.
     *
     * @throws DamagedFileException if it is not what was once written
     */
    void copyTo(OutputStream out) throws IOException;
  }

  /** The files, by name. */
  List<Content> files();

  /** Whether a file of this name, of this moment or another, is a part of the index itself. */
  boolean owns(String name);
}
