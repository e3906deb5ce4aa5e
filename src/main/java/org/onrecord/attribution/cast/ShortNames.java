package org.onrecord.attribution.cast;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.attribution.cast.Cast.Resolved;
import org.onrecord.attribution.lookup.Identifier;
import org.onrecord.attribution.lookup.Identity;
import org.onrecord.attribution.lookup.OfficeFit;
import org.onrecord.attribution.names.NameMention;
import org.onrecord.attribution.names.NameMention.Kind;
import org.onrecord.attribution.words.Description;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.attribution.words.NameForm;
import org.onrecord.registry.Membership;
import org.onrecord.registry.NameMatch;
import org.onrecord.registry.Person;
import org.onrecord.registry.Registry;
import org.onrecord.registry.TransliterationKey;

/** Whom a surname or another part of a name stands for, in the article or in the registry. */
public final class ShortNames {
  /** The rule of a surname that several of the article bear. */
  public static final String OF_SEVERAL = "surname of several";

  /** The rule of a word that several of the article have in their names, not last. */
  public static final String PART_OF_SEVERAL = "part of several names";

  /** A shorter word is no other spelling of a name: too many short names sound alike. */
  static final int SHORTEST_VARIANT = 4;

  private final Registry registry;
  private final NameIndex index;
  private final Disambiguator disambiguator;
  private final Identifier identifier;
  private final Set<String> smallWords;

  ShortNames(
      Registry registry,
      NameIndex index,
      Disambiguator disambiguator,
      Identifier identifier,
      Set<String> smallWords) {
    this.registry = registry;
    this.index = index;
    this.disambiguator = disambiguator;
    this.identifier = identifier;
    this.smallWords = smallWords;
  }

  /**
   * Whom a name stands for; null for nobody.
   *
   * @param speaks whether it stands in the source of a quotation
   */
  @Nullable Resolved resolve(NameMention name, boolean speaks) {
    String word = NameForm.fold(name.last());
    List<CastMember> holders =
        index.withWord(word).stream().filter(member -> member.mayBe(name.gender())).toList();
    List<CastMember> byLast = holders.stream().filter(m -> m.last().equals(word)).toList();
    Identity holder = byLast.isEmpty() ? null : officeHolder(name, byLast);
    if (holder != null) {
      return new Resolved(memberOf(holder, name), "surname in the registry", holder.confidence());
    }
    if (!byLast.isEmpty()) {
      return byLast.size() == 1
          ? new Resolved(byLast.getFirst(), "surname", 0.95)
          : new Resolved(disambiguator.likeliest(byLast, name), OF_SEVERAL, 0.8);
    }
    if (!holders.isEmpty()) {
      if (name.determined() && name.words().size() == 1 && !name.titled()) {
        return null;
      }
      return holders.size() == 1
          ? new Resolved(holders.getFirst(), "part of the name", 0.85)
          : new Resolved(disambiguator.likeliest(holders, name), PART_OF_SEVERAL, 0.6);
    }
    boolean nameless =
        name.kind() == Kind.ROLE
            || name.kind() == Kind.PLACE && !name.titled()
            || name.name().codePointCount(0, name.name().length()) == 1;
    if (nameless) {
      return null;
    }
    Resolved variant = inVariant(name);
    return variant != null ? variant : fromRegistry(name, speaks);
  }

  /**
   * Who of the registry holds the office before a surname, "President Alder", where it may be none
   * of those who are named in full: Grandpa Alder is another, and so is an Alder who never was
   * president; or null.
   */
  private @Nullable Identity officeHolder(NameMention name, List<CastMember> members) {
    boolean office = name.words().size() == 1 && hasOffice(name.descriptions());
    boolean theirs = members.stream().anyMatch(member -> mayHold(member, name.descriptions()));
    return office && !theirs ? identifier.bySurname(asked(name)).orElse(null) : null;
  }

  /** Whether one of these offices may be a member's, by the article or by the registry. */
  private static boolean mayHold(CastMember member, Collection<Description> offices) {
    return offices.stream()
        .filter(ShortNames::isOffice)
        .map(office -> office.role().name())
        .anyMatch(
            office ->
                member.descriptions().stream().anyMatch(own -> own.role().name().equals(office))
                    || isInRegistry(member.person(), office));
  }

