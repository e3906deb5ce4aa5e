package org.onrecord.backend.lucene.care;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Set;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.AlreadyClosedException;
import org.onrecord.backend.lucene.index.LuceneFolder;

/**
 * Tells that a file of an open index is damaged by what reading it ends in: Lucene checks the whole
 * of a large file only when it is merged, so that a search may be the first to meet it.
 * Thread-safe.
 */
public final class DamageDetector {
  /** The packages in which bytes are read; what they have no part in is a fault of the program. */
  private static final Set<String> READING =
      Set.of("codecs", "facet", "index", "internal", "store", "util");

  private static final String LUCENE = "org.apache.lucene.";

  private final LuceneFolder folder;
  private volatile boolean met;
  private volatile Runnable listener = () -> {};

  public DamageDetector(LuceneFolder folder) {
    this.folder = folder;
  }

  /** Whether some was met since the index was opened. */
  public boolean isMet() {
    return met;
  }

  /** Is run when damage is met for the first time, by the thread that met it. */
  public void whenMet(Runnable first) {
    listener = first;
  }

  /** What a question to the index ended in: what that means, if it means damage. */
  public IOException told(IOException fault) {
    return switch (fault) {
      case CorruptIndexException e -> met(e);
      case EOFException e -> met(e);
      case NoSuchFileException e -> met(e);
      case FileNotFoundException e -> met(e);
      case IOException e when e.getClass() == IOException.class && isOfDecoding(e) -> met(e);
      default -> fault;
    };
  }

  /**
   * The same: bytes that are not those that were written make Lucene count wrong.
   *
   * @return the fault where it means no damage
   */
  public RuntimeException told(RuntimeException fault) throws IOException {
    if (isOfReading(fault)) {
      throw unreadable(fault);
    }
    return fault;
  }

  /** The same: that a file became shorter comes as a fault of the machine's memory. */
  public Error told(Error fault) throws IOException {
    if (fault instanceof InternalError || fault instanceof AssertionError && isOfReading(fault)) {
      throw unreadable(fault);
    }
    return fault;
  }

  private IOException unreadable(Throwable fault) {
    return met(new IOException("its bytes cannot be read (" + fault + ")", fault));
  }

  /** Whether bytes could be read that make no sense; a full disk ends elsewhere. */
  private static boolean isOfDecoding(IOException fault) {
    StackTraceElement[] frames = fault.getStackTrace();
    String thrower = frames.length == 0 ? "" : frames[0].getClassName();
    return thrower.startsWith(LUCENE + "codecs.") || thrower.startsWith(LUCENE + "util.compress.");
  }

  /** Whether Lucene threw it, or Java for it, while it read. */
  private static boolean isOfReading(Throwable fault) {
    if (fault instanceof AlreadyClosedException) {
      return false;
    }
    for (StackTraceElement frame : fault.getStackTrace()) {
      String name = frame.getClassName();
      if (name.startsWith(LUCENE)) {
        String inside = name.substring(LUCENE.length());
        if (READING.stream().anyMatch(part -> inside.startsWith(part + "."))) {
          return true;
        }
      } else if (!name.startsWith("java.") && !name.startsWith("jdk.")) {
        return false;
      }
    }
    return false;
  }

  private IOException met(IOException cause) {
    boolean first;
    synchronized (this) {
      first = !met;
      met = true;
    }
    if (first) {
      listener.run();
    }
    return folder.damaged(cause);
  }
}
