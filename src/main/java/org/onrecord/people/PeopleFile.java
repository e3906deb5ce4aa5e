package org.onrecord.people;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.correction.DecisionFolder;
import org.onrecord.correction.DecisionLog;
import org.onrecord.correction.DecisionLogs;

/**
 * The log {@code people.jsonl} of an archive, a file beside its index or wherever its logs lie, to
 * which every decision about a name is added and from which none is taken away; the index does not
 * depend on it. What other processes add is seen. Safe for use by several threads, and by several
 * processes with one such each.
 */
public final class PeopleFile implements PeopleLog {
  /** The file's name. */
  public static final String FILE = "people.jsonl";

  private final DecisionLog<Decided> log;
  private volatile Read read = new Read(null, PeopleHistory.of(List.of(), List.of()));

  /** The log's lines as they were read last, and what they come to. */
  private record Read(DecisionLog.@Nullable Lines<Decided> lines, PeopleHistory history) {}

  /**
   * The log of an index.
   *
   * @param index the index's folder; the file in it is made by the first decision
   */
  public PeopleFile(Path index) {
    this(new DecisionFolder(index));
  }

  /** That among these logs. */
  public PeopleFile(DecisionLogs logs) {
    this.log = logs.log(FILE, DecidedLine::read);
  }

  @Override
  public String place() {
    return log.place();
  }

  @Override
  public Decided decide(
      NameDecision decision, String by, @Nullable String note, InstantSource clock)
      throws IOException, RefusedDecisionException {
    Decided[] made = new Decided[1];
    log.<RefusedDecisionException>append(
        lines -> {
          PeopleHistory before = PeopleHistory.of(lines.read(), lines.broken());
          Decided next =
              new Decided(
                  before.next(),
                  decision,
                  by,
                  clock.instant().truncatedTo(ChronoUnit.SECONDS),
                  note);
          before.check(next);
          made[0] = next;
          return List.of(DecidedLine.write(next));
        });
    return made[0];
  }

  @Override
  public PeopleHistory history() throws IOException {
    DecisionLog.Lines<Decided> lines = log.lines();
    Read known = read;
    if (lines != known.lines()) {
      known = new Read(lines, PeopleHistory.of(lines.read(), lines.broken()));
      read = known;
    }
    return known.history();
  }

  @Override
  public Names names() throws IOException {
    return history().names();
  }
}
