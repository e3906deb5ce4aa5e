package org.onrecord.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.query.QueryLimits;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The settings of the service, from wherever they come, are those that the documentation names. */
class SettingsTest {
  @TempDir private Path home;
  private CommandRun command;

  @BeforeEach
  void start() throws IOException {
    command = new CommandRun(home);
    Files.createDirectory(home.resolve("seeds"));
    Files.writeString(home.resolve("seeds/a.txt"), "date 2024-11-07\n\nIt is open, he said.\n");
  }

  @Test
  void tableNamesEverySetting() throws IOException {
    Map<String, List<String>> documented = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of("src/docs/settings.md"))) {
      if (line.contains("| `ONRECORD_")) {
        List<String> cells =
            Arrays.stream(line.split("\\|", -1)).map(c -> c.replace("`", "").strip()).toList();
        documented.put(cells.get(1), cells.subList(2, 5));
      }
    }
    Map<String, List<String>> real = new TreeMap<>();
    CommandLine serve = command.commandLine().getSubcommands().get("serve");
    for (OptionSpec option : Objects.requireNonNull(serve).getCommandSpec().options()) {
      if (!option.usageHelp() && !option.inherited()) {
        String name = SettingsSource.name(option);
        String unset = documented.getOrDefault(name, List.of("", "", "")).get(2);
        String otherwise = option.defaultValue() == null ? unset : option.defaultValue();
        real.put(name, List.of(SettingsSource.variable(option), option.longestName(), otherwise));
      }
    }
    assertEquals(real, documented);
    assertTrue(real.size() > 10, real::toString);
  }

  @Test
  void optionComesBeforeEnvironmentAndThatBeforeFile() throws IOException {
    Files.writeString(
        home.resolve("onrecord.properties"), "port = 1001\nrate-limit = 7\nmax-body = 2\n");
    command.environment(Map.of("ONRECORD_PORT", "1002", "ONRECORD_RATE_LIMIT", "8"));
    assertEquals(0, command.run("serve", "--port", "1003"), command.err());
    ServiceSettings settings = command.service().settings();
    assertEquals(1003, settings.port());
    assertEquals(
        new ServiceSettings.Limits(8, 2, 10_000, 128, 32, 10, QueryLimits.DEFAULT, Bounds.DEFAULT),
        settings.limits());
  }

  @Test
  void otherFileOfSettingsMayBeNamed() throws IOException {
    Path file = home.resolve("other.properties");
    Files.writeString(file, "allow-anonymous-read = true\ncors-origin = https://a.example,*\n");
    command.environment(Map.of("ONRECORD_SETTINGS", file.toString()));
    assertEquals(0, command.run("serve", "--allow-anonymous-read"), command.err());
    assertEquals(List.of("https://a.example", "*"), command.service().settings().corsOrigins());
    assertTrue(command.service().settings().anonymousRead());
  }

  @Test
  void unknownSettingIsRefused() throws IOException {
    Files.writeString(home.resolve("onrecord.properties"), "prot = 80\n");
    assertTrue(command.run("serve") != 0);
    assertTrue(command.err().contains("there is no setting prot"), command.err());
  }

  @Test
  void valueThatCannotBeIsRefused() {
    assertEquals(2, command.run("serve", "--rate-limit", "-1"));
    assertEquals("onrecord: --rate-limit is 0 to 1000000, not -1", command.errLines().getFirst());
    assertEquals(2, command.run("serve", "--max-query-words", "257"));
    assertTrue(command.err().contains("--max-query-words is 1 to 256, not 257"), command.err());
    command.environment(Map.of("ONRECORD_CORS_ORIGIN", "desk.example"));
    assertEquals(2, command.run("serve"));
    assertTrue(command.err().contains("not desk.example"), command.err());
    assertEquals(List.of(), command.service().events());
  }

  @Test
  void certificateAndKeyNeedEachOther() {
    assertEquals(2, command.run("serve", "--tls-key", "key.pem"));
    assertTrue(command.err().contains("--tls-certificate is missing"), command.err());
    assertEquals(0, command.run("serve", "--tls-key", "k.pem", "--tls-certificate", "c.pem"));
    assertEquals(
        new ServiceSettings.Tls(Path.of("c.pem"), Path.of("k.pem")),
        command.service().settings().operation().tls().orElseThrow());
  }
}
