package org.onrecord.attribution.cast;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.PartyRef;
import org.onrecord.attribution.lookup.PartyResolver;
import org.onrecord.attribution.party.PartyEvidence;
import org.onrecord.attribution.party.PartyReader;
import org.onrecord.registry.NameMatch;
import org.onrecord.registry.Party;
import org.onrecord.registry.Person;
import org.onrecord.registry.Registry;

/**
 * Decides on parties: what the text says beside a name, else the registry's membership on the
 * article's date of a person whom the article makes known.
 */
public final class PartyFinder {
  /** So many years after the last news of a membership it is nobody's party any more. */
  private static final int YEARS_TRUSTED = 6;

  private final Registry registry;
  private final @Nullable LocalDate date;
  private final PartyResolver resolver;
  private final Map<CastMember, PartyDecision> decided = new HashMap<>();

  public PartyFinder(Registry registry, @Nullable LocalDate date, PartyResolver resolver) {
    this.registry = registry;
    this.date = date;
    this.resolver = resolver;
  }

  /** The party of a member of the cast, which must be complete. */
  public PartyDecision of(CastMember member) {
    return decided.computeIfAbsent(member, this::decide);
  }

  private PartyDecision decide(CastMember member) {
    Person person = member.person();
    List<Party> current = person == null ? List.of() : registry.partiesOf(person, date);
    for (PartyEvidence evidence : member.parties()) {
      Optional<PartyRef> named = resolver.named(evidence.name(), current);
      if (named.isPresent() && isCredible(evidence, named.get(), person, current)) {
        boolean stillIn = current.stream().anyMatch(party -> isStill(person, party, named.get()));
        String rule = evidence.rule() + variant(evidence.name());
        return evidence.former() && !stillIn
            ? new PartyDecision(null, named.get(), "former " + rule)
            : new PartyDecision(named.get(), null, rule);
      }
    }
    return person == null
        ? PartyDecision.UNKNOWN
        : inRegistry(registry, person, date, member.evidence());
  }

  /** Whether somebody whom the text calls a former member is one to the registry's knowledge. */
  private boolean isStill(@Nullable Person person, Party party, PartyRef named) {
    boolean known =
        person == null || date == null || registry.lastKnown(person, party, date).isEmpty();
    return known && party.id().equals(named.id());
  }

  /** Whether a party is of a country that somebody has no party and no office in. */
  private boolean isForeign(PartyRef named, Person person) {
    Set<String> home = registry.countriesOf(person);
    return !home.isEmpty()
        && registry
            .partyById(named.id())
            .map(Party::country)
            .filter(country -> !home.contains(country))
            .isPresent();
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
  public PartyDecision itself(String name) {
    return resolver
        .alone(name)
        .map(party -> new PartyDecision(party, null, "the party itself" + variant(name)))
        .orElse(PartyDecision.UNKNOWN);
  }

  /** The party that a name means which stands by itself. */
  public Optional<PartyRef> alone(String name) {
    return resolver.alone(name);
  }

  /**
   * What the registry alone says.
   *
   * @param evidence what in the article says that it is this person; null where somebody decided it
   */
  public static PartyDecision inRegistry(
      Registry registry, Person person, @Nullable LocalDate date, @Nullable String evidence) {
    List<Party> current = registry.partiesOf(person, date);
    List<Party> former = registry.formerPartiesOf(person, date);
    String by = evidence == null ? "" : " by " + evidence;
    if (current.size() == 1) {
      Party party = current.getFirst();
      Optional<LocalDate> known =
          date == null ? Optional.empty() : registry.lastKnown(person, party, date);
      if (known.isPresent() && known.get().plusYears(YEARS_TRUSTED).isBefore(date)) {
        return PartyDecision.UNKNOWN;
      }
      String rule =
          known
              .map(day -> "last known a member in " + day.getYear())
              .orElse("member in the registry");
      return new PartyDecision(PartyResolver.named(party, date), null, rule + by);
    }
    if (current.isEmpty() && !former.isEmpty()) {
      PartyRef left = PartyResolver.named(former.getLast(), date);
      return new PartyDecision(null, left, "former member in the registry" + by);
    }
    return PartyDecision.UNKNOWN;
  }

  /**
   * Whether the text outweighs the registry: where the registry knows no current party, knows this
   * one, knows only an old one, or the text has it in brackets, in letters after a comma, or with
   * an office in the party. "Democratic candidate" does not make an independent senator a Democrat.
   */
  private boolean isCredible(
      PartyEvidence evidence, PartyRef named, @Nullable Person person, List<Party> current) {
    if (person != null && isForeign(named, person)) {
      return false;
    }
    if (person == null
        || current.isEmpty()
        || current.stream().anyMatch(party -> party.id().equals(named.id()))) {
      return true;
    }
    boolean plain =
        evidence.office()
            || evidence.rule().equals(PartyReader.BRACKETED)
            || evidence.rule().equals(PartyReader.COMMA);
    return plain
        || date != null
            && current.stream()
                .allMatch(party -> registry.lastKnown(person, party, date).isPresent());
  }
}
