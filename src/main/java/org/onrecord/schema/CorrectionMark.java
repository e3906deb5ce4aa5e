package org.onrecord.schema;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.PartyRef;
import org.onrecord.article.SpeakerRef;

/**
 * That an editor has corrected a quotation, and what had been worked out from the text before.
 *
 * @param by the editor; of several the last
 * @param at when it was decided
 * @param note why, in the editor's words
 * @param speaker whom the text was taken to name; null where the quotation was unattributed
 * @param party the party that was worked out
 * @param formerParty the former party that was worked out
 */
public record CorrectionMark(
    String by,
    Instant at,
    @Nullable String note,
    @Nullable SpeakerRef speaker,
    @Nullable PartyRef party,
    @Nullable PartyRef formerParty) {}
