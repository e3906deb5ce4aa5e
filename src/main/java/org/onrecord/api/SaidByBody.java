package org.onrecord.api;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.SpeakerType;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.FurtherSpeaker;

/**
 * One of those with a name who say something.
 *
 * @param id the registry's id, or one made from the name
 * @param type {@code person} or {@code organisation}
 * @param party their party on the article's date; null where nobody knows
 * @param formerParty the party that they are said to have left
 */
public record SaidByBody(
    String name,
    @Nullable String id,
    String type,
    @Nullable PartyBody party,
    @Nullable PartyBody formerParty) {

  /** Everybody with a name who says it, the first one first. */
  static List<SaidByBody> all(ArchivedQuotation quotation) {
    List<SaidByBody> all = new ArrayList<>();
    SpeakerRef first = quotation.speaker();
    if (first != null && first.type() != SpeakerType.UNNAMED) {
      all.add(of(new FurtherSpeaker(first, quotation.party(), quotation.formerParty())));
    }
    quotation.others().stream().map(SaidByBody::of).forEach(all::add);
    return List.copyOf(all);
  }

  private static SaidByBody of(FurtherSpeaker speaker) {
    SpeakerRef who = speaker.who();
    return new SaidByBody(
        who.name(),
        who.id(),
        who.type().label(),
        PartyBody.of(speaker.party()),
        PartyBody.of(speaker.formerParty()));
  }
}
