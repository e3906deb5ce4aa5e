package org.onrecord.registry;

import java.util.ArrayList;
import java.util.List;

/** What is wrong in one file, gathered so that all of it is told at once. */
final class RegistryProblems {
  private static final int MOST = 200;

  private final String file;
  private final List<String> found = new ArrayList<>();

  RegistryProblems(String file) {
    this.file = file;
  }

  /** Notes that the record at {@code place}, "line 14", is wrong in this way. */
  void add(String place, String problem) {
    found.add(file + ", " + place + ": " + problem);
  }

  /** Notes what is wrong with the file as a whole. */
  void add(String problem) {
    found.add(file + ": " + problem);
  }

  /** What was found; of very many only the first. */
  List<String> list() {
    if (found.size() <= MOST) {
      return List.copyOf(found);
    }
    List<String> told = new ArrayList<>(found.subList(0, MOST));
    told.add(file + ": and " + (found.size() - MOST) + " more");
    return told;
  }

  /** The exception that says that the file cannot be used at all. */
  RegistryFormatException asException() {
    return new RegistryFormatException(list());
  }
}
