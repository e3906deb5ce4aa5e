package org.onrecord.correction;

import java.io.IOException;
import java.util.List;
import org.onrecord.correction.CorrectionHistory.BrokenLine;

/**
 * The port to a log of lines, to which every decision is added and from which none is taken away.
 * What other processes add is seen. Safe for use by several threads.
 *
 * @param <T> what a line holds
 */
public interface DecisionLog<T> {

  /**
   * What a log holds, the earliest first.
   *
   * @param broken the lines that could not be read
   */
  record Lines<T>(List<T> read, List<BrokenLine> broken) {
    public Lines {
      read = List.copyOf(read);
      broken = List.copyOf(broken);
    }
  }

  /**
   * Makes the next lines of what a log holds.
   *
   * @param <E> why it may refuse to
   */
  @FunctionalInterface
  interface NextLines<T, E extends Exception> {
    /** The lines, without their ends; none to add nothing. It may be asked more than once. */
    List<String> after(Lines<T> lines) throws E;
  }

  /** Where it is kept, for messages. */
  String place();

  /**
   * Adds lines, all of them or none, and returns when they are safe from power loss. Nobody else
   * adds one between what the lines are made from and the lines.
   *
   * @throws IOException if it cannot be written; of a file also if its folder is missing
   */
  <E extends Exception> void append(NextLines<T, E> next) throws IOException, E;

  /** Adds one line, whatever the log holds. */
  default void append(String line) throws IOException {
    List<String> lines = List.of(line);
    append(_ -> lines);
  }

  /**
   * What it holds; the same object as long as it does not change.
   *
   * @throws IOException if it cannot be read
   */
  Lines<T> lines() throws IOException;
}
