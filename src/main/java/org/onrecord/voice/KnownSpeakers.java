package org.onrecord.voice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onrecord.article.SpeakerType;
import org.onrecord.people.ArchivedPerson;
import org.onrecord.registry.Gender;
import org.onrecord.registry.Person;
import org.onrecord.registry.Registry;

/**
 * What is known of the people of an archive by their names: whether it is a person or an
 * organisation, by the archive, and of which gender, by the registry. Of a name that several bear
 * it is what is the same of all of them. Immutable.
 */
final class KnownSpeakers {
  private final List<ArchivedPerson> people;
  private final Map<String, Known> byName = new HashMap<>();

  /** What is known: no more of an organisation than that it is one. */
  enum Known {
    FEMALE,
    MALE,
    OTHER,
    PERSON,
    ORGANISATION,
    NOTHING
  }

  KnownSpeakers(List<ArchivedPerson> people, Registry registry) {
    this.people = people;
    for (ArchivedPerson person : people) {
      Known known = known(person, registry);
      for (String name : person.names()) {
        byName.merge(name, known, KnownSpeakers::both);
      }
    }
  }

  /** Whether it is of these people. */
  boolean isOf(List<ArchivedPerson> others) {
    return people == others;
  }

  private static Known known(ArchivedPerson person, Registry registry) {
    if (person.who().type() != SpeakerType.PERSON) {
      return Known.ORGANISATION;
    }
    Optional<Person> registered = registry.person(person.id());
    Gender gender = registered.map(Person::gender).orElse(Gender.UNKNOWN);
    return switch (gender) {
      case FEMALE -> Known.FEMALE;
      case MALE -> Known.MALE;
      case OTHER -> Known.OTHER;
      case UNKNOWN -> Known.PERSON;
    };
  }

  private static Known both(Known one, Known other) {
    if (one == other) {
      return one;
    }
    return one == Known.ORGANISATION || other == Known.ORGANISATION ? Known.NOTHING : Known.PERSON;
  }

  Known of(String name) {
    return byName.getOrDefault(name, Known.NOTHING);
  }
}
