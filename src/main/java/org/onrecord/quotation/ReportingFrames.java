package org.onrecord.quotation;

import java.util.Set;

/** What only leads to words that somebody says, and is taken for such words now and then. */
final class ReportingFrames {
  /** So many words at the most lead in: "Addressing the council on Monday". */
  private static final int LONGEST = 5;

  private static final Set<String> ARTICLES = Set.of("a", "an", "the", "for", "another");

  /** What is called and takes place then. */
  private static final Set<String> EVENTS =
      Set.of(
          "election",
          "elections",
          "vote",
          "poll",
          "polls",
          "referendum",
          "meeting",
          "summit",
          "session",
          "conference",
          "strike",
          "rally",
          "protest",
          "truce",
          "halt");

  private final ParagraphView view;

  ReportingFrames(ParagraphView view) {
    this.view = view;
  }

  /** Whether a run is but part of what reports. */
  boolean holds(Run run) {
    boolean unmarked = view.marks.spanOf(run.first) < 0 && view.marks.spanOf(run.end - 1) < 0;
    return unmarked && (isSaying(run) || leads(run) || isEvent(run));
  }

  /** "Mayor Ruth Alder as saying", after "quoted". */
  private boolean isSaying(Run run) {
    return run.end - run.first > 2
        && view.lower[run.end - 1].equals("saying")
        && view.lower[run.end - 2].equals("as");
  }

  /** "Addressing the council" or "After which", before a comma. */
  private boolean leads(Run run) {
    boolean opens = run.first == 0 || view.sentence[run.first] != view.sentence[run.first - 1];
    boolean comma = run.end < view.size && view.lower[run.end].equals(",");
    boolean words =
        view.lower[run.first].endsWith("ing") || view.lower[run.end - 1].equals("which");
    return opens && comma && words && run.end - run.first <= LONGEST;
  }

  /** "called A SNAP VOTE that failed": nobody says a vote. */
  private boolean isEvent(Run run) {
    boolean called =
        run.first > 0
            && view.lower[run.first - 1].startsWith("call")
            && ARTICLES.contains(view.lower[run.first]);
    boolean event = false;
    for (int i = run.first; i < Math.min(run.end, run.first + LONGEST - 1); i++) {
      event |= EVENTS.contains(view.lower[i]);
    }
    return called && event;
  }
}
