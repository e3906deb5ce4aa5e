package org.onrecord.attribution;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.attribution.PartyDecision.NamedParty;
import org.onrecord.registry.NameMatch;
import org.onrecord.registry.Party;
import org.onrecord.registry.Person;
import org.onrecord.registry.Registry;

/**
 * Decides on parties: what the text says beside a name, else the registry's membership on the
 * article's date.
 */
final class PartyFinder {
  /** Names of parties that are ordinary words of politics elsewhere. */
  private static final Set<String> AMBIGUOUS =
      Set.of(
          "Labor",
          "Labour",
          "National",
          "Congress",
          "Independent",
          "Reform",
          "Green",
          "Liberal",
          "Conservative",
          "People",
          "Union",
          "Justice",
          "Progressive",
          "Socialist",
          "Unionist",
          "Alliance",
          "Coalition",
          "Constitution",
          "Forward",
          "Greens",
          "League",
          "Renaissance",
          "Respect",
          "Democratic");

  private final Registry registry;
  private final @Nullable LocalDate date;
  private final @Nullable String country;
  private final Set<String> agencies;
  private final Map<CastMember, PartyDecision> decided = new HashMap<>();

  /**
   * @param agencies what the article calls news agencies, see {@link NewsAgencies}
   */
  PartyFinder(Registry registry, @Nullable LocalDate date, Cast cast, Set<String> agencies) {
    this.registry = registry;
    this.date = date;
    this.agencies = agencies;
    this.country = commonestCountry(registry, cast);
  }

  /** The party of a member of the cast, which must be complete. */
  PartyDecision of(CastMember member) {
    return decided.computeIfAbsent(member, this::decide);
  }

  private PartyDecision decide(CastMember member) {
    Person person = member.person();
    List<Party> current = person == null ? List.of() : registry.partiesOf(person, date);
    for (PartyEvidence evidence : member.parties()) {
      Optional<NamedParty> named = named(evidence.name(), current);
      if (named.isPresent() && isCredible(evidence, named.get(), current)) {
        boolean stillIn = current.stream().anyMatch(party -> party.id().equals(named.get().id()));
        String rule = evidence.rule() + variant(evidence.name());
        return evidence.former() && !stillIn
            ? new PartyDecision(null, named.get(), "former " + rule)
            : new PartyDecision(named.get(), null, rule);
      }
    }
    return person == null ? PartyDecision.UNKNOWN : inRegistry(registry, person, date);
  }

  /** How a party's name in the text differs from the registry's, to be put behind a rule. */
  private String variant(String name) {
    return registry.partiesNamed(name).stream()
        .filter(match -> match.kind() == NameMatch.Kind.VARIANT)
        .findFirst()
        .flatMap(match -> SpellingVariant.of(name, match.spelling()))
        .map(variant -> ", " + variant)
        .orElse("");
  }

  /** A party that speaks for itself; unknown where a name is none's. */
  PartyDecision itself(String name) {
    return alone(name)
        .map(party -> new PartyDecision(party, null, "the party itself" + variant(name)))
        .orElse(PartyDecision.UNKNOWN);
  }

  /** What the registry alone says. */
  static PartyDecision inRegistry(Registry registry, Person person, @Nullable LocalDate date) {
    List<Party> current = registry.partiesOf(person, date);
    List<Party> former = registry.formerPartiesOf(person, date);
    if (current.size() == 1) {
      NamedParty party = named(current.getFirst(), date);
      return new PartyDecision(party, null, "member in the registry");
    }
    if (current.isEmpty() && !former.isEmpty()) {
      NamedParty left = named(former.getLast(), date);
      return new PartyDecision(null, left, "former member in the registry");
    }
    return PartyDecision.UNKNOWN;
  }

  /**
   * Whether the text outweighs the registry: where the registry knows no current party, knows this
   * one, or the text has it in brackets or in letters after a comma. "Democratic candidate" does
   * not make an independent senator a Democrat, nor does a "Labor" Secretary belong to a Labor
   * party abroad.
   */
  private boolean isCredible(PartyEvidence evidence, NamedParty named, List<Party> current) {
    if (current.stream().anyMatch(party -> party.id().equals(named.id()))) {
      return true;
    }
    boolean plain =
        evidence.rule().equals(PartyReader.BRACKETED) || evidence.rule().equals(PartyReader.COMMA);
    if (!current.isEmpty() && !plain) {
      return false;
    }
    boolean abroad =
        country != null
            && registry
                .partyById(named.id())
                .map(party -> !country.equals(party.country()))
                .orElse(false);
    return !(abroad && AMBIGUOUS.contains(evidence.name()));
  }

  /**
   * The party that a name means which stands by itself. One that is an ordinary word elsewhere is a
   * party only among people of the party's country: Congress is one in Delhi, not in Washington.
   */
  Optional<NamedParty> alone(String name) {
    return agencies.contains(name)
        ? Optional.empty()
        : named(name, List.of()).filter(p -> !AMBIGUOUS.contains(name) || isAtHome(p));
  }

  private boolean isAtHome(NamedParty named) {
    return registry
        .partyById(named.id())
        .map(Party::country)
        .filter(home -> home.equals(country))
        .isPresent();
  }

  /** The party that a name in this article's text means, the speaker's own parties first. */
  Optional<NamedParty> named(String name, List<Party> own) {
    List<Party> parties = registry.parties(name);
    for (Party party : parties) {
      if (own.contains(party)) {
        return Optional.of(named(party));
      }
    }
    if (parties.size() == 1) {
      return Optional.of(named(parties.getFirst()));
    }
    for (Party party : parties) {
      if (country != null && country.equals(party.country())) {
        return Optional.of(named(party));
      }
    }
    return parties.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new NamedParty(CastMember.slug(parties.getFirst().name()), parties.getFirst().name()));
  }

  private NamedParty named(Party party) {
    return named(party, date);
  }

  static NamedParty named(Party party, @Nullable LocalDate date) {
    return new NamedParty(party.id(), date == null ? party.name() : party.nameOn(date));
  }

  private static @Nullable String commonestCountry(Registry registry, Cast cast) {
    Map<String, Integer> counts = new HashMap<>();
    String best = null;
    for (CastMember member : cast.members()) {
      if (member.person() != null) {
        for (var membership : member.person().memberships()) {
          String country =
              registry.partyById(membership.organisationId()).map(Party::country).orElse(null);
          if (country != null) {
            int count = counts.merge(country, member.timesNamed(), Integer::sum);
            best = best == null || count > counts.getOrDefault(best, 0) ? country : best;
          }
        }
      }
    }
    return best;
  }
}
