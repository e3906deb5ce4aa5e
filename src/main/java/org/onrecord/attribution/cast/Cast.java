package org.onrecord.attribution.cast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.attribution.lookup.Identifier;
import org.onrecord.attribution.lookup.Identity;
import org.onrecord.attribution.names.FeedNames;
import org.onrecord.attribution.names.FeedNames.FeedPerson;
import org.onrecord.attribution.names.NameMention;
import org.onrecord.attribution.names.NameMention.Kind;
import org.onrecord.attribution.names.Position;
import org.onrecord.attribution.words.BodyNouns;
import org.onrecord.attribution.words.Description;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.attribution.words.NameForm;
import org.onrecord.attribution.words.OrganisationSigns;
import org.onrecord.registry.Gender;
import org.onrecord.registry.Registry;
import org.onrecord.registry.Spellings;
import org.onrecord.registry.TransliterationKey;
import org.onrecord.segment.Paragraph;

/** The people of one article, and which of them each name in it stands for. */
public final class Cast {
  private static final String FULL_NAME = "full name";
  private static final double SURE = 0.97;

  /** What a rule says of a name that the text never gives in full. */
  private static final String BY_FEED = ", whole name by the feed";

  /** How sure a name is that only the feed gives in full, at the most. */
  private static final double BY_FEED_SURE = 0.9;

  private final Registry registry;
  private final NameIndex index;
  private final Identifier identifier;
  private final ShortNames shortNames;
  private final Map<Position, Resolved> resolved = new HashMap<>();
  private final Set<CastMember> byFeed = new HashSet<>();

  /** Who a name stands for, by which rule, and how sure that is. */
  public record Resolved(CastMember member, String rule, double confidence) {}

  private Cast(
      Registry registry, @Nullable LocalDate date, Identifier identifier, Set<String> smallWords) {
    this.registry = registry;
    this.identifier = identifier;
    index = new NameIndex(registry);
    shortNames =
        new ShortNames(registry, index, new Disambiguator(registry, date), identifier, smallWords);
  }

  /**
   * The cast of an article.
   *
   * @param identifier says who of the registry they are
   * @param names every name found in it, in order
   * @param sources the names that stand in sources of quotations: they speak, so they are somebody
   * @param smallWords the words that the article writes in small letters
   * @param feed whom the article's feed names beside the text
   */
  public static Cast of(
      Registry registry,
      @Nullable LocalDate date,
      Identifier identifier,
      List<NameMention> names,
      Set<Position> sources,
      Set<String> smallWords,
      FeedNames feed) {
    Cast cast = new Cast(registry, date, identifier, smallWords);
    cast.addFullNames(names, sources);
    for (CastMember member : cast.members()) {
      identifier.note(String.join(" ", member.name()));
      FeedPerson known = feed.person(member.name());
      if (known != null) {
        member.describe(known.descriptions());
      }
    }
    cast.identify();
    cast.addByFeed(names, feed);
    cast.resolveAll(names, sources);
    cast.identify();
    return cast;
  }

  public Collection<CastMember> members() {
    return index.members();
  }

  /** Whether a word that opens its sentence is likely no name at all. */
  public boolean isOrdinary(NameMention name) {
    return shortNames.isOrdinary(name);
  }

  public Optional<Resolved> at(NameMention mention) {
    return Optional.ofNullable(resolved.get(mention.position()));
  }

  /** The one whose surname a word is and who was named in full before a place. */
  public Optional<CastMember> bearer(String word, Position before) {
    String last = NameForm.fold(word);
    List<CastMember> bearers =
        index.withWord(last).stream()
            .filter(member -> member.last().equals(last) && member.name().size() > 1)
            .filter(member -> member.lastNamed(before).isPresent())
            .toList();
    return bearers.size() == 1 ? Optional.of(bearers.getFirst()) : Optional.empty();
  }

