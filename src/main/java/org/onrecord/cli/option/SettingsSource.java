package org.onrecord.cli.option;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
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
public final class SettingsSource implements IDefaultValueProvider {
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
  public SettingsSource(Map<String, String> environment, Path home) {
    this.environment = Map.copyOf(environment);
    this.home = home;
  }

  @Override
  public @Nullable String defaultValue(ArgSpec arg) throws IOException {
    Optional<Setting<?>> setting =
        arg instanceof OptionSpec option
            ? Settings.ALL.stream()
                .filter(s -> s.optionName().equals(option.longestName()))
                .findFirst()
            : Optional.empty();
    if (setting.isEmpty()) {
      return null;
    }
    String value = environment.get(setting.get().variable());
    if (value == null) {
      value = file().getProperty(setting.get().name());
    }
    return value == null || value.isBlank() ? null : value.strip();
  }

  private Properties file() throws IOException {
    Properties known = read;
    if (known == null) {
      known = new Properties();
      String named = environment.get(FILE_VARIABLE);
      Path file = named == null ? home.resolve(FILE) : Path.of(named);
      if (named != null || Files.exists(file)) {
        try (Reader text = Files.newBufferedReader(file)) {
          known.load(text);
        }
        refuseUnknown(known, file);
      }
      read = known;
    }
    return known;
  }

  private static void refuseUnknown(Properties settings, Path file) throws IOException {
    Set<String> unknown = new TreeSet<>(settings.stringPropertyNames());
    Settings.ALL.forEach(setting -> unknown.remove(setting.name()));
    if (!unknown.isEmpty()) {
      throw new IOException(
          file + ": there is no setting " + String.join(", ", unknown) + "; onrecord serve --help");
    }
  }
}
