package org.onrecord.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What the options of {@code serve} are where the command line does not name them: {@code
 * --rate-limit} is {@code ONRECORD_RATE_LIMIT} in the environment, then {@code rate-limit} in the
 * file of settings. That is {@code onrecord.properties} beside OnRecord, if it is there, or the
 * file that {@code ONRECORD_SETTINGS} names.
 */
final class SettingsSource implements IDefaultValueProvider {
  static final String FILE = "onrecord.properties";
  static final String FILE_VARIABLE = "ONRECORD_SETTINGS";

  private final Map<String, String> environment;
  private final Path home;
  private @Nullable Properties read;

  /**
   * A source.
   *
   * @param home the folder of OnRecord itself
   */
  SettingsSource(Map<String, String> environment, Path home) {
    this.environment = Map.copyOf(environment);
    this.home = home;
  }

  /** The variable of the environment for an option: {@code ONRECORD_RATE_LIMIT}. */
  static String variable(OptionSpec option) {
    return "ONRECORD_" + name(option).replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /** An option's name in the file: {@code rate-limit}. */
  static String name(OptionSpec option) {
    return option.longestName().substring(2);
  }

  @Override
  public @Nullable String defaultValue(ArgSpec arg) throws IOException {
    if (!(arg instanceof OptionSpec option) || option.usageHelp() || option.inherited()) {
      return null;
    }
    String value = environment.get(variable(option));
    if (value == null) {
      value = file(option).getProperty(name(option));
    }
    return value == null || value.isBlank() ? null : value.strip();
  }

  private Properties file(OptionSpec option) throws IOException {
    Properties known = read;
    if (known == null) {
      known = new Properties();
      String named = environment.get(FILE_VARIABLE);
      Path file = named == null ? home.resolve(FILE) : Path.of(named);
      if (named != null || Files.exists(file)) {
        try (Reader text = Files.newBufferedReader(file)) {
          known.load(text);
        }
        refuseUnknown(known, option, file);
      }
      read = known;
    }
    return known;
  }

  private static void refuseUnknown(Properties settings, OptionSpec option, Path file)
      throws IOException {
    Set<String> known =
        option.command().options().stream().map(SettingsSource::name).collect(Collectors.toSet());
    Set<String> unknown = new HashSet<>(settings.stringPropertyNames());
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw new IOException(
          file + ": there is no setting " + String.join(", ", unknown) + "; onrecord serve --help");
    }
  }
}
