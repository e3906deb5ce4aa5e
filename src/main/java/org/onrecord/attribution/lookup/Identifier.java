package org.onrecord.attribution.lookup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.attribution.party.PartyEvidence;
import org.onrecord.attribution.words.Description;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.attribution.words.OrdinaryWords;
import org.onrecord.registry.Gender;
import org.onrecord.registry.NameMatch;
import org.onrecord.registry.Registry;

/**
 * Decides whether somebody in an article is a person of the registry. A name alone never says so: a
 * full name needs the person's country, office or party in the article, a surname an office or
 * party beside it that the person has on the date, or to be that of a country's leader there. What
 * speaks against it, another trade, another party, a country that the article does not name,
 * outweighs.
 */
public final class Identifier {
  /** A full name is somebody's from this on. */
  private static final double FULL_NAME = 2;

  /** A surname is somebody's from this on. */
  private static final double SURNAME = 4;

  /** By so much the likeliest has to lead the next of the name. */
  private static final double MARGIN = 1;

  private final Registry registry;
  private final PersonEvidence evidence;
  private final Map<Asked, Optional<Identity>> bySurname = new HashMap<>();

  /** What the article says beside a name. */
  public record Asked(
      String name,
      Gender gender,
      Collection<Description> descriptions,
      Collection<PartyEvidence> parties) {
    public Asked {
      descriptions = List.copyOf(descriptions);
      parties = List.copyOf(parties);
    }
  }

  /** One bearer of the name, and how much speaks for it. */
  private record Candidate(NameMatch match, PersonEvidence.Weight weight, double score) {}

  public Identifier(
      Registry registry,
      PersonIndex index,
      @Nullable LocalDate date,
      ArticleCountries countries,
      PartyResolver parties) {
    this.registry = registry;
    this.evidence = new PersonEvidence(registry, index, date, countries, parties);
  }

  /**
   * Notes that somebody of a full name is in the article: one who leads a country, and whose name
   * hardly anybody shares, is evidence of the country for all others.
   */
  public void note(String name) {
    List<NameMatch> matches = registry.named(name);
    if (matches.size() == 1 && matches.getFirst().kind() == NameMatch.Kind.EXACT) {
      evidence.note(matches.getFirst().person(), name);
    }
  }

  /** Who bears a full name. */
  public Optional<Identity> byFullName(Asked asked) {
    List<Candidate> candidates = new ArrayList<>();
    List<NameMatch> matches = registry.named(asked.name());
    if (matches.isEmpty()) {
      return bySurname(asked);
    }
    for (NameMatch match : matches) {
      PersonEvidence.Weight weight = evidence.of(match.person(), asked);
      double score = weight.ofFullName() + evidence.rarity(asked.name(), weight);
      boolean variant = match.kind() == NameMatch.Kind.VARIANT;
      if (!variant || weight.isSpecific()) {
        candidates.add(new Candidate(match, weight, score - (variant ? 0.5 : 0)));
      }
    }
    return best(candidates, FULL_NAME, "full name");
  }

  /** Who bears a surname that stands alone in the article. */
  public Optional<Identity> bySurname(Asked asked) {
    return bySurname.computeIfAbsent(asked, this::findBySurname);
  }

  private Optional<Identity> findBySurname(Asked asked) {
    List<NameMatch> matches = registry.bySurname(asked.name());
    List<Candidate> candidates = new ArrayList<>();
    int active = 0;
    for (NameMatch match : matches) {
      boolean fits =
          asked.gender() == Gender.UNKNOWN
              || match.person().gender() == Gender.UNKNOWN
              || match.person().gender() == asked.gender();
      if (fits) {
        PersonEvidence.Weight weight = evidence.of(match.person(), asked);
        active += weight.isActive() ? 1 : 0;
        if (match.kind() == NameMatch.Kind.EXACT || weight.hasOffice()) {
          candidates.add(new Candidate(match, weight, weight.ofSurname()));
        }
      }
    }
    double only = active <= 1 ? 1 : 0;
    double word = isWord(asked.name()) ? -1.5 : 0;
    List<Candidate> weighed =
        candidates.stream()
            .map(c -> new Candidate(c.match(), c.weight(), c.score() + only + word))
            .toList();
    return best(weighed, SURNAME, "surname");
  }

  /** Whether a surname is as well a given name, a place or an ordinary word. */
  private static boolean isWord(String name) {
    return Lexicon.ENGLISH.isGivenName(name)
        || Lexicon.ENGLISH.isPlace(name)
        || OrdinaryWords.contains(Lexicon.lower(name));
  }

  private static Optional<Identity> best(
      List<Candidate> candidates, double enough, String kindOfName) {
    Candidate best = null;
    double next = Double.NEGATIVE_INFINITY;
    for (Candidate candidate : candidates) {
      if (best == null || candidate.score() > best.score()) {
        next = best == null ? next : best.score();
        best = candidate;
      } else {
        next = Math.max(next, candidate.score());
      }
    }
    if (best == null || best.score() < enough || best.score() - next < MARGIN) {
      return Optional.empty();
    }
    double lead = Math.min(3, best.score() - enough);
    return Optional.of(
        new Identity(
            best.match(), kindOfName + " and " + best.weight().reason(), 0.85 + 0.04 * lead));
  }
}