  /** The names of members in a paragraph where every word is capitalised. */
  public List<NameMention> known(Paragraph paragraph) {
    List<NameMention> names = new ArrayList<>();
    for (HeadlineMembers.Found found : HeadlineMembers.find(index, paragraph)) {
      names.add(found.mention());
      resolved.put(
          found.mention().position(), new Resolved(found.member(), "name in a headline", 0.9));
    }
    return names;
  }

  private void addFullNames(List<NameMention> names, Set<Position> sources) {
    Set<String> alone = alone(names);
    for (NameMention name : names) {
      Resolved who = isFullName(name, alone, sources) ? fullName(name) : null;
      if (who != null) {
        who.member().add(name);
        index.index(who.member());
        resolved.put(name.position(), who);
      }
    }
  }

  /**
   * Those whom the text calls by surname alone and the feed by a whole name: where of all whom text
   * and feed name one alone bears it, and the surname is not evidently another's.
   */
  private void addByFeed(List<NameMention> names, FeedNames feed) {
    Map<String, List<FeedPerson>> byLast = new LinkedHashMap<>();
    for (FeedPerson person : feed.people()) {
      byLast.computeIfAbsent(person.last(), _ -> new ArrayList<>()).add(person);
    }
    for (List<FeedPerson> bearers : byLast.values()) {
      FeedPerson person = bearers.getFirst();
      if (bearers.size() == 1
          && person.words().size() > 1
          && !index.isFull()
          && index.withWord(person.last()).isEmpty()
          && names.stream().anyMatch(name -> isCalled(name, person))
          && names.stream().noneMatch(name -> isCalled(name, person) && isAnother(name, person))) {
        CastMember member = index.add(person.words());
        member.describe(person.descriptions());
        byFeed.add(member);
        identifier.note(String.join(" ", person.words()));
      }
    }
  }

  /** Whether a name is a person's surname alone. */
  private static boolean isCalled(NameMention name, FeedPerson person) {
    return name.words().size() == 1 && NameForm.fold(name.last()).equals(person.last());
  }

  /** Whether a surname is evidently somebody else's, or of the other sex. */
  private boolean isAnother(NameMention name, FeedPerson person) {
    String whole = String.join(" ", person.words());
    Gender given = Lexicon.ENGLISH.genderOfGivenName(person.words().getFirst());
    boolean other =
        name.gender() != Gender.UNKNOWN && given != Gender.UNKNOWN && name.gender() != given;
    return other
        || shortNames
            .inRegistry(name)
            .filter(who -> registry.named(whole).stream().noneMatch(m -> m.person().equals(who)))
            .isPresent();
  }

  /** The words that are names by themselves somewhere, folded and as keys of transliteration. */
  private Set<String> alone(List<NameMention> names) {
    Set<String> alone = new HashSet<>();
    for (NameMention name : names) {
      if (name.words().size() == 1) {
        alone.add(NameForm.fold(name.last()));
        if (registry.spellings() == Spellings.VARIANTS
            && name.last().length() >= ShortNames.SHORTEST_VARIANT) {
          alone.add(TransliterationKey.of(name.last()));
        }
      }
    }
    return alone;
  }

  private @Nullable Resolved fullName(NameMention name) {
    CastMember same = index.sameName(name);
    if (same != null) {
      return new Resolved(same, FULL_NAME, SURE);
    }
    CastMember similar = index.sameInVariant(name);
    if (similar != null) {
      String rule =
          SpellingVariant.of(name.name(), String.join(" ", similar.name()))
              .map(variant -> FULL_NAME + ", " + variant)
              .orElse(FULL_NAME);
      return new Resolved(similar, rule, SURE);
    }
    return index.isFull() ? null : new Resolved(index.add(name.words()), FULL_NAME, SURE);
  }

