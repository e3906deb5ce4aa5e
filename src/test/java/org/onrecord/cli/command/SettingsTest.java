package org.onrecord.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.cli.option.ServiceSettings;
import org.onrecord.cli.option.Setting;
import org.onrecord.cli.option.Settings;
import org.onrecord.query.QueryLimits;

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

  /** With the system property {@code onrecord.settings=write} it writes the table instead. */
  @Test
  void tableIsThatOfTheDeclarations() throws IOException {
    Path document = Path.of("src/docs/settings.md");
    String rule = "|---|---|---|---|---|\n";
    String text = Files.readString(document);
    int start = text.indexOf(rule) + rule.length();
    int end = text.indexOf("\n\n", start);
    String table = Settings.ALL.stream().map(Setting::row).collect(Collectors.joining("\n"));
    if ("write".equals(System.getProperty("onrecord.settings"))) {
      Files.writeString(document, text.substring(0, start) + table + text.substring(end));
    } else {
      assertEquals(table, text.substring(start, end));
    }
  }

  @Test
  void everySettingIsInTheHelpAndUsed() throws Exception {
    String code = "";
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        code += file.endsWith("Settings.java") ? "" : Files.readString(file);
      }
    }
    assertEquals(0, command.run("serve", "--help"));
    for (Field field : Settings.class.getDeclaredFields()) {
      if (field.getType() == Setting.class) {
        field.setAccessible(true);
        Setting<?> setting = (Setting<?>) Objects.requireNonNull(field.get(null));
        assertTrue(Settings.ALL.contains(setting), setting::name);
        assertTrue(command.out().contains(" " + setting.optionName()), setting::name);
        assertTrue(code.contains("Settings." + field.getName()), setting::name);
        setting.unset().ifPresent(setting::read);
      }
    }
  }

  @Test
  void numbersOutsideTheirRangeAreRefusedWhereverTheyStand() throws IOException {
    for (Setting<?> setting : Settings.ALL) {
      if (!setting.unset().orElse("").matches("[0-9]+")) {
        continue;
      }
      String wrong = setting.optionName() + " is ";
      for (String value : List.of("-1", "1000000000", "many")) {
        CommandRun run = new CommandRun(home);
        assertEquals(2, run.run("serve", setting.optionName(), value), run.err());
        assertTrue(run.errLines().get(1).startsWith("onrecord: " + wrong), run.err());
        assertTrue(run.errLines().get(1).endsWith(", not " + value), run.err());
      }
      CommandRun other = new CommandRun(home);
      other.environment(Map.of(setting.variable(), "-1"));
      assertEquals(2, other.run("serve"));
      assertTrue(other.err().contains(wrong), other.err());
    }
  }

  @Test
  void optionComesBeforeEnvironmentAndThatBeforeFile() throws IOException {
    Files.writeString(
        home.resolve("onrecord.properties"), "port = 1001\nrate-limit = 7\nmax-body = 2\n");
    command.environment(Map.of("ONRECORD_PORT", "1002", "ONRECORD_RATE_LIMIT", "8"));
    assertEquals(0, command.run("serve", "--port", "1003"), command.err());
    ServiceSettings settings = command.service().settings();
    assertEquals(1003, settings.get(Settings.PORT));
    assertEquals(8, settings.get(Settings.RATE_LIMIT));
    assertEquals(2, settings.get(Settings.MAX_BODY));
    assertEquals(QueryLimits.DEFAULT, settings.queries());
  }

  @Test
  void otherFileOfSettingsMayBeNamed() throws IOException {
    Path file = home.resolve("other.properties");
    Files.writeString(file, "allow-anonymous-read = true\ncors-origin = https://a.example,*\n");
    command.environment(Map.of("ONRECORD_SETTINGS", file.toString()));
    assertEquals(0, command.run("serve", "--allow-anonymous-read"), command.err());
    assertEquals(
        List.of("https://a.example", "*"), command.service().settings().get(Settings.CORS_ORIGIN));
    assertTrue(command.service().settings().get(Settings.ALLOW_ANONYMOUS_READ));
  }

  @Test
  void everyCommandTakesThemFromTheSamePlaces() throws IOException {
    Path file = Files.writeString(home.resolve("news.properties"), "index = /srv/a\n");
    command.environment(Map.of("ONRECORD_SETTINGS", file.toString()));
    assertEquals(0, command.run("check"));
    assertTrue(command.out().startsWith("/srv/a is sound"), command.out());
    assertEquals(List.of("Index: /srv/a (" + file + ")"), command.errLines());
    CommandRun other = new CommandRun(home).environment(Map.of("ONRECORD_MODEL", "our.model"));
    assertEquals(0, other.run("index", home + "/seeds"), other.err());
    assertEquals(Optional.of(Path.of("our.model")), other.model());
    assertEquals("Index: " + home.resolve("index"), other.errLines().getFirst());
    assertEquals(1, other.run("train", "--unannotated", home + "/seeds", "--out", home + "/m"));
    assertTrue(other.err().contains("our.model"), other.err());
  }

  @Test
  void whatHoldsIsToldWithWhoSaysSo() throws IOException {
    Path file = Files.writeString(home.resolve("onrecord.properties"), "port = 1\nmodel = m\n");
    command.environment(Map.of("ONRECORD_PORT", "2"));
    assertEquals(0, command.run("settings", "--rate-limit", "7"), command.err());
    List<String> lines = command.outLines();
    assertEquals("File of settings: " + file, lines.getFirst());
    for (String line :
        List.of(
            "rate-limit                7  (--rate-limit)",
            "port                      2  (ONRECORD_PORT, not 1, as " + file + " says)",
            "model                     m  (" + file + ")",
            "index                     " + home.resolve("index") + "  (default)",
            "max-body                  16  (default)")) {
      assertTrue(lines.contains(line), () -> line + " is not in " + command.out());
    }
    assertEquals(Settings.ALL.size() + 1, lines.size());
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
    assertEquals("onrecord: --rate-limit is 0 to 1000000, not -1", command.errLines().get(1));
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
        command.service().settings().tls().orElseThrow());
  }
}
