package org.onrecord.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.backup.ArchiveBackups;
import org.onrecord.backup.BackupFolder;
import org.onrecord.backup.DamagedFileException;
import org.onrecord.backup.DiskSpace;
import org.onrecord.backup.Generation;
import org.onrecord.backup.IndexReport;
import org.onrecord.cli.Ports;
import org.onrecord.cli.option.IndexFolder;
import org.onrecord.cli.option.Places;
import org.onrecord.cli.option.StandardHelp;
import org.onrecord.cli.terminal.Amount;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.cli.terminal.TextStyle;
import org.onrecord.correction.CorrectionHistory.BrokenLine;
import org.onrecord.correction.CorrectionLog;
import org.onrecord.people.PeopleLog;
import org.onrecord.search.Readings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code onrecord check}: reads a whole index, or all backups, and tells whether they are sound.
 */
@Command(
    name = "check",
    description = {
      "Reads the whole index and tells what is wrong with it. Changes nothing, and may",
      "run while the index is served and written.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  onrecord check",
      "  onrecord check --index /srv/onrecord --json",
      "  onrecord check --backup /mnt/backups",
    })
final class CheckCommand implements Callable<Integer> {
  @Mixin private final StandardHelp help = new StandardHelp();
  @Mixin private final IndexFolder index;

  @Option(
      names = "--backup",
      paramLabel = "DIR",
      description = "Check the backups in this folder instead: every byte of them.")
  private @Nullable Path backup;

  @Option(names = "--json", description = "Tell it as a JSON object.")
  private boolean json;

  private final Ports ports;
  private final Terminal terminal;

  /** What was found. */
  private record Finding(
      Path where, boolean sound, String held, List<String> problems, Readings readings) {}

  CheckCommand(Ports ports, Places places, Terminal terminal) {
    this.index = new IndexFolder(places);
    this.ports = ports;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    ObjectNode node = JsonMapper.shared().createObjectNode();
    Finding found = backup == null ? index(node) : backups(backup);
    if (json) {
      node.put("folder", found.where().toString()).put("sound", found.sound());
      found.problems().forEach(node.putArray("problems")::add);
      terminal.out().println(node);
    } else {
      String state = found.sound() ? " is sound: " : " is damaged: ";
      terminal.out().println(found.where() + state + found.held());
      found.problems().forEach(p -> terminal.err().println("  " + TextStyle.clean(p)));
      if (!found.readings().alike()) {
        tell(found.readings());
      }
    }
    if (!found.sound()) {
      terminal.fail(Amount.of(found.problems().size(), "problem") + " found");
      if (backup == null && !json) {
        terminal
            .err()
            .println(
                "Restore a backup into a new folder (onrecord restore DIR --index NEW), or index"
                    + " the articles anew.");
      }
    }
    return (found.sound() ? ExitCode.DONE : ExitCode.FAILED).number();
  }

  private Finding index(ObjectNode node) throws IOException {
    IndexReport report = ports.archives().at(index.path()).verifier().verify();
    List<String> problems = new ArrayList<>(report.problems());
    problems.addAll(beside());
    node.put("articles", report.articles())
        .put("paragraphs", report.paragraphs())
        .put("quotations", report.quotations());
    String held =
        "%s, %s, %s"
            .formatted(
                Amount.of(report.articles(), "article"),
                Amount.of(report.paragraphs(), "paragraph"),
                Amount.of(report.quotations(), "quotation"));
    Readings readings =
        report.sound() ? ports.archives().at(index.path()).readings() : Readings.NONE;
    ArrayNode told = node.putArray("readings");
    readings
        .articles()
        .forEach((with, articles) -> told.addObject().put("with", with).put("articles", articles));
    if (readings.unknown() > 0) {
      told.addObject().putNull("with").put("articles", readings.unknown());
    }
    return new Finding(index.path(), problems.isEmpty(), held, problems, readings);
  }

  /** That the articles were not all read alike, which is no fault. */
  private void tell(Readings readings) {
    terminal
        .out()
        .println(
            "Its articles were read with different things; \"onrecord reindex\" reads all anew:");
    readings
        .articles()
        .forEach(
            (with, count) ->
                terminal.out().println("  " + Amount.of(count, "article") + ": " + with));
    if (readings.unknown() > 0) {
      terminal.out().println("  " + Amount.of(readings.unknown(), "article") + ": not known");
    }
  }

  /** What is wrong with the files beside the index. */
  private List<String> beside() throws IOException {
    List<String> problems = new ArrayList<>();
    CorrectionLog corrections = ports.archives().at(index.path()).corrections();
    for (BrokenLine line : corrections.history().broken()) {
      problems.add(corrections.place() + ", line " + line.line() + ": " + line.problem());
    }
    PeopleLog people = ports.archives().at(index.path()).names();
    for (BrokenLine line : people.history().broken()) {
      problems.add(people.place() + ", line " + line.line() + ": " + line.problem());
    }
    try {
      ports.archives().at(index.path()).keys().keys();
    } catch (IOException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
    return problems;
  }

  private Finding backups(Path folder) throws IOException {
    BackupFolder backups = new BackupFolder(folder, InstantSource.system());
    ArchiveBackups archive = ports.archives().at(index.path()).backups(backups);
    List<String> problems = new ArrayList<>();
    List<String> ids = backups.ids();
    for (String id : ids) {
      try {
        Generation generation = backups.generation(Optional.of(id));
        List<String> damaged = archive.verify(generation);
        damaged.forEach(problem -> problems.add(id + ": " + problem));
        if (damaged.isEmpty() && !json) {
          terminal.out().println(id + " is whole: " + size(generation, backups));
        }
      } catch (DamagedFileException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    return new Finding(
        folder, problems.isEmpty(), Amount.of(ids.size(), "backup"), problems, Readings.NONE);
  }

  /** What a backup holds: {@code 3 files, 2.1 kB, and the snapshot …}. */
  static String size(Generation generation, BackupFolder backups) throws IOException {
    return Amount.of(generation.files().size(), "file")
        + ", "
        + DiskSpace.text(generation.bytes())
        + backups
            .pointer(generation)
            .map(
                snapshot ->
                    ", and on the cluster the snapshot %s in the repository %s: %s, %s"
                        .formatted(
                            snapshot.snapshot(),
                            snapshot.repository(),
                            Amount.of(snapshot.articles(), "article"),
                            DiskSpace.text(snapshot.bytes())))
            .orElse("");
  }
}
