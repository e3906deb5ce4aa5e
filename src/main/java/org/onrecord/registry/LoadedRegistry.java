package org.onrecord.registry;

import java.util.List;

/**
 * What was read of a registry's file, and what was wrong in it. A record that cannot be used is
 * left out, and the rest holds.
 *
 * @param problems one line each, in about the file's order: "people.csv, line 14: end 2019-02-30 is
 *     no date; membership left out"; of very many only the first
 */
public record LoadedRegistry(Registry registry, List<String> problems) {
  public LoadedRegistry {
    problems = List.copyOf(problems);
  }
}
