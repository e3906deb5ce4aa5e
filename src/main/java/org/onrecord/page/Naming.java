package org.onrecord.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What editors decided about names, and where they decide.
 *
 * @param who the id that is decided about; null where it is about all
 * @param name of whoever that is
 * @param back the page to come back to
 * @param mayDecide whether whoever looks may decide
 * @param log what was decided, the latest first
 */
public record Naming(
    @Nullable String who, String name, String back, boolean mayDecide, List<DecidedName> log) {
  public Naming {
    log = List.copyOf(log);
  }

  public boolean hasLog() {
    return !log.isEmpty();
  }

  public boolean shown() {
    return mayDecide || hasLog();
  }

  /**
   * A decision.
   *
   * @param by who decided, and on which day
   * @param why the editor's words; null for none
   * @param undone whether it does not hold any more
   * @param undoable whether it can be undone
   */
  public record DecidedName(
      int number,
      String sentence,
      String by,
      @Nullable String why,
      boolean undone,
      boolean undoable) {}
}
