package org.onrecord.cli.option;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What the settings of every command are where the command line does not name them: {@code
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

  /** A value, and where it is said. */
  public record Said(String value, Origin origin) {}

  /** The source of a command's settings. */
  public static SettingsSource of(CommandSpec command) {
    if (command.defaultValueProvider() instanceof SettingsSource source) {
      return source;
    }
    throw new IllegalStateException(command.name() + " has no source of settings");
  }

  @Override
  public @Nullable String defaultValue(ArgSpec arg) throws IOException {
    if (!(arg.userObject() instanceof Setting<?> setting)) {
      return null;
    }
    List<Said> said = said(setting);
    return said.isEmpty() ? null : said.getFirst().value();
  }

  /**
   * All that environment and file say of a setting, what holds first.
   *
   * @throws IOException if the file cannot be read, or names what is no setting
   */
  public List<Said> said(Setting<?> setting) throws IOException {
    List<Said> said = new ArrayList<>();
    String variable = environment.get(setting.variable());
    if (variable != null && !variable.isBlank()) {
      said.add(new Said(variable.strip(), new Origin(Origin.Kind.ENVIRONMENT, setting.variable())));
    }
    String line = lines().getProperty(setting.name());
    if (line != null && !line.isBlank()) {
      said.add(new Said(line.strip(), new Origin(Origin.Kind.FILE, file().toString())));
    }
    return said;
  }

  /** The file of settings, which need not be there unless it is named. */
  public Path file() {
    String named = environment.get(FILE_VARIABLE);
    return (named == null || named.isBlank() ? home.resolve(FILE) : Path.of(named))
        .toAbsolutePath();
  }

  private Properties lines() throws IOException {
    Properties known = read;
    if (known == null) {
      known = new Properties();
      Path file = file();
      if (!environment.getOrDefault(FILE_VARIABLE, "").isBlank() || Files.exists(file)) {
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
          file + ": there is no setting " + String.join(", ", unknown) + "; onrecord settings");
    }
  }
}
