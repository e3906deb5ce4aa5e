package org.onrecord.cli.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.onrecord.article.Labelled;
import org.onrecord.search.Slips;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in a sentence what is wrong with a command line, and what would do. */
final class BadUsage {
  private static final Set<Class<?>> WHOLE_NUMBERS =
      Set.of(int.class, Integer.class, long.class, Long.class);

  private static final Set<Class<?>> NUMBERS = Set.of(double.class, Double.class);

  private BadUsage() {}

  static String sentence(ParameterException fault) {
    if (fault instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched);
    }
    ArgSpec asked = fault.getArgSpec();
    String value = fault.getValue();
    if (asked != null && value != null) {
      Class<?> type = asked.auxiliaryTypes().length > 0 ? asked.auxiliaryTypes()[0] : asked.type();
      if (type.isEnum()) {
        return wrong(asked, value) + "is none of " + String.join(", ", labels(type));
      }
      if (WHOLE_NUMBERS.contains(type)) {
        return wrong(asked, value) + "is no whole number, or one too large";
      }
      if (NUMBERS.contains(type)) {
        return wrong(asked, value) + "is no number";
      }
    }
    return String.valueOf(fault.getMessage());
  }

  private static String wrong(ArgSpec asked, String value) {
    String name =
        asked instanceof OptionSpec option
            ? "option '" + option.longestName() + "'"
            : asked.paramLabel();
    return "Invalid value for " + name + ": '" + value + "' ";
  }

  /** The constants as they are typed. */
  private static List<String> labels(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(
            one ->
                one instanceof Labelled labelled
                    ? labelled.label()
                    : one.toString().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static String unmatched(UnmatchedArgumentException fault) {
    String typed = fault.getUnmatched().getFirst();
    CommandSpec spec = fault.getCommandLine().getCommandSpec();
    boolean command = spec.parent() == null && !fault.isUnknownOption();
    String sentence =
        command ? "there is no command '" + typed + "'" : String.valueOf(fault.getMessage());
    Set<String> names = command ? spec.subcommands().keySet() : spec.optionsMap().keySet();
    List<String> like = names.stream().filter(name -> Slips.isNear(typed, name)).toList();
    return like.isEmpty()
        ? sentence
        : sentence + ". Did you mean " + String.join(" or ", like) + "?";
  }
}
