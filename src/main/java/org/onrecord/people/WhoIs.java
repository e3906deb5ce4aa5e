package org.onrecord.people;

import java.util.Optional;
import org.onrecord.article.SpeakerRef;

/**
 * For whom an id stands.
 *
 * @param who empty where the archive has nobody of that id, or it was struck
 * @param struck whether an editor decided that it is no name
 */
public record WhoIs(Optional<SpeakerRef> who, boolean struck) {}
