package org.onrecord.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.attribution.Lexicon.RoleKind;
import org.onrecord.attribution.NameMention.Kind;
import org.onrecord.registry.Gender;
import org.onrecord.registry.NameMatch;
import org.onrecord.registry.Registry;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.Token;

/**
 * Finds names in a paragraph: runs of capitalised words, cut into title, role, party and the name
 * itself, and told apart into people, organisations and places by what stands in and around them.
 */
final class NameFinder {
  private static final Set<String> PARTICLES =
      Set.of(
          "de", "da", "del", "della", "van", "von", "der", "den", "bin", "ibn", "al", "el", "ul",
          "ur", "ten", "ter", "la", "le", "di", "du", "dos", "ben", "abu", "y", "e");
  private static final Set<String> BRIDGES = Set.of("of", "for", "and", "on", "the", "&");
  private static final Set<String> COURTESIES =
      Set.of("Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Lord", "Lady", "Dame", "Madam");

  /** Ordinary words that stand within names: Theresa May, Erik Ten Haag. */
  private static final Set<String> NAMES_TOO = Set.of("may", "will", "ten");

  private static final int LOOK_BACK = 9;

  /** So many tokens at the most stand before the name in a speaker's label. */
  private static final int LABEL = 4;

  private final Registry registry;
  private final Paragraph paragraph;
  private final List<Token> tokens;
  private final List<NameMention> found = new ArrayList<>();

  private NameFinder(Registry registry, Paragraph paragraph) {
    this.registry = registry;
    this.paragraph = paragraph;
    this.tokens = paragraph.tokens();
  }

  static List<NameMention> find(Registry registry, Paragraph paragraph) {
    NameFinder finder = new NameFinder(registry, paragraph);
    finder.run();
    return finder.found;
  }

  private void run() {
    int i = 0;
    while (i < tokens.size()) {
      if (startsName(i)) {
        int end = runEnd(i);
        readRun(i, end);
        i = Math.max(end, found.getLast().end());
      } else {
        i++;
      }
    }
  }

  private boolean startsName(int i) {
    Token token = tokens.get(i);
    String lower = Lexicon.lower(token.text());
    return isCapitalised(token)
        && !OrdinaryWords.isOrdinary(token)
        && !isOpeningVerb(i, lower)
        && !(i == 0 && isLetterLabel(token));
  }

  /** The Q and A of an interview. */
  static boolean isLetterLabel(Token token) {
    return token.text().equals("Q") || token.text().equals("A");
  }

  /** "Noting that", "Asked whether": a capital because it opens the sentence. */
  private boolean isOpeningVerb(int i, String lower) {
    boolean verbal = lower.length() > 4 && (lower.endsWith("ing") || lower.endsWith("ed"));
    return verbal
        && isSentenceStart(i)
        && !Lexicon.ENGLISH.isGivenName(lower)
        && i + 1 < tokens.size()
        && OrdinaryWords.contains(Lexicon.lower(tokens.get(i + 1).text()));
  }

  private boolean isSentenceStart(int i) {
    int first = paragraph.sentences().get(paragraph.sentenceOf(i)).first();
    while (first < i && !tokens.get(first).isWord()) {
      first++;
    }
    return first == i;
  }

  private int runEnd(int start) {
    int end = start + 1;
    while (end < tokens.size()) {
      Token token = tokens.get(end);
      if (isCapitalised(token) && !isBreak(end)) {
        end++;
      } else if (PARTICLES.contains(token.text())
          && end + 1 < tokens.size()
          && tokens.get(end + 1).isCapitalised()) {
        end += 2;
      } else {
        break;
      }
    }
    return end;
  }

  /**
   * A capitalised word that begins something new: a sentence, or a word that is never part of a
   * name.
   */
  private boolean isBreak(int i) {
    boolean newSentence = paragraph.sentences().get(paragraph.sentenceOf(i)).first() == i;
    String lower = Lexicon.lower(tokens.get(i).text());
    return newSentence || OrdinaryWords.isOrdinary(tokens.get(i)) && !NAMES_TOO.contains(lower);
  }

