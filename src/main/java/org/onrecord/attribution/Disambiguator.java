package org.onrecord.attribution;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.registry.Gender;
import org.onrecord.registry.NameMatch;
import org.onrecord.registry.Office;
import org.onrecord.registry.Person;
import org.onrecord.registry.Registry;

/** Which of several people of one name is meant: by their offices on the article's date. */
final class Disambiguator {
  private final Registry registry;
  private final @Nullable LocalDate date;
  private final Map<Surname, Optional<NameMatch>> bySurname = new HashMap<>();

  /** A surname that stands alone, with what the text says beside it. */
  private record Surname(String word, Gender gender, List<Description> descriptions) {}

  Disambiguator(Registry registry, @Nullable LocalDate date) {
    this.registry = registry;
    this.date = date;
  }

  /** Who in the registry bears a full name, by what the text says of its bearer. */
  Optional<NameMatch> byFullName(String name, Collection<Description> descriptions) {
    return byOffice(registry.named(name), descriptions);
  }

  /** Who in the registry bears the surname that stands alone. */
  Optional<NameMatch> bySurname(NameMention name) {
    return bySurname.computeIfAbsent(
        new Surname(name.last(), name.gender(), name.descriptions()), this::find);
  }

  /** By another transliteration only somebody whose office the text tells beside the name. */
  private Optional<NameMatch> find(Surname surname) {
    List<NameMatch> matches =
        registry.bySurname(surname.word()).stream()
            .filter(
                match ->
                    surname.gender() == Gender.UNKNOWN
                        || match.person().gender() == surname.gender())
            .filter(
                match ->
                    match.kind() == NameMatch.Kind.EXACT
                        || hasOffice(match.person(), surname.descriptions()))
            .toList();
    return byOffice(matches, surname.descriptions());
  }

  /**
   * Of several of one name, relatives last: the one named in full in this paragraph, else one who
   * leads or stands for a country's highest office, else the one named most.
   */
  CastMember likeliest(List<CastMember> holders, NameMention name) {
    Comparator<CastMember> byWeight =
        Comparator.<CastMember>comparingInt(m -> m.isRelative() && !leads(m) ? 0 : 1)
            .thenComparingInt(m -> m.isNamedInFull(name.position()) ? 1 : 0)
            .thenComparingInt(m -> leads(m) ? 1 : 0)
            .thenComparingInt(CastMember::timesNamed);
    CastMember best = holders.getFirst();
    for (CastMember member : holders) {
      best = byWeight.compare(member, best) > 0 ? member : best;
    }
    return best;
  }

  /** The one whose offices on the article's date weigh most, if one does. */
  private Optional<NameMatch> byOffice(
      List<NameMatch> matches, Collection<Description> descriptions) {
    if (matches.size() == 1) {
      return Optional.of(matches.getFirst());
    }
    NameMatch best = null;
    int top = 0;
    boolean tie = false;
    for (NameMatch match : matches) {
      int weight = weight(match.person(), descriptions);
      if (weight > top) {
        best = match;
        top = weight;
        tie = false;
      } else if (weight == top) {
        tie = true;
      }
    }
    return tie ? Optional.empty() : Optional.ofNullable(best);
  }

  private int weight(Person person, Collection<Description> descriptions) {
    int weight = 0;
    for (Office office : registry.officesOf(person, date)) {
      weight = Math.max(weight, 2 + rank(office.role()) + fit(office.role(), descriptions));
    }
    for (Office office : registry.formerOfficesOf(person, date)) {
      weight = Math.max(weight, 1 + rank(office.role()) + fit(office.role(), descriptions));
    }
    return weight;
  }

  private boolean leads(CastMember member) {
    Person person = member.person();
    return person != null
        && registry.officesOf(person, date).stream().anyMatch(office -> rank(office.role()) > 0);
  }

  private boolean hasOffice(Person person, Collection<Description> descriptions) {
    return Stream.concat(
            registry.officesOf(person, date).stream(),
            registry.formerOfficesOf(person, date).stream())
        .anyMatch(office -> fit(office.role(), descriptions) > 0);
  }

  private static int rank(String role) {
    String lower = Lexicon.lower(role);
    if (lower.startsWith("president of") || lower.startsWith("prime minister of")) {
      return 4;
    }
    return lower.contains("nominee") || lower.contains("candidate") || lower.contains("leader")
        ? 3
        : 0;
  }

  private static int fit(String role, Collection<Description> descriptions) {
    String lower = Lexicon.lower(role);
    return descriptions.stream().anyMatch(d -> lower.contains(d.role().name())) ? 6 : 0;
  }
}
