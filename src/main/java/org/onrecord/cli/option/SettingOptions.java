package org.onrecord.cli.option;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of a command that are settings of the service. */
@Command
public final class SettingOptions {
  private final Map<Setting<?>, OptionSpec> options = new LinkedHashMap<>();

  public SettingOptions(List<? extends Setting<?>> settings) {
    settings.forEach(setting -> options.put(setting, setting.option()));
  }

  /** Gives the command these options. */
  @Spec(Spec.Target.MIXEE)
  void into(CommandSpec command) {
    options.values().forEach(command::addOption);
  }

  /**
   * What they say, when the command line is parsed.
   *
   * @throws ParameterException if one cannot be
   */
  public ServiceSettings settings() {
    Map<Setting<?>, String> said = new HashMap<>();
    options.forEach(
        (setting, option) -> {
          String typed = typed(setting, option.getValue());
          if (!typed.isEmpty()) {
            said.put(setting, typed);
          }
        });
    try {
      return new ServiceSettings(said);
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()), e);
    }
  }

  /** The error that the command was called wrongly. */
  public ParameterException wrong(String message, @Nullable Exception cause) {
    CommandSpec command = options.values().iterator().next().command();
    return new ParameterException(Objects.requireNonNull(command).commandLine(), message, cause);
  }

  private static String typed(Setting<?> setting, @Nullable Object value) {
    return switch (value) {
      case null -> "";
      case List<?> several ->
          String.join(setting.separator(), several.stream().map(Object::toString).toList());
      default -> value.toString().strip();
    };
  }
}