  /**
   * Whether words are somebody's full name: a person's by itself, or unknown but called by its last
   * word elsewhere, described, or speaking. What opens a sentence may begin with an ordinary word,
   * "Understated" Perez, so that a known surname there proves nothing.
   */
  private boolean isFullName(NameMention name, Set<String> alone, Set<Position> sources) {
    int size = name.words().size();
    if (size < 2 || size > 5 || isOffice(name)) {
      return false;
    }
    boolean called =
        (alone.contains(NameForm.fold(name.last()))
                || alone.contains(TransliterationKey.of(name.last())))
            && !(name.opens() && !registry.bySurname(name.last()).isEmpty())
            && !Lexicon.ENGLISH.isPlace(name.last());
    boolean described = !name.descriptions().isEmpty();
    boolean likely = called || described || sources.contains(name.position());
    boolean plain =
        name.opens()
            && !called
            && !described
            && !Lexicon.ENGLISH.isGivenName(name.words().getFirst());
    boolean calledPerson =
        (name.kind() == Kind.PLACE || name.kind() == Kind.THING)
            && size < 4
            && described
            && !OrganisationSigns.isAbbreviation(name.last())
            && sources.contains(name.position())
            && name.descriptions().stream().anyMatch(Cast::isOne)
            && !Lexicon.ENGLISH.isPlace(name.name())
            && !Lexicon.ENGLISH.isPlace(name.words().getFirst());
    return name.kind() == Kind.PERSON
        || name.kind() == Kind.UNKNOWN && likely && !plain
        || calledPerson;
  }

  /** Whether words are an office's or a body's: Education Minister, Conservator of Forests. */
  private static boolean isOffice(NameMention name) {
    if (name.titled() || Lexicon.ENGLISH.isGivenName(name.words().getFirst())) {
      return false;
    }
    String last = name.last();
    int of = name.words().indexOf("of");
    String head = of > 0 ? name.words().get(of - 1) : last;
    boolean office =
        Lexicon.ENGLISH
            .role(head)
            .filter(role -> role.kind() == Lexicon.RoleKind.OFFICE)
            .isPresent();
    return office || BodyNouns.ENGLISH.body(last).isPresent();
  }

  /** Whether a description is of one person: treasurer, no company. */
  private static boolean isOne(Description description) {
    return description.role().kind() == Lexicon.RoleKind.OFFICE
        || description.role().kind() == Lexicon.RoleKind.WORK;
  }

  /** Finds out who they are, by all that the article has said of each so far. */
  private void identify() {
    for (CastMember member : index.members()) {
      if (member.person() == null) {
        Identifier.Asked asked = member.asked();
        (member.name().size() == 1 ? identifier.bySurname(asked) : identifier.byFullName(asked))
            .ifPresent(member::identify);
      }
    }
  }

  /** Somebody whom the article means without a name, by an office that one person holds. */
  public CastMember holding(Identity identity) {
    for (CastMember member : index.members()) {
      if (identity.match().person().equals(member.person())) {
        return member;
      }
    }
    CastMember member = index.add(List.of(identity.match().person().name().split(" ")));
    member.identify(identity);
    return member;
  }

  /** Says that a whole name is the feed's. */
  private Resolved told(Resolved who) {
    return byFeed.contains(who.member())
        ? new Resolved(who.member(), who.rule() + BY_FEED, Math.min(BY_FEED_SURE, who.confidence()))
        : who;
  }

  private void resolveAll(List<NameMention> names, Set<Position> sources) {
    for (NameMention name : names) {
      if (resolved.containsKey(name.position())
          || name.kind() == Kind.ORGANISATION
          || name.kind() == Kind.THING
          || name.kind() == Kind.PLACE && !sources.contains(name.position())) {
        continue;
      }
      CastMember same = name.words().size() > 1 ? index.sameName(name) : null;
      if (same != null) {
        same.add(name);
        resolved.put(name.position(), new Resolved(same, FULL_NAME, SURE));
        continue;
      }
      boolean shortened = name.words().size() == 1 || name.titled() || name.opens();
      boolean speaks = sources.contains(name.position());
      Resolved who = shortened ? shortNames.resolve(name, speaks) : null;
      if (who != null) {
        who.member().add(name);
        resolved.put(name.position(), told(who));
      }
    }
  }
}
