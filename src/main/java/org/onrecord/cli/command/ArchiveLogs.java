package org.onrecord.cli.command;

import java.io.IOException;
import java.util.List;
import org.onrecord.alert.SavedSearchFile;
import org.onrecord.correction.CorrectionFile;
import org.onrecord.correction.DecisionLog;
import org.onrecord.correction.DecisionLogs;
import org.onrecord.people.PeopleFile;

/** The logs of an archive, line by line, as they go with it to another place. */
public final class ArchiveLogs {
  /** Their names. */
  public static final List<String> NAMES =
      List.of(CorrectionFile.FILE, PeopleFile.FILE, SavedSearchFile.FILE);

  /** How many lines are added together. */
  private static final int TOGETHER = 100;

  private ArchiveLogs() {}

  /**
   * Adds to one log what another has more. Two may do so at once.
   *
   * @return how many lines were added
   * @throws IOException if it holds lines that the other has not, so that they cannot be put in
   *     order
   */
  public static long copy(String name, DecisionLogs from, DecisionLogs into) throws IOException {
    DecisionLog<String> source = from.log(name, line -> line);
    DecisionLog<String> target = into.log(name, line -> line);
    List<String> all = source.lines().read();
    int first = begun(all, source, target, target.lines().read());
    for (int there = first; there < all.size(); ) {
      target.<IOException>append(
          lines -> {
            int next = begun(all, source, target, lines.read());
            return all.subList(next, Math.min(all.size(), next + TOGETHER));
          });
      there = begun(all, source, target, target.lines().read());
    }
    return all.size() - first;
  }

  /** How many of the lines are there already. */
  private static int begun(
      List<String> all, DecisionLog<?> source, DecisionLog<?> target, List<String> there)
      throws IOException {
    int same = 0;
    while (same < Math.min(all.size(), there.size()) && all.get(same).equals(there.get(same))) {
      same++;
    }
    if (same < there.size() && same < all.size()) {
      throw new IOException(
          "%s holds other lines than %s, from line %d on: they cannot be put in order; move one of"
                  .formatted(target.place(), source.place(), same + 1)
              + " them away");
    }
    return same;
  }
}