  private static boolean isInRegistry(@Nullable Person person, String office) {
    return person != null
        && person.memberships().stream()
            .map(Membership::role)
            .filter(Objects::nonNull)
            .anyMatch(role -> OfficeFit.isHead(office, role));
  }

  private static boolean hasOffice(Collection<Description> descriptions) {
    return descriptions.stream().anyMatch(ShortNames::isOffice);
  }

  private static boolean isOffice(Description description) {
    return description.role().kind() == Lexicon.RoleKind.OFFICE;
  }

  /**
   * The one member of whose name the word is another transliteration; nobody where the registry has
   * somebody with the word itself for a surname.
   */
  private @Nullable Resolved inVariant(NameMention name) {
    if (name.last().length() < SHORTEST_VARIANT) {
      return null;
    }
    List<CastMember> holders =
        index.withVariant(name.last()).stream()
            .filter(member -> member.mayBe(name.gender()))
            .toList();
    boolean known =
        registry.bySurname(name.last()).stream().anyMatch(m -> m.kind() == NameMatch.Kind.EXACT);
    if (holders.size() != 1 || known) {
      return null;
    }
    CastMember member = holders.getFirst();
    String key = TransliterationKey.of(name.last());
    String word =
        member.name().stream()
            .filter(own -> TransliterationKey.of(own).equals(key))
            .findFirst()
            .orElse(member.last());
    boolean surname = TransliterationKey.of(member.last()).equals(key);
    String rule = surname ? "surname" : "part of the name";
    return SpellingVariant.of(name.last(), word)
        .map(variant -> new Resolved(member, rule + ", " + variant, surname ? 0.85 : 0.75))
        .orElse(null);
  }

  /** Somebody whom the article never names in full: known to the registry, or by surname alone. */
  private @Nullable Resolved fromRegistry(NameMention name, boolean speaks) {
    boolean likely = name.kind() == Kind.PERSON || name.titled();
    boolean thing = speaks && name.words().size() == 1 && name.determined() && !name.titled();
    if (thing || name.words().size() > 1 && !likely) {
      return null;
    }
    Optional<Identity> identity =
        name.words().size() == 1 ? identifier.bySurname(asked(name)) : Optional.empty();
    if (identity.isPresent() && (!name.opens() || likely || speaks)) {
      CastMember member = memberOf(identity.get(), name);
      return new Resolved(member, "surname in the registry", identity.get().confidence());
    }
    boolean somebody = likely || speaks && name.kind() != Kind.PLACE && !isOrdinary(name);
    if (somebody && !index.isFull()) {
      return new Resolved(index.add(name.words()), "name alone", 0.5);
    }
    return null;
  }

  /** Who of the registry bears a surname by all that the article says around it. */
  Optional<Person> inRegistry(NameMention name) {
    return identifier.bySurname(asked(name)).map(identity -> identity.match().person());
  }

  private static Identifier.Asked asked(NameMention name) {
    return new Identifier.Asked(
        name.last(),
        name.gender(),
        name.descriptions(),
        name.party() == null ? List.of() : List.of(name.party()));
  }

  private CastMember memberOf(Identity identity, NameMention name) {
    for (CastMember member : index.members()) {
      if (identity.match().person().equals(member.person())) {
        return member;
      }
    }
    CastMember member = index.add(name.words());
    member.identify(identity);
    return member;
  }

  /**
   * Whether a word that opens its sentence is likely no name at all: the article has it in small
   * letters too, or it is a plural.
   */
  boolean isOrdinary(NameMention name) {
    String word = Lexicon.lower(name.last());
    return name.opens()
        && name.words().size() == 1
        && !name.titled()
        && (smallWords.contains(word)
            || word.length() > 4 && word.endsWith("ly") && registry.bySurname(name.last()).isEmpty()
            || word.endsWith("s") && registry.bySurname(name.last()).isEmpty());
  }
}
