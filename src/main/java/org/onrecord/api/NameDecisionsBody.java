package org.onrecord.api;

import java.util.List;

/**
 * What was decided about names.
 *
 * @param decisions the earliest first; those about names that the archive does not have any more
 *     are left out
 */
public record NameDecisionsBody(List<NameDecisionBody> decisions, NamesLinksBody links) {
  public NameDecisionsBody {
    decisions = List.copyOf(decisions);
  }

  public static NameDecisionsBody of(List<NameDecisionBody> decisions) {
    return new NameDecisionsBody(decisions, NamesLinksBody.of("/decisions"));
  }

  /** Where it is found in the API. */
  public record NamesLinksBody(String self) {
    static NamesLinksBody of(String what) {
      return new NamesLinksBody("/api/v1/people" + what);
    }
  }
}
