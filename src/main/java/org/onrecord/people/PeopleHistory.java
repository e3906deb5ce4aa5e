package org.onrecord.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onrecord.correction.CorrectionHistory.BrokenLine;

/**
 * Everything that was decided about names, the earliest first.
 *
 * @param names what holds of it
 * @param broken the lines of the log that could not be read
 */
public record PeopleHistory(List<Decided> decisions, Names names, List<BrokenLine> broken) {
  public PeopleHistory {
    decisions = List.copyOf(decisions);
    broken = List.copyOf(broken);
  }

  static PeopleHistory of(List<Decided> decisions, List<BrokenLine> broken) {
    Map<Integer, Decided> standing = standing(decisions);
    NameGraph graph = new NameGraph();
    List<BrokenLine> contradictions = new ArrayList<>(broken);
    for (Decided decided : standing.values()) {
      try {
        graph.add(decided);
      } catch (RefusedDecisionException e) {
        contradictions.add(
            new BrokenLine(
                decided.number(), "decision " + decided.number() + ": " + e.getMessage()));
      }
    }
    return new PeopleHistory(decisions, graph.names(), contradictions);
  }

  /** What was not undone, without the undoing. */
  private static Map<Integer, Decided> standing(List<Decided> decisions) {
    Set<Integer> undone = undone(decisions);
    Map<Integer, Decided> standing = new LinkedHashMap<>();
    for (Decided decided : decisions) {
      if (!undone.contains(decided.number())
          && !(decided.decision() instanceof NameDecision.Undo)) {
        standing.put(decided.number(), decided);
      }
    }
    return standing;
  }

  private static Set<Integer> undone(List<Decided> decisions) {
    Set<Integer> undone = new HashSet<>();
    for (Decided decided : decisions) {
      if (decided.decision() instanceof NameDecision.Undo(int number)) {
        undone.add(number);
      }
    }
    return undone;
  }

  /** Whether a decision holds: it was not undone, and undoes nothing itself. */
  public boolean holds(Decided decided) {
    return !(decided.decision() instanceof NameDecision.Undo)
        && !undone(decisions).contains(decided.number());
  }

  /** What holds, by number. */
  public Map<Integer, Decided> holding() {
    return new HashMap<>(standing(decisions));
  }

  public Optional<Decided> decision(int number) {
    return decisions.stream().filter(one -> one.number() == number).findFirst();
  }

  /** The ids that parts made, which no article need have. */
  Set<String> made() {
    Set<String> made = new HashSet<>();
    for (Decided decided : decisions) {
      if (decided.decision() instanceof NameDecision.Part part) {
        made.add(String.valueOf(part.other().id()));
      }
    }
    return made;
  }

  /** The number of the last decision; 0 where there is none. */
  public int last() {
    return next() - 1;
  }

  /** The ids that are read otherwise than when the decision with this number was the last. */
  public Set<String> changedSince(int number) {
    Names before =
        of(decisions.stream().filter(one -> one.number() <= number).toList(), List.of()).names();
    Set<String> ids = new HashSet<>(before.ids());
    ids.addAll(names.ids());
    ids.removeIf(id -> before.readings(id).equals(names.readings(id)));
    return ids;
  }

  int next() {
    return decisions.stream().mapToInt(Decided::number).max().orElse(0) + 1;
  }

  /**
   * Checks what would be decided next.
   *
   * @throws RefusedDecisionException if it does not go with what holds
   */
  void check(Decided next) throws RefusedDecisionException {
    if (next.decision() instanceof NameDecision.Undo(int number)) {
      checkUndo(number);
      return;
    }
    NameGraph graph = new NameGraph();
    for (Decided decided : standing(decisions).values()) {
      try {
        graph.add(decided);
      } catch (RefusedDecisionException _) {
        // It is told of where the log is read; it holds nobody back.
      }
    }
    graph.add(next);
  }

  private void checkUndo(int number) throws RefusedDecisionException {
    Optional<Decided> meant = decision(number);
    if (meant.isEmpty()) {
      throw new RefusedDecisionException(
          RefusedDecisionException.Reason.UNKNOWN, "there is no decision " + number);
    }
    if (meant.get().decision() instanceof NameDecision.Undo) {
      throw new RefusedDecisionException(
          "decision " + number + " is itself an undoing: decide again what it undid");
    }
    if (!holds(meant.get())) {
      throw new RefusedDecisionException("decision " + number + " is undone already");
    }
  }
}