  /** Also al-Awlaki, whose capital stands after its article. */
  private static boolean isCapitalised(Token token) {
    String text = token.text();
    int hyphen = text.indexOf('-');
    return token.isCapitalised()
        || hyphen > 0
            && hyphen + 1 < text.length()
            && Character.isUpperCase(text.charAt(hyphen + 1))
            && PARTICLES.contains(text.substring(0, hyphen));
  }

  /** run ::= (title | role | nationality | party | place)* name */
  private void readRun(int start, int end) {
    int at = start;
    Gender gender = Gender.UNKNOWN;
    boolean titled = false;
    String party = null;
    boolean formerParty = false;
    while (at < end && !isKnown(at, end)) {
      int next = RolePhrases.isFormer(tokens.get(at).lower()) ? at + 1 : -1;
      Found prefix = title(at, end);
      if (prefix != null) {
        gender = prefix.gender() == Gender.UNKNOWN ? gender : prefix.gender();
        titled = true;
        next = prefix.end();
      }
      Optional<RolePhrases.Found> role = RolePhrases.at(tokens, at, end);
      if (role.isPresent() && role.get().end() > next && role.get().end() < end) {
        Gender of = role.get().role().gender();
        gender = of == Gender.UNKNOWN ? gender : of;
        titled = true;
        next = role.get().end();
      }
      if (next < 0 && at + 1 < end) {
        int partyEnd = partyEnd(at, end);
        if (partyEnd > 0 && partyEnd < end && !isGivenNameOnly(at, partyEnd)) {
          party = RolePhrases.words(tokens, at, partyEnd);
          formerParty = at > 0 && RolePhrases.isFormer(tokens.get(at - 1).lower());
          next = partyEnd;
        }
      }
      if (next < 0 && at + 1 < end) {
        next = modifierEnd(at, end);
      }
      if (next < 0) {
        break;
      }
      at = next;
    }
    int cut = nameWithin(start, at, end);
    if (cut > at) {
      at = cut;
      titled = true;
    }
    boolean courtesy = at > start && isCourtesy(tokens.get(at - 1).text());
    boolean adjective = end == start + 1 && Lexicon.ENGLISH.isNationality(tokens.get(start).text());
    if (at >= end || adjective || !courtesy && (isRole(at, end) || endsAsRole(at, end))) {
      addWhole(start, end, gender);
      return;
    }
    addName(start, at, end, gender, titled, party, formerParty);
  }

  /**
   * Where the name begins in a run that has more before it: after a role (Fed Chair Janet Yellen),
   * after the object of an office (Secretary of "State Marco Rubio"), or as a name in the registry
   * (Vermonter Bernie Sanders); -1 where none does.
   */
  private int nameWithin(int start, int at, int end) {
    if (at >= end || isKnown(at, end)) {
      return -1;
    }
    for (int k = at + 1; k < end - 1; k++) {
      Optional<RolePhrases.Found> role = RolePhrases.at(tokens, k, end);
      Found title = title(k, end);
      int after =
          Math.max(role.map(RolePhrases.Found::end).orElse(-1), title == null ? -1 : title.end());
      if (after > k && after < end && isPersonal(after, end)) {
        return after;
      }
    }
    boolean ofOffice = at == start && isObjectOfOffice(start);
    boolean own = Lexicon.ENGLISH.isGivenName(tokens.get(at).text());
    for (int k = at + 1; k < end - 1; k++) {
      if (ofOffice && isPersonal(k, end) || !own && isKnown(k, end)) {
        return k;
      }
    }
    return -1;
  }

  /** Whether the tokens are somebody's full name by the given name or by the registry. */
  private boolean isPersonal(int first, int end) {
    boolean given = end - first > 1 && Lexicon.ENGLISH.isGivenName(tokens.get(first).text());
    return given && kind(first, end, false) == Kind.PERSON || isKnown(first, end);
  }

