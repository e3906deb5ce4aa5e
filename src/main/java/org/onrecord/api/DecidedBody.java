package org.onrecord.api;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.SpeakerType;
import org.onrecord.correction.Correction;
import org.onrecord.correction.DecisionJson;
import org.onrecord.correction.Standings;

/**
 * A decision of an editor, and what has become of it.
 *
 * @param by the name of the editor's key, or what the command line was told
 * @param quotation the permalink id that the quotation had then
 * @param decision {@code speaker}, {@code party}, {@code no-party}, {@code not-a-quotation} or
 *     {@code withdraw}
 * @param name whom or which party it names; null where it names none
 * @param type the kind of speaker; null where it is not about the speaker
 * @param content the quotation's words
 * @param state {@code holds}, {@code superseded}, {@code done} or {@code no-longer-found}
 * @param now the permalink id that the quotation has now; null where its words are gone
 */
public record DecidedBody(
    Instant at,
    String by,
    String quotation,
    String decision,
    @Nullable String name,
    @Nullable String type,
    @Nullable String note,
    String content,
    String state,
    @Nullable String now) {

  public static DecidedBody of(Correction correction, Standings.Fate fate, Optional<String> now) {
    SpeakerType type = DecisionJson.type(correction.decision());
    return new DecidedBody(
        correction.at(),
        correction.by(),
        correction.quotation(),
        DecisionJson.label(correction.decision()),
        DecisionJson.name(correction.decision()),
        type == null ? null : type.label(),
        correction.note(),
        correction.anchor().content(),
        fate.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        now.orElse(null));
  }
}
