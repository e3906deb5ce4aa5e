package org.onrecord.ingest;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.SpeakerGender;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.SpeakerType;
import org.onrecord.attribution.source.Attribution.ToPerson;
import org.onrecord.registry.Office;
import org.onrecord.registry.Person;
import org.onrecord.registry.Registry;
import org.onrecord.schema.SpeakerFacts;

/**
 * Looks up what the registry knows of people who speak in an article.
 *
 * @param date the article's; without one nobody holds an office
 */
record FactReader(Registry registry, @Nullable LocalDate date) {
  /** What is known of somebody; empty of a namesake of the registry's people. */
  Optional<SpeakerFacts> of(ToPerson who) {
    return who.registered()
        ? registry.person(who.id()).map(person -> facts(speaker(who), person))
        : Optional.empty();
  }

  static SpeakerRef speaker(ToPerson who) {
    return new SpeakerRef(who.name(), who.id(), SpeakerType.PERSON);
  }

  private SpeakerFacts facts(SpeakerRef who, Person person) {
    return new SpeakerFacts(
        who,
        gender(person),
        registry.sureOfficesOf(person, date).stream().map(Office::role).distinct().toList());
  }

  private static SpeakerGender gender(Person person) {
    return switch (person.gender()) {
      case FEMALE -> SpeakerGender.FEMALE;
      case MALE -> SpeakerGender.MALE;
      case OTHER -> SpeakerGender.OTHER;
      case UNKNOWN -> SpeakerGender.UNKNOWN;
    };
  }
}
