package org.onrecord.verify;

import java.util.List;
import java.util.Set;
import org.onrecord.article.SpeakerRef;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.verify.Candidate.SaidBy;

/**
 * A name, and whom of the archive's speakers it means.
 *
 * @param asked as it was given
 * @param names the names, as the archive shows them, that are taken for it
 * @param known whether the archive has somebody who speaks under one of them
 * @param suggestions who may be meant, where it is not known or means several
 */
public record AskedSpeaker(
    String asked, Set<String> names, boolean known, List<Suggestion> suggestions) {
  public AskedSpeaker {
    names = Set.copyOf(names);
    suggestions = List.copyOf(suggestions);
  }

  /**
   * Somebody who speaks in the archive.
   *
   * @param quotations in how many quotations
   */
  public record Suggestion(String name, long quotations) {}

  /** How whoever speaks in a quotation goes together with the name. */
  SaidBy in(ArchivedQuotation quotation) {
    List<String> speakers = quotation.speakers().stream().map(SpeakerRef::name).toList();
    if (speakers.isEmpty()) {
      return SaidBy.UNKNOWN;
    }
    if (speakers.stream().anyMatch(this::isTaken)) {
      return SaidBy.ASKED;
    }
    boolean possibly = speakers.stream().anyMatch(name -> NameParts.mayBeSame(asked, name));
    return possibly ? SaidBy.POSSIBLY : SaidBy.OTHER;
  }

  private boolean isTaken(String speaker) {
    return names.stream().anyMatch(name -> NameParts.isSame(name, speaker));
  }
}
