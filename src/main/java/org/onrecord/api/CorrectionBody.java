package org.onrecord.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.onrecord.schema.CorrectionMark;

/**
 * That an editor has corrected a quotation.
 *
 * @param by the editor; of several the last
 * @param note why, in the editor's words
 * @param before what had been worked out from the text
 */
public record CorrectionBody(String by, Instant at, @Nullable String note, BeforeBody before) {
  static @Nullable CorrectionBody of(@Nullable CorrectionMark mark) {
    return mark == null
        ? null
        : new CorrectionBody(
            mark.by(),
            mark.at(),
            mark.note(),
            new BeforeBody(
                SpeakerBody.of(mark.speaker()),
                PartyBody.of(mark.party()),
                PartyBody.of(mark.formerParty())));
  }

  /** Who was taken to speak, and for which party. */
  public record BeforeBody(
      @Nullable SpeakerBody speaker, @Nullable PartyBody party, @Nullable PartyBody formerParty) {}
}
