package org.onrecord.registry;

import java.io.IOException;
import java.util.List;

/**
 * A registry file that cannot be used at all, and why. What is wrong with one record of a file that
 * can is {@linkplain LoadedRegistry#problems a problem}.
 */
public final class RegistryFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  RegistryFormatException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = List.copyOf(problems);
  }

  /** One line a problem, in the file's order: "people.csv, line 14: end 2019-02-30 is no date". */
  public List<String> problems() {
    return problems;
  }
}
