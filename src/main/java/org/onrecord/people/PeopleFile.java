package org.onrecord.people;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.correction.DecisionFile;

/**
 * The file {@code people.jsonl} beside an index, to which every decision about a name is added and
 * from which none is taken away; the index does not depend on it. What other processes add is seen.
 * Safe for use by several threads, and by several processes with one log of a folder each.
 */
public final class PeopleFile implements PeopleLog {
  /** The file's name. */
  public static final String FILE = "people.jsonl";

  private final DecisionFile<Decided> file;
  private DecisionFile.@Nullable Lines<Decided> read;
  private PeopleHistory history;

  /**
   * The log of an index.
   *
   * @param index the index's folder; the file in it is made by the first decision
   */
  public PeopleFile(Path index) {
    this.file = new DecisionFile<>(index.resolve(FILE), DecidedLine::read);
    this.history = PeopleHistory.of(List.of(), List.of());
  }

  @Override
  public String place() {
    return file.path().toString();
  }

  @Override
  public Decided decide(
      NameDecision decision, String by, @Nullable String note, InstantSource clock)
      throws IOException, RefusedDecisionException {
    Decided[] made = new Decided[1];
    file.<RefusedDecisionException>append(
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
          return DecidedLine.write(next);
        });
    return made[0];
  }

  @Override
  public synchronized PeopleHistory history() throws IOException {
    DecisionFile.Lines<Decided> now = file.lines();
    if (now != read) {
      history = PeopleHistory.of(now.read(), now.broken());
      read = now;
    }
    return history;
  }

  @Override
  public Names names() throws IOException {
    return history().names();
  }
}
