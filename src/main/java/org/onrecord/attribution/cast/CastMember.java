package org.onrecord.attribution.cast;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.onrecord.attribution.lookup.Identifier;
import org.onrecord.attribution.lookup.Identity;
import org.onrecord.attribution.names.NameMention;
import org.onrecord.attribution.names.Position;
import org.onrecord.attribution.party.PartyEvidence;
import org.onrecord.attribution.words.Description;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.attribution.words.NameForm;
import org.onrecord.registry.Gender;
import org.onrecord.registry.NameMatch;
import org.onrecord.registry.Person;

/**
 * Somebody in an article: the names used, what the text says of them, and who that is in the
 * registry. Made by {@link Cast}.
 */
public final class CastMember implements Antecedent {
  /** What more the text says of somebody is not noted. */
  private static final int MOST_DESCRIPTIONS = 100;

  private final NavigableSet<Position> places = new TreeSet<>();
  private final NavigableSet<Position> fullNames = new TreeSet<>();
  private final Set<Description> descriptions = new LinkedHashSet<>();
  private final List<PartyEvidence> parties = new ArrayList<>();
  private List<String> fullest;
  private String first;
  private String last;
  private Gender gender = Gender.UNKNOWN;
  private @Nullable Person person;
  private @Nullable String spelling;
  private @Nullable String evidence;

  CastMember(List<String> name) {
    fullest = name;
    first = NameForm.fold(name.getFirst());
    last = surname(name);
  }

  void add(NameMention mention) {
    if (mention.words().size() > fullest.size()) {
      fullest = mention.words();
      first = NameForm.fold(fullest.getFirst());
      last = surname(fullest);
    }
    places.add(mention.position());
    if (mention.words().size() > 1) {
      fullNames.add(mention.position());
    }
    if (descriptions.size() < MOST_DESCRIPTIONS) {
      descriptions.addAll(mention.descriptions());
    }
    if (mention.party() != null) {
      parties.add(mention.party());
    }
    if (gender == Gender.UNKNOWN) {
      gender = mention.gender();
    }
  }

  /** Adds what is said of this person beside the text. */
  void describe(List<Description> said) {
    if (descriptions.size() < MOST_DESCRIPTIONS) {
      descriptions.addAll(said);
    }
  }

  /** Says who it is. */
  void identify(Identity identity) {
    NameMatch match = identity.match();
    Person who = match.person();
    person = who;
    evidence = identity.evidence();
    spelling = match.kind() == NameMatch.Kind.VARIANT ? match.spelling() : null;
    if (who.gender() != Gender.UNKNOWN) {
      gender = who.gender();
    }
  }

  /** The fullest name that the article uses. */
  public List<String> name() {
    return fullest;
  }

  /** Whether it is known who this is: a given name or a surname alone may be anybody's. */
  public boolean hasWholeName() {
    return person != null || name().size() > 1;
  }

  /** The surname, folded. */
  public String last() {
    return last;
  }

  private static String surname(List<String> name) {
    String last = NameForm.fold(name.getLast());
    return NameForm.isSuffix(last) && name.size() > 2
        ? NameForm.fold(name.get(name.size() - 2))
        : last;
  }

  /** How the article's name differs from the registry's, where it does. */
  public Optional<String> variant() {
    if (spelling == null) {
      return Optional.empty();
    }
    List<String> words = List.of(spelling.split(" "));
    int from = fullest.size() == 1 ? words.size() - 1 : 0;
    return SpellingVariant.of(
        String.join(" ", fullest), String.join(" ", words.subList(from, words.size())));
  }

  /** The fullest name's first word, folded. */
  String first() {
    return first;
  }

  /** The registry's name where it is known who it is, else the article's. */
  public String displayName() {
    return person != null ? person.name() : String.join(" ", name());
  }

  public String id() {
    return person != null ? person.id() : NameForm.slug(displayName());
  }

  @Override
  public Gender gender() {
    if (gender == Gender.UNKNOWN && name().size() > 1) {
      return Lexicon.ENGLISH.genderOfGivenName(name().getFirst());
    }
    return gender;
  }

  public @Nullable Person person() {
    return person;
  }

  /** What in the article says which person of the registry it is; null where none is known. */
  @Nullable String evidence() {
    return evidence;
  }

  /** What the article says of this person, for the registry to find out who that is. */
  Identifier.Asked asked() {
    return new Identifier.Asked(String.join(" ", name()), gender(), descriptions, parties);
  }

  /** What the text says of this person, each once. */
  public Collection<Description> descriptions() {
    return descriptions;
  }

  /** Whether the text calls this person somebody's wife, brother or the like. */
  public boolean isRelative() {
    return descriptions.stream().anyMatch(d -> d.role().kind() == Lexicon.RoleKind.RELATION);
  }

  List<PartyEvidence> parties() {
    return parties;
  }

  public int timesNamed() {
    return places.size();
  }

  /** Where this person was named last before a place. */
  public Optional<Position> lastNamed(Position before) {
    return Optional.ofNullable(places.lower(before));
  }

  /** Whether this person was named by more than a word in the same paragraph before a place. */
  boolean isNamedInFull(Position before) {
    Position found = fullNames.lower(before);
    return found != null && found.paragraph() == before.paragraph();
  }

  /** Whether a word, folded, is one of the name's. */
  public boolean isCalled(String word) {
    return name().stream().anyMatch(own -> NameForm.fold(own).equals(word));
  }
}
