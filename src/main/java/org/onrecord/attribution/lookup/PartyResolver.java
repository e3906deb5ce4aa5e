package org.onrecord.attribution.lookup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.PartyRef;
import org.onrecord.attribution.NewsAgencies;
import org.onrecord.attribution.words.Acronyms;
import org.onrecord.attribution.words.Gazetteer;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.attribution.words.NameForm;
import org.onrecord.registry.Party;
import org.onrecord.registry.Registry;

/**
 * Which party a name means in one article. What the article spells out, or calls a news agency,
 * decides; a party of one country is none in an article about another, unless its name is of
 * several words and nobody else's. One of no country, as a newsroom's own file may have it, is one
 * in every article.
 */
public final class PartyResolver {
  /** Letters so few are a place's if they ever are: SF is San Francisco. */
  private static final int SHORT = 3;

  private final Registry registry;
  private final PersonIndex index;
  private final @Nullable LocalDate date;
  private final ArticleCountries countries;
  private final Acronyms acronyms;
  private final Set<String> agencies;

  /**
   * @param acronyms what the article itself spells out
   * @param agencies what it calls news agencies, see {@link NewsAgencies}
   */
  public PartyResolver(
      Registry registry,
      PersonIndex index,
      @Nullable LocalDate date,
      ArticleCountries countries,
      Acronyms acronyms,
      Set<String> agencies) {
    this.registry = registry;
    this.index = index;
    this.date = date;
    this.countries = countries;
    this.acronyms = acronyms;
    this.agencies = agencies;
  }

  /** The party that a name means which stands by itself and is no news agency's. */
  public Optional<PartyRef> alone(String name) {
    boolean title = Lexicon.ENGLISH.title(name).isPresent();
    if (agencies.contains(name) || Lexicon.ENGLISH.isOrganisation(name) || title) {
      return Optional.empty();
    }
    Optional<PartyRef> whole = named(name, List.of()).filter(party -> isOpenly(name, party));
    return whole.or(() -> ofPlace(name));
  }

  /** A party's branch: the Florida Democratic Party, the Delhi BJP. */
  private Optional<PartyRef> ofPlace(String name) {
    for (int space = name.indexOf(' '); space > 0; space = name.indexOf(' ', space + 1)) {
      List<Gazetteer.Place> places = Gazetteer.ENGLISH.places(name.substring(0, space));
      String party = name.substring(space + 1);
      Optional<PartyRef> branch =
          places.isEmpty()
              ? Optional.empty()
              : named(party, List.of()).filter(found -> isAt(places, found));
      if (branch.isPresent()) {
        return branch;
      }
    }
    return Optional.empty();
  }

  private boolean isAt(List<Gazetteer.Place> places, PartyRef named) {
    return registry
        .partyById(named.id())
        .filter(party -> places.stream().anyMatch(at -> at.country().equals(party.country())))
        .isPresent();
  }

  /**
   * The party that a name beside somebody means.
   *
   * @param own the parties that this person belongs or belonged to, which come first
   */
  public Optional<PartyRef> named(String name, Collection<Party> own) {
    Optional<String> spelled = acronyms.expansion(name);
    String written = spelled.orElse(name);
    List<Party> parties =
        registry.parties(written).stream().filter(party -> mayMean(written, party)).toList();
    for (Party party : parties) {
      if (own.contains(party)) {
        return Optional.of(named(party, date));
      }
    }
    parties = parties.stream().filter(party -> isPlain(written, party)).toList();
    List<Party> here = here(parties);
    if (here.size() == 1) {
      return Optional.of(named(here.getFirst(), date));
    }
    boolean sole =
        parties.size() == 1
            && (isDistinct(written)
                || parties.getFirst().country() == null
                || countries.isEmpty() && index.isLarge(parties.getFirst()));
    if (sole) {
      return Optional.of(named(parties.getFirst(), date));
    }
    boolean undecided = parties.size() > 1 && (countries.isEmpty() || here.size() > 1);
    return undecided ? Optional.of(unknownOf(parties, name)) : Optional.empty();
  }

  /**
   * Whether a name can mean a party: not where it is a place's or a body's of another country: CDC,
   * UP, DC.
   */
  private static boolean mayMean(String name, Party party) {
    List<Gazetteer.Place> places = new ArrayList<>(Gazetteer.ENGLISH.places(name));
    if (name.contains(".")) {
      places.addAll(Gazetteer.ENGLISH.places(name.replace(".", "")));
      places.addAll(Gazetteer.ENGLISH.places(name + "."));
    }
    boolean weak = name.length() > SHORT;
    return places.isEmpty()
        || places.stream()
            .anyMatch(place -> weak && place.weak() || place.country().equals(party.country()));
  }

  /**
   * Whether a name is plainly a party's: reform, action and green are ordinary words, and mean one
   * only where it is large.
   */
  private boolean isPlain(String name, Party party) {
    return !Lexicon.ENGLISH.isPartyWord(name) || party.country() == null || index.isLarge(party);
  }

  /**
   * Whether a name that stands by itself is openly a party's: letters and several words are, one
   * word where the article is about the party's country before all others: Conservatives are
   * everywhere.
   */
  private boolean isOpenly(String name, PartyRef named) {
    return !Lexicon.ENGLISH.isPartyWord(name)
        || registry
            .partyById(named.id())
            .map(Party::country)
            .filter(home -> home.equals(countries.main().orElse(home)))
            .isPresent();
  }

  /** A party of which the article does not say of which country it is. */
  private static PartyRef unknownOf(List<Party> parties, String name) {
    String label = parties.getFirst().name();
    boolean oneLabel = parties.stream().allMatch(party -> party.name().equals(label));
    String shown = oneLabel ? label : name;
    return new PartyRef(NameForm.slug(shown), shown);
  }

  /** Those of the country that the article names most of theirs, if it names any. */
  private List<Party> here(List<Party> parties) {
    List<Party> best = new ArrayList<>();
    double most = 0;
    for (Party party : parties) {
      Set<String> home = party.country() == null ? Set.of() : Set.of(party.country());
      double weight = countries.isAbout(home) && exists(party) ? countries.weight(home) : 0;
      if (weight > most) {
        best.clear();
        most = weight;
      }
      if (weight > 0 && weight == most) {
        best.add(party);
      }
    }
    return best;
  }

  private boolean exists(Party party) {
    return date == null || party.period().contains(date) || !party.period().startsAfter(date);
  }

  /** Whether a name is of several words, so that it hardly means anything else. */
  private static boolean isDistinct(String name) {
    return name.strip().contains(" ");
  }

  /** A party under the name it bore on the date. */
  public static PartyRef named(Party party, @Nullable LocalDate date) {
    return new PartyRef(party.id(), date == null ? party.name() : party.nameOn(date));
  }
}
