package org.onrecord.cli.option;

import java.io.IOException;
import java.util.ArrayList;
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

/** The options of a command that are settings. */
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

  /** Whether the command line itself names a setting. */
  public boolean isGiven(Setting<?> setting) {
    OptionSpec option = Objects.requireNonNull(options.get(setting));
    return command().commandLine().getParseResult().hasMatchedOption(option);
  }

  /**
   * All that is said of a setting, what holds first; its default at last, if it has one.
   *
   * @throws IOException if the file of settings cannot be read
   */
  public List<SettingsSource.Said> said(Setting<?> setting) throws IOException {
    List<SettingsSource.Said> said = new ArrayList<>();
    if (isGiven(setting)) {
      Object value = Objects.requireNonNull(options.get(setting)).getValue();
      said.add(
          new SettingsSource.Said(
              typed(setting, value), new Origin(Origin.Kind.OPTION, setting.optionName())));
    }
    said.addAll(SettingsSource.of(command()).said(setting));
    setting.unset().ifPresent(unset -> said.add(new SettingsSource.Said(unset, Origin.DEFAULT)));
    return said;
  }

  /** The error that the command was called wrongly. */
  public ParameterException wrong(String message, @Nullable Exception cause) {
    return new ParameterException(command().commandLine(), message, cause);
  }

  private CommandSpec command() {
    return Objects.requireNonNull(options.values().iterator().next().command());
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
