package org.onrecord.attribution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.attribution.NameMention.Kind;
import org.onrecord.registry.Gender;
import org.onrecord.registry.NameMatch;
import org.onrecord.registry.Office;
import org.onrecord.registry.Person;
import org.onrecord.registry.Registry;
import org.onrecord.registry.Spellings;
import org.onrecord.registry.TransliterationKey;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.Token;

/** The people of one article, and which of them each name in it stands for. */
final class Cast {
  /** So many people an article has at most; a name that would add another stands for nobody. */
  private static final int MOST_MEMBERS = 2_000;

  /** So many people are found by one word; the next to bear it only by their other words. */
  private static final int MOST_NAMESAKES = 50;

  /** A shorter word is no other spelling of a name: too many short names sound alike. */
  private static final int SHORTEST_VARIANT = 4;

  private final Registry registry;
  private final @Nullable LocalDate date;
  private final Set<String> smallWords;
  private final List<CastMember> members = new ArrayList<>();
  private final Map<String, List<CastMember>> byWord = new HashMap<>();
  private final Map<String, List<CastMember>> byVariant = new HashMap<>();
  private final Map<Position, Resolved> resolved = new HashMap<>();
  private final Map<Surname, Optional<NameMatch>> bySurname = new HashMap<>();

  /** Who a name stands for, by which rule, and how sure that is. */
  record Resolved(CastMember member, String rule, double confidence) {}

  /** A surname that stands alone, with what the text says beside it. */
  private record Surname(String word, Gender gender, List<Description> descriptions) {}

  private Cast(Registry registry, @Nullable LocalDate date, Set<String> smallWords) {
    this.registry = registry;
    this.date = date;
    this.smallWords = smallWords;
  }

  /**
   * The cast of an article.
   *
   * @param names every name found in it, in order
   * @param sources the names that stand in sources of quotations: they speak, so they are somebody
   * @param smallWords the words that the article writes in small letters
   */
  static Cast of(
      Registry registry,
      @Nullable LocalDate date,
      List<NameMention> names,
      Set<Position> sources,
      Set<String> smallWords) {
    Cast cast = new Cast(registry, date, smallWords);
    cast.addFullNames(names, sources);
    cast.identify();
    cast.resolveAll(names, sources);
    return cast;
  }

