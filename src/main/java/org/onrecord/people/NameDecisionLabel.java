package org.onrecord.people;

import java.util.Arrays;
import java.util.List;
import org.onrecord.article.Labelled;

/** The kinds of decision about a name, as the log and the API call them. */
public enum NameDecisionLabel implements Labelled {
  MERGE,
  RENAME,
  PART,
  STRIKE,
  UNDO;

  public static List<String> labels() {
    return Arrays.stream(values()).map(NameDecisionLabel::label).toList();
  }

  public static NameDecisionLabel of(NameDecision decision) {
    return switch (decision) {
      case NameDecision.Merge _ -> MERGE;
      case NameDecision.Rename _ -> RENAME;
      case NameDecision.Part _ -> PART;
      case NameDecision.Strike _ -> STRIKE;
      case NameDecision.Undo _ -> UNDO;
    };
  }

  /**
   * The kind with this label.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static NameDecisionLabel of(String label) {
    return Arrays.stream(values())
        .filter(one -> one.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no decision: \"" + label + "\"; there are " + String.join(", ", labels())));
  }
}
