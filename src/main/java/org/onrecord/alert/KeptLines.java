package org.onrecord.alert;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * The port to lines that who sends keeps for who sends next. One service writes at a time. Safe for
 * use by several threads.
 */
public interface KeptLines extends Closeable {

  /** All of them, as they are now. */
  List<String> read() throws IOException;

  /** By which lines of now are told from those of another time. */
  String version() throws IOException;

  /** All of them, for who writes from now on: whoever wrote before cannot any more. */
  List<String> take() throws IOException;

  /**
   * Adds lines, and returns when they are safe from power loss.
   *
   * @throws IOException if that is not certain, or another has taken them; see {@link #take}
   */
  void add(List<String> lines) throws IOException;

  /**
   * Puts others in the place of all, in one step, and returns when they are safe from power loss.
   *
   * @throws IOException if that is not certain, or another has taken them; see {@link #take}
   */
  void replace(List<String> lines) throws IOException;

  /** Whether they have grown so long that fewer should take their place, where fewer would do. */
  boolean areMany() throws IOException;
}
