package org.onrecord.attribution.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.PartyRef;
import org.onrecord.attribution.cast.Cast;
import org.onrecord.attribution.cast.CastMember;
import org.onrecord.attribution.cast.Focus;
import org.onrecord.attribution.cast.PartyFinder;
import org.onrecord.attribution.lookup.Identity;
import org.onrecord.attribution.lookup.OfficeFit;
import org.onrecord.attribution.lookup.OfficeHolders;
import org.onrecord.attribution.names.Position;
import org.onrecord.attribution.words.Acronyms;
import org.onrecord.attribution.words.Description;
import org.onrecord.attribution.words.Gazetteer;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.attribution.words.Lexicon.RoleKind;
import org.onrecord.attribution.words.NameForm;
import org.onrecord.attribution.words.RolePhrases;
import org.onrecord.registry.Office;
import org.onrecord.registry.Party;
import org.onrecord.registry.Registry;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.Token;

/**
 * Resolves descriptions to people of the article: "the former prime minister", "the Kentucky
 * Republican".
 */
public final class Nominals {
  /** The rule of who holds an office by the registry. */
  static final String HOLDER = "holder of the office on the date";

  private static final Set<String> DEFINITE = Set.of("the", "this", "that", "his", "her", "their");

  /** Descriptions fit from this score on. */
  private static final int ENOUGH = 3;

  /** So many different descriptions of an article are resolved. */
  private static final int MOST_DESCRIPTIONS = 1_000;

  /** What fits more people than this, as "the minister" in a list of them, means nobody. */
  private static final int MOST_ALIKE = 100;

  /** What offices are of that are called by the house they are in. */
  private static final Map<String, Set<String>> SEATS =
      Map.of(
          "pentagon", Set.of("defense"),
          "treasury", Set.of("finance"),
          "kremlin", Set.of("russia", "russian"),
          "elysee", Set.of("france", "french"),
          "vatican", Set.of("pope"));

  private final Registry registry;
  private final @Nullable LocalDate date;
  private final Cast cast;
  private final OfficeHolders holders;
  private final Acronyms acronyms;
  private final PartyFinder parties;
  private final Map<Description, List<CastMember>> likeliest = new HashMap<>();

  /**
   * @param acronyms what the article spells out
   */
  public Nominals(
      Registry registry,
      @Nullable LocalDate date,
      Cast cast,
      OfficeHolders holders,
      Acronyms acronyms,
      PartyFinder parties) {
    this.parties = parties;
    this.acronyms = acronyms;
    this.registry = registry;
    this.date = date;
    this.cast = cast;
    this.holders = holders;
  }

  /** A description in the text. */
  public record Nominal(int paragraph, int first, int end, Description description) {}

