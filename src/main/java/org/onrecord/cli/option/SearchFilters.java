package org.onrecord.cli.option;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.onrecord.schema.Facet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** One option for each facet of names: {@code --speaker}, {@code --party}, and so on. */
public final class SearchFilters {
  private SearchFilters() {}

  public static void addTo(CommandSpec command) {
    for (Facet facet : Facet.FILTERS) {
      command.addOption(
          OptionSpec.builder(name(facet))
              .paramLabel(facet.isById() ? "PARTY" : facet.name().replace('_', '-'))
              .type(List.class)
              .auxiliaryTypes(String.class)
              .description(description(facet))
              .build());
    }
  }

  /** What was chosen. */
  static Map<Facet, List<String>> values(CommandSpec command) {
    Map<Facet, List<String>> values = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.FILTERS) {
      List<String> chosen = command.findOption(name(facet)).getValue();
      if (chosen != null && !chosen.isEmpty()) {
        chosen.forEach(value -> check(command, facet, value));
        values.put(facet, List.copyOf(chosen));
      }
    }
    return values;
  }

  private static void check(CommandSpec command, Facet facet, String value) {
    List<String> closed = facet.closed();
    if (!closed.isEmpty() && closed.stream().noneMatch(value::equalsIgnoreCase)) {
      throw new ParameterException(
          command.commandLine(),
          "Invalid value for option '%s': '%s' is none of %s"
              .formatted(name(facet), value, String.join(", ", closed)));
    }
  }

  private static String description(Facet facet) {
    List<String> closed = facet.closed();
    return closed.isEmpty()
        ? "Only this " + words(facet) + "; repeat it for alternatives."
        : "Only " + String.join(", ", closed) + "; repeat it for alternatives.";
  }

  private static String name(Facet facet) {
    return "--" + words(facet).replace(' ', '-');
  }

  private static String words(Facet facet) {
    return facet.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
