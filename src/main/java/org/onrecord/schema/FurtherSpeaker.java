package org.onrecord.schema;

import org.jspecify.annotations.Nullable;
import org.onrecord.article.PartyRef;
import org.onrecord.article.SpeakerRef;

/**
 * One who says something together with the first speaker: "Alder and Quill said".
 *
 * @param who a person or organisation with a name
 * @param party their party on the article's date
 * @param formerParty the party that they are said to have left
 */
public record FurtherSpeaker(
    SpeakerRef who, @Nullable PartyRef party, @Nullable PartyRef formerParty) {}