  /** The definite descriptions of a paragraph that stand alone, not before a name. */
  public static List<Nominal> find(Paragraph paragraph) {
    List<Token> tokens = paragraph.tokens();
    List<Nominal> found = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).plain().equals("the")) {
        Nominal nominal = at(paragraph, i, Math.min(tokens.size(), i + 8));
        if (nominal != null) {
          found.add(nominal);
          i = nominal.end() - 1;
        }
      }
    }
    return found;
  }

  private static @Nullable Nominal at(Paragraph paragraph, int the, int limit) {
    List<Token> tokens = paragraph.tokens();
    for (int i = the + 1; i < limit && tokens.get(i).isWord(); i++) {
      Optional<RolePhrases.Found> role = RolePhrases.at(tokens, i, limit);
      if (role.isPresent()) {
        int end = role.get().end();
        boolean goesOn = end < tokens.size() && continues(tokens.get(end));
        if (goesOn || role.get().role().kind() == RoleKind.GROUP) {
          return null;
        }
        return new Nominal(
            paragraph.ordinal(),
            the,
            end,
            RolePhrases.description(tokens, role.get(), the + 1, end));
      }
    }
    return null;
  }

  /** Whether the phrase goes on: a name, a possessive, or another noun of the same phrase. */
  private static boolean continues(Token next) {
    return next.isCapitalised()
        || Lexicon.isPossessive(next.text())
        || Lexicon.ENGLISH.role(next.text()).isPresent();
  }

  /** The description that a phrase gives: its first role with all words around it. */
  public static Optional<Description> describe(List<Token> tokens, int first, int end) {
    RolePhrases.Found role = RolePhrases.firstIn(tokens, first, end);
    return role == null
        ? Optional.empty()
        : Optional.of(RolePhrases.description(tokens, role, first, end));
  }

  static boolean isDefinite(Token token) {
    return DEFINITE.contains(token.plain());
  }

  /**
   * The one member who fits best by what the text says or by the offices on the date; of several
   * the one named last; empty where none fits, or several that are not named before. "The
   * president" is the holder of that office in the article's country, unless the paragraph has
   * named another whom the words fit.
   */
  public Optional<Cast.Resolved> resolve(Description asked, Position before) {
    Description description = widened(asked);
    CastMember best = null;
    Position last = null;
    List<CastMember> likeliest = likeliest(description);
    for (CastMember member : likeliest) {
      Optional<Position> named = member.lastNamed(before);
      if (named.isPresent() && (last == null || named.get().compareTo(last) > 0)) {
        best = member;
        last = named.get();
      }
    }
    if (best == null && likeliest.size() == 1) {
      best = likeliest.getFirst();
    }
    Optional<Identity> holder = holders.of(description);
    boolean near = last != null && last.paragraph() == before.paragraph();
    boolean other = best != null && (near || isInOffice(best, description));
    if (holder.isPresent() && (best == null ? likeliest.isEmpty() : !other)) {
      return holder.map(held -> new Cast.Resolved(cast.holding(held), HOLDER, 0.8));
    }
    if (best == null || last == null && holders.isElsewhere(description, countriesOf(best))) {
      return Optional.empty();
    }
    boolean said = byText(best, description) >= byOffice(best, description);
    return Optional.of(
        said
            ? new Cast.Resolved(best, "described so in the article", 0.88)
            : new Cast.Resolved(best, "office in the registry", 0.82));
  }

  /** Whether somebody holds on the date an office that is called so, of whatever country. */
  private boolean isInOffice(CastMember member, Description description) {
    return member.person() != null
        && registry.officesOf(member.person(), date).stream()
            .anyMatch(
                office ->
                    Lexicon.lower(office.role()).startsWith(description.role().name() + " of "));
  }

  /** With the words that letters in it stand for, and what a seat's name means. */
  private Description widened(Description asked) {
    Set<String> more = new HashSet<>();
    for (String modifier : asked.modifiers()) {
      acronyms
          .expansion(modifier.toUpperCase(Locale.ROOT))
          .ifPresent(words -> more.addAll(List.of(Lexicon.lower(words).split("[^\\p{L}]+"))));
      more.addAll(SEATS.getOrDefault(modifier, Set.of()));
    }
    if (more.isEmpty()) {
      return asked;
    }
    more.addAll(asked.modifiers());
    return new Description(asked.role(), asked.former(), more);
  }

  /** Who holds the office by which a transcript's label calls somebody: "THE PRESIDENT:". */
  Optional<Cast.Resolved> labelled(Description description) {
    return holders
        .atHome(description)
        .map(held -> new Cast.Resolved(cast.holding(held), HOLDER, 0.85));
  }

  /** The member whom the article describes so, by its words alone. */
  Optional<Cast.Resolved> described(Description description, Position before) {
    return resolve(description, before)
        .filter(found -> byText(found.member(), description) >= ENOUGH);
  }

  /** The members whom a description fits best, well enough and all alike. */
  private List<CastMember> likeliest(Description description) {
    List<CastMember> known = likeliest.get(description);
    if (known != null || likeliest.size() >= MOST_DESCRIPTIONS) {
      return known == null ? List.of() : known;
    }
    List<CastMember> found = new ArrayList<>();
    int top = ENOUGH;
    Set<String> home = Gazetteer.ENGLISH.countriesOfAdjectives(description.modifiers());
    for (CastMember member : cast.members()) {
      if (member.mayBe(description.role().gender()) && mayBeFrom(member, home)) {
        int score = Math.max(byText(member, description), byOffice(member, description));
        if (score > top) {
          found.clear();
          top = score;
        }
        if (score == top) {
          found.add(member);
        }
      }
    }
    List<CastMember> few = found.size() > MOST_ALIKE ? List.of() : List.copyOf(found);
    likeliest.put(description, few);
    return few;
  }

  /** Whether somebody may be called by the adjectives of these countries. */
  private boolean mayBeFrom(CastMember member, Set<String> home) {
    Set<String> own = countriesOf(member);
    return home.isEmpty() || own.isEmpty() || own.stream().anyMatch(home::contains);
  }

  private Set<String> countriesOf(CastMember member) {
    return member.person() == null ? Set.of() : registry.countriesOf(member.person());
  }

  /** How well a description fits what the text says of somebody, 0 for not at all. */
  int textFit(CastMember member, Description description) {
    return byText(member, widened(description));
  }

  /** How well a description fits an office of somebody on the date, 0 for not at all. */
  int officeFit(CastMember member, Description description) {
    return description.role().name().isEmpty() ? 0 : byOffice(member, widened(description));
  }

  /** Whether a word of a description names the party that the text or the registry gives. */
  boolean isOfParty(CastMember member, Description description) {
    PartyRef party = parties.of(member).party();
    return party != null
        && description.modifiers().stream()
            .anyMatch(
                word ->
                    word.equals(Lexicon.lower(party.name()))
                        || registry.parties(word.toUpperCase(Locale.ROOT)).stream()
                            .anyMatch(other -> isSame(other, party)));
  }

  private static int byText(CastMember member, Description asked) {
    int best = 0;
    for (Description own : member.descriptions()) {
      best = Math.max(best, own.likeness(asked));
    }
    return best;
  }

  private int byOffice(CastMember member, Description asked) {
    if (member.person() == null) {
      return 0;
    }
    int best = 0;
    for (Office office : registry.officesOf(member.person(), date)) {
      best = Math.max(best, fit(office, asked, !asked.former()));
    }
    if (asked.former()) {
      for (Office office : registry.formerOfficesOf(member.person(), date)) {
        best = Math.max(best, fit(office, asked, true));
      }
    }
    return best;
  }

  private static int fit(Office office, Description asked, boolean rightTime) {
    Set<String> words =
        new HashSet<>(
            List.of(
                Lexicon.lower(office.role()).replace("defence", "defense").split("[^\\p{L}]+")));
    List<String> role = List.of(asked.role().name().split(" "));
    if (!words.containsAll(role) || asked.role().kind() == RoleKind.RELATION) {
      return 0;
    }
    int common = (int) asked.modifiers().stream().filter(words::contains).count();
    boolean another =
        common == 0
            && !asked.modifiers().isEmpty()
            && Gazetteer.ENGLISH.countriesOfAdjectives(asked.modifiers()).isEmpty();
    if (role.size() == 1 && (another || !OfficeFit.isHead(role.getFirst(), office))) {
      return 0;
    }
    return (rightTime ? 4 : 1) + 2 * common + (role.size() > 1 ? 1 : 0);
  }

  /**
   * "the Democrat", "the Kentucky Republican": of the members named before who belong to the party,
   * and come from the place if there are such, the last subject or speaker, else the one named
   * last.
   *
   * @param modifiers the words before the party's, in lower case
   */
  Optional<Cast.Resolved> partisan(
      String partyWord, List<String> modifiers, Position before, Focus focus) {
    List<Party> asked = registry.parties(partyWord);
    List<CastMember> members = new ArrayList<>();
    for (CastMember member : cast.members()) {
      PartyRef party = parties.of(member).party();
      boolean belongs = party != null && asked.stream().anyMatch(other -> isSame(other, party));
      if (belongs && member.lastNamed(before).isPresent()) {
        members.add(member);
      }
    }
    List<CastMember> local =
        modifiers.isEmpty()
            ? List.of()
            : members.stream().filter(m -> isFrom(m, modifiers)).toList();
    List<CastMember> likely = local.isEmpty() ? members : local;
    Optional<CastMember> best =
        focus
            .before(before, likely)
            .or(
                () ->
                    likely.stream()
                        .max(Comparator.comparing(m -> m.lastNamed(before).orElseThrow())));
    String rule = local.size() == 1 ? "the one of the party and place" : "last named of the party";
    double confidence = local.size() == 1 ? 0.85 : 0.7;
    return best.map(member -> new Cast.Resolved(member, rule, confidence));
  }

  /** Whether an office or description of somebody names one of the words, as a place. */
  private boolean isFrom(CastMember member, List<String> words) {
    if (member.descriptions().stream()
        .anyMatch(d -> words.stream().anyMatch(d.modifiers()::contains))) {
      return true;
    }
    return member.person() != null
        && registry.allOfficesOf(member.person()).stream()
            .map(office -> List.of(Lexicon.lower(office.role()).split("[^\\p{L}]+")))
            .anyMatch(role -> words.stream().anyMatch(role::contains));
  }

  /** By the id, or by the name where several countries have a party of it and none was decided. */
  private static boolean isSame(Party party, PartyRef named) {
    return party.id().equals(named.id()) || NameForm.slug(party.name()).equals(named.id());
  }
}
