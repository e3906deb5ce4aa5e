package org.onrecord.cli.option;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.onrecord.schema.Facet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** One option for each facet of names: {@code --speaker}, {@code --party}, and so on. */
public final class SearchFilters {
  private SearchFilters() {}

  public static void addTo(CommandSpec command) {
    for (Facet facet : Facet.FILTERS) {
      command.addOption(
          OptionSpec.builder(name(facet))
              .paramLabel(facet.isById() ? "PARTY" : facet.name())
              .type(List.class)
              .auxiliaryTypes(String.class)
              .description("Only this " + words(facet) + "; repeat it for alternatives.")
              .build());
    }
  }

  /** What was chosen. */
  static Map<Facet, List<String>> values(CommandSpec command) {
    Map<Facet, List<String>> values = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.FILTERS) {
      List<String> chosen = command.findOption(name(facet)).getValue();
      if (chosen != null && !chosen.isEmpty()) {
        values.put(facet, List.copyOf(chosen));
      }
    }
    return values;
  }

  private static String name(Facet facet) {
    return "--" + words(facet).replace(' ', '-');
  }

  private static String words(Facet facet) {
    return facet.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
