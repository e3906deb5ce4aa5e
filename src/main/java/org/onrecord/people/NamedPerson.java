package org.onrecord.people;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.SpeakerRef;

/**
 * Somebody of the archive and what was decided about them.
 *
 * @param archived as the archive has them
 * @param name what they are called; of a struck one what the archive had
 * @param countsAs as whom they count; null where they are themselves
 * @param struck whether it is no name
 */
public record NamedPerson(
    ArchivedPerson archived, String name, @Nullable SpeakerRef countsAs, boolean struck) {

  static NamedPerson of(ArchivedPerson person, Names names) {
    Optional<SpeakerRef> now = names.of(person.who());
    if (now.isEmpty()) {
      return new NamedPerson(person, person.who().name(), null, true);
    }
    return Objects.equals(now.get().id(), person.who().id())
        ? new NamedPerson(person, now.get().name(), null, false)
        : new NamedPerson(person, person.who().name(), now.get(), false);
  }
}
