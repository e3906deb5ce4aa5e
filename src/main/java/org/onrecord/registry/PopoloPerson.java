package org.onrecord.registry;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a Popolo file says of one person, gathered from its records. */
final class PopoloPerson {
  /** Between two parliaments nobody is a member, and nobody leaves the party. */
  private static final long RECESS_DAYS = 62;

  private final String id;
  private final PopoloRecord record;
  private final List<Membership> memberships = new ArrayList<>();
  private final List<String> places = new ArrayList<>();
  private final List<Membership> onBehalf = new ArrayList<>();
  private final Set<String> otherNames = new LinkedHashSet<>();
  private @Nullable LocalDate died;

  PopoloPerson(String id, PopoloRecord record) {
    this.id = id;
    this.record = record;
  }

  PopoloRecord record() {
    return record;
  }

  /** Adds a membership that stands at a place of the file. */
  void add(Membership membership, String place) {
    memberships.add(membership);
    places.add(place);
  }

  /** Adds that somebody sat for a party, for a time. */
  void addOnBehalf(Membership membership, String place) {
    Membership last = onBehalf.isEmpty() ? null : onBehalf.getLast();
    if (last != null && continues(last, membership)) {
      Membership joined =
          new Membership(
              last.organisationId(),
              null,
              new DatePeriod(last.period().start(), membership.period().end()));
      memberships.set(memberships.indexOf(last), joined);
      onBehalf.set(onBehalf.size() - 1, joined);
    } else {
      onBehalf.add(membership);
      add(membership, place);
    }
  }

  private static boolean continues(Membership last, Membership next) {
    LocalDate end = last.period().end();
    LocalDate start = next.period().start();
    return last.organisationId().equals(next.organisationId())
        && end != null
        && start != null
        && !start.isBefore(end)
        && ChronoUnit.DAYS.between(end, start) <= RECESS_DAYS;
  }

  void addName(String name) {
    otherNames.add(name);
  }

  /** Notes the day on which a membership ended with its holder's death. */
  void setDied(LocalDate day) {
    died = day;
  }

  /**
   * The person.
   *
   * @param names all that the record has
   * @throws IllegalArgumentException if there is no name
   */
  Person toPerson(
      List<PopoloName> names, Gender gender, DatePeriod life, @Nullable String wikidata) {
    String name =
        names.stream()
            .filter(PopoloName::isMain)
            .max(Comparator.comparing(PopoloName::start))
            .or(() -> names.stream().findFirst())
            .orElseThrow(() -> new IllegalArgumentException("name is missing"))
            .forms()
            .getFirst();
    Set<String> aliases = new LinkedHashSet<>();
    names.forEach(each -> aliases.addAll(each.forms()));
    aliases.addAll(otherNames);
    aliases.remove(name);
    LocalDate end = life.end() == null ? died : life.end();
    DatePeriod known =
        end != null && life.startsAfter(end) ? life : new DatePeriod(life.start(), end);
    return new Person(
        id,
        name,
        List.copyOf(aliases),
        gender,
        record.text("summary").orElse(null),
        wikidata,
        known,
        memberships);
  }

  /** Tells where the person is in two parties at once. */
  void tellOverlaps(
      String name, Function<String, @Nullable String> partyName, RegistryProblems problems) {
    PartyOverlaps.tell(
        name, memberships, partyName, (i, said) -> problems.add(places.get(i), said));
  }
}