  /** Whether of or for stands before, and before that an office: "Minister for". */
  private boolean isObjectOfOffice(int start) {
    for (int i = start - 1; i > 0 && start - i < LOOK_BACK; i--) {
      String word = tokens.get(i).text();
      if (!isCapitalised(tokens.get(i)) && !BRIDGES.contains(word)) {
        return false;
      }
      boolean joins = word.equals("of") || word.equals("for");
      if (joins && endsWithRole(Math.max(0, i - Lexicon.LONGEST_ROLE), i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a run that looks like a body is somebody's role: the CM, the Arizona Republican. */
  private boolean isOneRole(int start, int end) {
    String last = tokens.get(end - 1).text();
    boolean single =
        Lexicon.ENGLISH.role(last).filter(role -> role.kind() != RoleKind.GROUP).isPresent();
    return single && (isAcronym(last) || RolePhrases.isPartisan(last) || endsAsRole(start, end));
  }

  /** Whether a run of several words ends with a role and is nobody's name: Foreign Minister. */
  private boolean endsAsRole(int first, int end) {
    boolean name =
        end - first < 2
            || Lexicon.ENGLISH.isGivenName(tokens.get(first).text())
            || isKnown(first, end)
            || !registry.bySurname(tokens.get(end - 1).text()).isEmpty();
    return !name && endsWithRole(first, end);
  }

  /**
   * Whether the registry knows somebody by exactly these words: "Khawaja" Asif is no title there.
   */
  private boolean isKnown(int first, int end) {
    return end - first > 1
        && end - first <= 5
        && registry.named(RolePhrases.words(tokens, first, end)).stream()
            .anyMatch(match -> match.kind() == NameMatch.Kind.EXACT);
  }

  /** A title that was found, and where it ends. */
  private record Found(Gender gender, int end) {}

  private @Nullable Found title(int at, int end) {
    for (int length = Math.min(3, end - at - 1); length > 0; length--) {
      Optional<Gender> gender = Lexicon.ENGLISH.title(RolePhrases.words(tokens, at, at + length));
      if (gender.isPresent()) {
        return new Found(gender.get(), at + length);
      }
    }
    return null;
  }

  private int partyEnd(int at, int end) {
    for (int length = Math.min(4, end - at); length > 0; length--) {
      String words = RolePhrases.words(tokens, at, at + length);
      if (words.length() > 1 && !registry.parties(words).isEmpty()) {
        return at + length;
      }
    }
    return -1;
  }

  private boolean isGivenNameOnly(int at, int end) {
    return end == at + 1 && Lexicon.ENGLISH.isGivenName(tokens.get(at).text());
  }

  /**
   * Where a nationality ends that stands before anything, or a place or organisation before a title
   * or role: "French", "New Jersey" Gov., "FBI" Director; -1 where none does.
   */
  private int modifierEnd(int at, int end) {
    if (Lexicon.ENGLISH.isNationality(tokens.get(at).text())) {
      return at + 1;
    }
    for (int length = Math.min(4, end - at - 1); length > 0; length--) {
      int next = at + length;
      boolean leads = title(next, end) != null || RolePhrases.at(tokens, next, end).isPresent();
      if (leads && isPlaceOrOrganisation(at, next)) {
        return next;
      }
    }
    return -1;
  }

  private boolean isPlaceOrOrganisation(int first, int end) {
    String words = RolePhrases.words(tokens, first, end);
    String last = tokens.get(end - 1).text();
    boolean acronym = end - first == 1 && isAcronym(last);
    return acronym
        || Lexicon.ENGLISH.isPlace(words)
        || Lexicon.ENGLISH.isOrganisationWord(last)
        || registry.parties(words).size() > 0 && words.length() > 1;
  }

  private static boolean isAcronym(String word) {
    return word.length() > 1
        && word.length() <= 6
        && word.chars().allMatch(c -> Character.isUpperCase(c) || c == '.' || c == '-');
  }

  /** Mr. King is no king. */
  private static boolean isCourtesy(String title) {
    return title.endsWith(".") || COURTESIES.contains(title);
  }

  /** Whether these words are a role or a title, and no name: "Prime Minister", "Officials". */
  private boolean isRole(int first, int end) {
    Optional<RolePhrases.Found> role = RolePhrases.at(tokens, first, end);
    boolean whole = role.isPresent() && role.get().end() == end;
    return whole || Lexicon.ENGLISH.title(RolePhrases.words(tokens, first, end)).isPresent();
  }

  /** A run that is title, role, party or place and nothing more. */
  private void addWhole(int start, int end, Gender gender) {
    Kind kind = kind(start, end, false);
    boolean role = kind == Kind.UNKNOWN || kind == Kind.PERSON || isOneRole(start, end);
    found.add(mention(start, end, role ? Kind.ROLE : kind, gender, false, List.of(), null));
  }

  private void addName(
      int start,
      int nameStart,
      int end,
      Gender gender,
      boolean titled,
      @Nullable String party,
      boolean formerParty) {
    int organisationEnd = bridgedEnd(nameStart, end);
    if (organisationEnd > end) {
      found.add(
          mention(nameStart, organisationEnd, Kind.ORGANISATION, gender, false, List.of(), null));
      return;
    }
    int back = lookBack(start, end);
    List<Description> before = RolePhrases.descriptions(tokens, back, nameStart);
    boolean roleRightBefore = titled || endsWithRole(back, nameStart);
    Kind kind = kind(nameStart, end, roleRightBefore);
    if (kind == Kind.ORGANISATION && !titled) {
      found.add(mention(start, end, kind, Gender.UNKNOWN, false, List.of(), null));
      return;
    }
    PartyEvidence evidence = null;
    List<Description> descriptions = new ArrayList<>(before);
    if (kind == Kind.PERSON || kind == Kind.UNKNOWN) {
      PartyReader parties = new PartyReader(registry, paragraph);
      evidence =
          party != null
              ? new PartyEvidence(party, formerParty, "party before the name")
              : parties.around(back, nameStart, end);
      descriptions.addAll(after(end));
    }
    Gender seen = gender;
    for (Description description : descriptions) {
      Gender of = description.role().gender();
      boolean own =
          before.contains(description) || description.role().kind() != Lexicon.RoleKind.RELATION;
      seen = seen == Gender.UNKNOWN && own ? of : seen;
    }
    found.add(mention(nameStart, end, kind, seen, roleRightBefore, descriptions, evidence));
  }

  private NameMention mention(
      int first,
      int end,
      Kind kind,
      Gender gender,
      boolean titled,
      List<Description> descriptions,
      @Nullable PartyEvidence party) {
    List<String> words = new ArrayList<>();
    for (int i = first; i < end; i++) {
      boolean name = end - first > 1 || titled || isLabel(first, end);
      words.add(name ? cased(tokens.get(i).text()) : tokens.get(i).text());
    }
    boolean possessive = end < tokens.size() && isPossessive(tokens.get(end).text());
    if (possessive) {
      words.set(words.size() - 1, withoutPossessiveS(words.getLast(), tokens.get(end).text()));
    }
    return new NameMention(
        paragraph.ordinal(),
        first,
        end,
        words,
        kind,
        gender,
        titled,
        descriptions,
        party,
        possessive,
        isSentenceStart(first),
        first > 0 && Lexicon.lower(tokens.get(first - 1).text()).equals("the"));
  }

  /** "Asifs'" for "Asif's": the registry knows the surname without the s only. */
  private String withoutPossessiveS(String last, String mark) {
    String bare = last.endsWith("s") ? last.substring(0, last.length() - 1) : last;
    boolean misplaced =
        mark.length() == 1
            && bare.length() > 2
            && !bare.equals(last)
            && registry.bySurname(last).isEmpty()
            && !registry.bySurname(bare).isEmpty();
    return misplaced ? bare : last;
  }

  /** DONALD TRUMP is Donald Trump; an acronym stays. */
  private static String cased(String word) {
    boolean caps = word.length() > 3 && word.chars().allMatch(Character::isUpperCase);
    return caps ? word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT) : word;
  }

  static boolean isPossessive(String text) {
    return text.equals("'s") || text.equals("’s") || text.equals("'") || text.equals("’");
  }

  /** Where an organisation's name that goes on after of, for or and ends: "Department of State". */
  private int bridgedEnd(int start, int end) {
    int at = end;
    boolean organisation = hasOrganisationWord(start, end);
    while (organisation && at < tokens.size() && BRIDGES.contains(tokens.get(at).text())) {
      int next = at + 1;
      while (next < tokens.size() && tokens.get(next).text().equals("the")) {
        next++;
      }
      boolean and = tokens.get(at).text().equals("and");
      if (next >= tokens.size() || !tokens.get(next).isCapitalised() || and) {
        break;
      }
      at = nextRole(next, runEnd(next));
    }
    return at;
  }

  /** Where a title or role begins in a run: "House of Representatives" Speaker Mike Johnson. */
  private int nextRole(int first, int end) {
    for (int i = first + 1; i < end; i++) {
      Optional<RolePhrases.Found> role = RolePhrases.at(tokens, i, end);
      boolean leads = role.isPresent() && role.get().end() < end || title(i, end) != null;
      if (leads) {
        return i;
      }
    }
    return end;
  }

  private boolean hasOrganisationWord(int start, int end) {
    for (int i = start; i < end; i++) {
      if (Lexicon.ENGLISH.isOrganisationWord(tokens.get(i).text())) {
        return true;
      }
    }
    return false;
  }

  private Kind kind(int first, int end, boolean roleBefore) {
    String words = RolePhrases.words(tokens, first, end);
    int length = end - first;
    if (Lexicon.ENGLISH.isPlace(words)) {
      return Kind.PLACE;
    }
    String last = tokens.get(end - 1).text();
    boolean startsWithGivenName = Lexicon.ENGLISH.isGivenName(tokens.get(first).text());
    if (Lexicon.ENGLISH.isOrganisationWord(last)
        || length > 2 && hasOrganisationWord(first, end) && !startsWithGivenName) {
      return Kind.ORGANISATION;
    }
    if (!registry.parties(words).isEmpty() && words.length() > 1) {
      return Kind.ORGANISATION;
    }
    if (length == 1
        && isAcronym(last)
        && !isLabel(first, end)
        && registry.bySurname(last).isEmpty()) {
      return Kind.ORGANISATION;
    }
    boolean body =
        length == 1
                && (!isLabel(first, end) && OrganisationSigns.isAcronym(tokens, first)
                    || OrganisationSigns.isBrand(last)
                    || Lexicon.ENGLISH.isOrganisation(last))
            || OrganisationSigns.around(tokens, first, end) && !startsWithGivenName;
    if (body && !roleBefore) {
      return Kind.ORGANISATION;
    }
    if (roleBefore || length > 1 && length <= 5 && looksPersonal(first, end, words)) {
      return Kind.PERSON;
    }
    boolean determined = first > 0 && tokens.get(first - 1).text().equalsIgnoreCase("the");
    return determined && length > 1 ? Kind.ORGANISATION : Kind.UNKNOWN;
  }

  /** Whether a colon ends the name near the paragraph's beginning: HOLT: "We wait." */
  private boolean isLabel(int first, int end) {
    return first <= LABEL && end < tokens.size() && tokens.get(end).text().equals(":");
  }

  private boolean looksPersonal(int first, int end, String words) {
    String firstWord = tokens.get(first).text();
    boolean given =
        Lexicon.ENGLISH.isGivenName(firstWord)
            || Lexicon.ENGLISH.isGivenName(firstWord.split("-")[0]);
    boolean initials = firstWord.length() <= 4 && firstWord.endsWith(".") && end - first > 1;
    return given || initials || !registry.named(words).isEmpty();
  }

  /**
   * The first token of what may describe the name that begins at {@code start}: no stop, no verb
   * and nobody else between.
   */
  private int lookBack(int start, int nameEnd) {
    int sentence = paragraph.sentences().get(paragraph.sentenceOf(start)).first();
    int floor = Math.max(sentence, personBefore(start));
    int at = start;
    while (at > floor && start - at < LOOK_BACK) {
      Token token = tokens.get(at - 1);
      String lower = Lexicon.lower(token.text());
      boolean comma = lower.equals(",") && at == start && isApposition(at - 1, nameEnd);
      boolean joins = lower.equals("and") || lower.equals("-") || isPossessive(lower) || comma;
      boolean stops = !joins && (!token.isWord() || STOPS.contains(lower) || lower.endsWith("ly"));
      if (stops) {
        break;
      }
      at--;
    }
    return at;
  }

  /**
   * Where the last name before a token ends if it is a person's, whose own description stands
   * before it. A name that a role follows belongs to the role: "former Anna Holt aide Tom Hale".
   */
  private int personBefore(int start) {
    if (found.isEmpty() || found.getLast().kind() != Kind.PERSON || found.getLast().possessive()) {
      return 0;
    }
    int end = found.getLast().end();
    return RolePhrases.at(tokens, end, start).isPresent() ? 0 : end;
  }

  /** "His lawyer, Michael Cohen,": a comma between role and name, and another after it. */
  private boolean isApposition(int comma, int nameEnd) {
    return comma > 0
        && Lexicon.ENGLISH.role(tokens.get(comma - 1).text()).isPresent()
        && nameEnd < tokens.size()
        && tokens.get(nameEnd).text().equals(",");
  }

  private static final Set<String> STOPS =
      Set.of(
          "the",
          "a",
          "an",
          "of",
          "in",
          "on",
          "at",
          "to",
          "for",
          "from",
          "with",
          "by",
          "that",
          "said",
          "says",
          "told",
          "is",
          "was",
          "were",
          "are",
          "has",
          "had",
          "have",
          "as",
          "but",
          "while",
          "when",
          "who",
          "which",
          "like",
          "including",
          "added",
          "asked",
          "against",
          "between",
          "under",
          "over",
          "about",
          "into",
          "or",
          "than",
          "did");

  private boolean endsWithRole(int back, int nameStart) {
    int last = nameStart - 1;
    if (last >= back && tokens.get(last).text().equals(",")) {
      last--;
    }
    for (int length = 1; length <= Lexicon.LONGEST_ROLE && last + 1 - length >= back; length++) {
      if (Lexicon.ENGLISH
          .role(RolePhrases.words(tokens, last + 1 - length, last + 1))
          .isPresent()) {
        return true;
      }
    }
    return false;
  }

  /**
   * The roles in an apposition or relative clause: ", who is Khan's adviser on international
   * affairs,".
   */
  private List<Description> after(int end) {
    if (end >= tokens.size() || !tokens.get(end).text().equals(",")) {
      return List.of();
    }
    int limit = end + 1;
    int sentenceEnd = paragraph.sentences().get(paragraph.sentenceOf(end)).end();
    while (limit < sentenceEnd && limit - end < 12 && !isStop(limit)) {
      limit++;
    }
    if (limit <= end + 1 || tokens.get(end + 1).text().equals("and")) {
      return List.of();
    }
    RolePhrases.Found role = RolePhrases.firstIn(tokens, end + 1, limit);
    boolean belongsToNext =
        role != null && role.end() < tokens.size() && tokens.get(role.end()).isCapitalised();
    if (role == null || belongsToNext || role.first() - end > 8) {
      return List.of();
    }
    return List.of(RolePhrases.description(tokens, role, end + 1, limit));
  }

  private boolean isStop(int i) {
    String text = tokens.get(i).text();
    return !tokens.get(i).isWord() && !isPossessive(text) && !text.equals("-");
  }
}