  Collection<CastMember> members() {
    return members;
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
            || word.endsWith("s") && registry.bySurname(name.last()).isEmpty());
  }

  Optional<Resolved> at(NameMention mention) {
    return Optional.ofNullable(resolved.get(mention.position()));
  }

  /**
   * The names of members in a paragraph where every word is capitalised, so that only known names
   * can be told: in full, or a surname that one member alone has.
   */
  List<NameMention> known(Paragraph paragraph) {
    List<NameMention> found = new ArrayList<>();
    List<Token> tokens = paragraph.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      CastMember member = null;
      int end = i;
      String word = CastMember.fold(tokens.get(i).text());
      List<CastMember> holders = byWord.getOrDefault(word, List.of());
      boolean only = holders.stream().filter(m -> m.last().equals(word)).count() == 1;
      for (CastMember holder : holders) {
        boolean bySurname = only && holder.last().equals(word);
        int length = isNamed(tokens, i, holder) ? holder.name().size() : bySurname ? 1 : 0;
        if (i + length > end) {
          member = holder;
          end = i + length;
        }
      }
      if (member != null) {
        NameMention mention = headlineName(paragraph, i, end);
        found.add(mention);
        resolved.put(mention.position(), new Resolved(member, "name in a headline", 0.9));
        i = end - 1;
      }
    }
    return found;
  }

  /** Whether the tokens from i on are the member's whole name. */
  private static boolean isNamed(List<Token> tokens, int i, CastMember member) {
    List<String> name = member.name();
    int k = 0;
    while (k < name.size()
        && i + k < tokens.size()
        && CastMember.fold(tokens.get(i + k).text()).equals(CastMember.fold(name.get(k)))) {
      k++;
    }
    return k == name.size();
  }

  private static NameMention headlineName(Paragraph paragraph, int first, int end) {
    List<String> words = paragraph.tokens().subList(first, end).stream().map(Token::text).toList();
    boolean possessive =
        end < paragraph.tokens().size()
            && Lexicon.isPossessive(paragraph.tokens().get(end).text());
    return new NameMention(
        paragraph.ordinal(),
        first,
        end,
        words,
        Kind.PERSON,
        Gender.UNKNOWN,
        false,
        List.of(),
        null,
        possessive,
        false,
        false);
  }

  private void addFullNames(List<NameMention> names, Set<Position> sources) {
    Set<String> alone = new LinkedHashSet<>();
    for (NameMention name : names) {
      if (name.words().size() == 1) {
        alone.add(CastMember.fold(name.last()));
        if (registry.spellings() == Spellings.VARIANTS
            && name.last().length() >= SHORTEST_VARIANT) {
          alone.add(TransliterationKey.of(name.last()));
        }
      }
    }
    for (NameMention name : names) {
      if (isFullName(name, alone, sources)) {
        CastMember member = sameName(name);
        Optional<String> variant = Optional.empty();
        if (member == null) {
          member = sameInVariant(name);
          if (member != null) {
            variant = SpellingVariant.of(name.name(), String.join(" ", member.name()));
          }
        }
        if (member == null) {
          if (members.size() >= MOST_MEMBERS) {
            continue;
          }
          member = new CastMember(name.words());
          members.add(member);
        }
        member.add(name);
        index(member);
        resolved.put(
            name.position(),
            new Resolved(member, "full name" + variant.map(v -> ", " + v).orElse(""), 0.97));
      }
    }
  }

  /**
   * Whether words are somebody's full name: a person's by itself, or unknown but called by its last
   * word elsewhere, described, or speaking. What opens a sentence may begin with an ordinary word,
   * "Understated" Perez, so that a known surname there proves nothing.
   */
  private boolean isFullName(NameMention name, Set<String> alone, Set<Position> sources) {
    int size = name.words().size();
    if (size < 2 || size > 5) {
      return false;
    }
    boolean called =
        (alone.contains(CastMember.fold(name.last()))
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
    return name.kind() == Kind.PERSON || name.kind() == Kind.UNKNOWN && likely && !plain;
  }

  private void index(CastMember member) {
    for (String word : member.name()) {
      List<CastMember> holders =
          byWord.computeIfAbsent(CastMember.fold(word), w -> new ArrayList<>());
      if (holders.size() < MOST_NAMESAKES && !holders.contains(member)) {
        holders.add(member);
      }
      indexVariant(TransliterationKey.of(word), member);
    }
    indexVariant(fullKey(member.name()), member);
  }

  private void indexVariant(String key, CastMember member) {
    if (registry.spellings() == Spellings.VARIANTS) {
      List<CastMember> holders = byVariant.computeIfAbsent(key, k -> new ArrayList<>());
      if (holders.size() < MOST_NAMESAKES && !holders.contains(member)) {
        holders.add(member);
      }
    }
  }

  /** A key that no single word has. */
  private static String fullKey(List<String> name) {
    return name.size() + " " + TransliterationKey.of(String.join(" ", name));
  }

  /** The member whose name is another transliteration of this one, if nothing speaks against it. */
  private @Nullable CastMember sameInVariant(NameMention name) {
    for (CastMember member : byVariant.getOrDefault(fullKey(name.words()), List.of())) {
      Set<Person> one = persons(String.join(" ", member.name()));
      Set<Person> other = persons(name.name());
      boolean two = !one.isEmpty() && !other.isEmpty() && Collections.disjoint(one, other);
      if (!two && member.mayBe(name.gender())) {
        return member;
      }
    }
    return null;
  }

  /**
   * The member whose name this is too: the same, shorter, longer, or with another form of the given
   * name.
   */
  private @Nullable CastMember sameName(NameMention name) {
    List<String> words = name.words().stream().map(CastMember::fold).toList();
    for (CastMember member : byWord.getOrDefault(words.getFirst(), List.of())) {
      List<String> known = member.name().stream().map(CastMember::fold).toList();
      if (known.equals(words) || inOrder(words, known) || inOrder(known, words)) {
        return member;
      }
    }
    for (CastMember member : byWord.getOrDefault(lastOf(words), List.of())) {
      boolean sameLast = member.last().equals(lastOf(words));
      if (sameLast && member.name().size() > 1 && sameGivenName(member, name, words)) {
        return member;
      }
    }
    return null;
  }

  private static String lastOf(List<String> words) {
    String last = words.getLast();
    return CastMember.isSuffix(last) && words.size() > 2 ? words.get(words.size() - 2) : last;
  }

  /** Whether the words of the shorter stand in the longer in order, first to first. */
  private static boolean inOrder(List<String> shorter, List<String> longer) {
    if (shorter.size() >= longer.size() || shorter.size() < 2) {
      return false;
    }
    if (CastMember.isSuffix(longer.getLast()) && !CastMember.isSuffix(shorter.getLast())) {
      return false;
    }
    int at = 0;
    for (String word : longer) {
      if (at < shorter.size() && word.equals(shorter.get(at))) {
        at++;
      }
    }
    return at == shorter.size() && shorter.getFirst().equals(longer.getFirst());
  }

  private boolean sameGivenName(CastMember member, NameMention name, List<String> words) {
    String first = words.getFirst();
    String known = member.first();
    if (first.length() == 1 || known.length() == 1) {
      return first.charAt(0) == known.charAt(0);
    }
    Set<Person> same = persons(String.join(" ", member.name()));
    same.retainAll(persons(name.name()));
    return !same.isEmpty();
  }

  private Set<Person> persons(String name) {
    Set<Person> persons = new LinkedHashSet<>();
    registry.named(name).forEach(match -> persons.add(match.person()));
    return persons;
  }

  private void identify() {
    for (CastMember member : members) {
      byOffice(registry.named(String.join(" ", member.name())), member.descriptions())
          .ifPresent(member::identify);
    }
  }

  private void resolveAll(List<NameMention> names, Set<Position> sources) {
    for (NameMention name : names) {
      if (resolved.containsKey(name.position())
          || name.kind() == Kind.ORGANISATION
          || name.kind() == Kind.PLACE && !sources.contains(name.position())) {
        continue;
      }
      CastMember same = name.words().size() > 1 ? sameName(name) : null;
      if (same != null) {
        same.add(name);
        resolved.put(name.position(), new Resolved(same, "full name", 0.97));
        continue;
      }
      boolean shortened = name.words().size() == 1 || name.titled() || name.opens();
      Resolved who = shortened ? shortName(name, sources) : null;
      if (who != null) {
        who.member().add(name);
        resolved.put(name.position(), who);
      }
    }
  }

  private @Nullable Resolved shortName(NameMention name, Set<Position> sources) {
    String word = CastMember.fold(name.last());
    List<CastMember> holders =
        byWord.getOrDefault(word, List.of()).stream()
            .filter(member -> member.mayBe(name.gender()))
            .toList();
    List<CastMember> byLast = holders.stream().filter(m -> m.last().equals(word)).toList();
    if (!byLast.isEmpty()) {
      return byLast.size() == 1
          ? new Resolved(byLast.getFirst(), "surname", 0.95)
          : new Resolved(likeliest(byLast, name), "surname of several", 0.8);
    }
    if (!holders.isEmpty()) {
      return holders.size() == 1
          ? new Resolved(holders.getFirst(), "part of the name", 0.85)
          : new Resolved(likeliest(holders, name), "part of several names", 0.6);
    }
    boolean nameless = name.kind() == Kind.ROLE || name.kind() == Kind.PLACE && !name.titled();
    if (nameless) {
      return null;
    }
    Resolved variant = inVariant(name);
    return variant != null ? variant : fromRegistry(name, sources);
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
        byVariant.getOrDefault(TransliterationKey.of(name.last()), List.of()).stream()
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

  /**
   * Of several of one name, relatives last: the one named in full in this paragraph, else one who
   * leads or stands for a country's highest office, else the one named most.
   */
  private CastMember likeliest(List<CastMember> holders, NameMention name) {
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

  /** Somebody whom the article never names in full: known to the registry, or by surname alone. */
  private @Nullable Resolved fromRegistry(NameMention name, Set<Position> sources) {
    boolean speaks = sources.contains(name.position());
    boolean likely = name.kind() == Kind.PERSON || name.titled();
    boolean thing = name.words().size() == 1 && name.determined() && !name.titled();
    if (thing || name.words().size() > 1 && !likely) {
      return null;
    }
    Optional<NameMatch> match =
        bySurname.computeIfAbsent(
            new Surname(name.last(), name.gender(), name.descriptions()), this::likeliest);
    boolean word =
        name.opens()
            || Lexicon.ENGLISH.isGivenName(name.last())
            || Lexicon.ENGLISH.isPlace(name.last());
    if (match.isPresent() && (!word || likely || speaks)) {
      CastMember member = memberOf(match.get(), name);
      return new Resolved(member, "surname in the registry", 0.65);
    }
    boolean somebody = likely || speaks && name.kind() != Kind.PLACE && !isOrdinary(name);
    if (somebody && members.size() < MOST_MEMBERS) {
      CastMember member = new CastMember(name.words());
      members.add(member);
      index(member);
      return new Resolved(member, "name alone", 0.5);
    }
    return null;
  }

  /** By another transliteration only somebody whose office the text tells beside the name. */
  private Optional<NameMatch> likeliest(Surname surname) {
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

  private CastMember memberOf(NameMatch match, NameMention name) {
    for (CastMember member : members) {
      if (match.person().equals(member.person())) {
        return member;
      }
    }
    CastMember member = new CastMember(name.words());
    member.identify(match);
    members.add(member);
    index(member);
    return member;
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
