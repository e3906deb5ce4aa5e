package org.onrecord.correction;

import java.util.function.Function;

/** The port to where the logs of an archive lie, by the names that they have as files. */
public interface DecisionLogs {

  /**
   * A log, which the first line makes.
   *
   * @param name {@code corrections.jsonl}
   * @param reader reads a line, and throws an IllegalArgumentException that says what is wrong
   */
  <T> DecisionLog<T> log(String name, Function<String, T> reader);
}
