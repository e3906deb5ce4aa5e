package org.onrecord.attribution.party;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.attribution.words.RolePhrases;
import org.onrecord.registry.Registry;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.Token;

/**
 * Reads somebody's party beside the name: PTI leader X; Labour's X; X (D-N.Y.); X, R-Ohio; X of the
 * PML-N; X, a Republican.
 */
public final class PartyReader {
  private static final Pattern BRACKETS =
      Pattern.compile("\\G\\s*\\(([\\p{L}.'’ -]{1,40})(?:[-–,][^)]{1,30})?\\)");
  private static final int APPOSITION = 13;

  /** The most words of a party's name that are looked at. */
  private static final int LONGEST = 5;

  /** What leads to somebody else's party: "appointed by Republican Senator Tom Hale". */
  private static final Set<String> OTHERS = Set.of("to", "by", "against", "under", "beating");

  /** Whoever does this from a party is of it no longer. */
  private static final Set<String> CHANGES =
      Set.of(
          "changed",
          "changing",
          "switched",
          "switching",
          "defected",
          "defecting",
          "converted",
          "moved",
          "crossed",
          "resigned",
          "withdrew");

  /** What stands between a party and somebody who is none of its people: a BJP critic. */
  private static final Set<String> SETS_APART =
      Set.of(
          ("critic supporter supporters backer fan opponent rival foe challenger against victim"
               + " target voter voters donor reporter correspondent journalist ceo executive coach"
               + " editor publisher producer selector ouster defector anti defeated beat")
              .split(" "));

  /** With these words another clause begins, whose party is somebody else's. */
  private static final Set<String> CLAUSES =
      Set.of("when", "where", "while", "which", "that", "because", "although", "whether", "if");

  /** Offices that only members of a party have. */
  private static final Set<String> OFFICES =
      Set.of(
          ("leader chief president chairman chairperson chairwoman spokesman spokeswoman"
                  + " spokesperson secretary convener supremo stalwart mla mlc mp mna mpa")
              .split(" "));

  /** Who stands against somebody of another party than the adjective before names. */
  private static final Set<String> RIVALS = Set.of("challenger", "opponent", "rival");

  /** What follows "who" where somebody's party is told. */
  private static final Set<String> BELONGS =
      Set.of("is", "was", "heads", "leads", "chairs", "represents", "belongs", "joined");

  /** The rule of a party in an apposition behind the name. */
  static final String APPOSED = "party in apposition";

  /** The rule of a party in the words before the name. */
  public static final String BEFORE = "party before the name";

  /** The rule of a party in brackets right after the name, the surest form. */
  public static final String BRACKETED = "party in brackets";

  /** The rule of a party's letters and a place after a comma, as sure as brackets. */
  public static final String COMMA = "party after a comma";

  private final Registry registry;
  private final Paragraph paragraph;
  private final List<Token> tokens;
  private final PartyWords names;

  public PartyReader(Registry registry, Paragraph paragraph) {
    this.registry = registry;
    this.paragraph = paragraph;
    this.tokens = paragraph.tokens();
    this.names = new PartyWords(registry, tokens);
  }

  /**
   * The party of a name whose description begins at {@code back}; null where the text names none.
   */
  public @Nullable PartyEvidence around(int back, int nameStart, int nameEnd) {
    PartyEvidence before = before(back, nameStart);
    if (before != null) {
      return before;
    }
    PartyEvidence brackets = brackets(nameEnd);
    return brackets != null ? brackets : after(nameEnd);
  }

  /** The party nearest before the name, unless the words between set the two apart. */
  private @Nullable PartyEvidence before(int back, int nameStart) {
    if (nameStart == 0 || !leadsToName(tokens.get(nameStart - 1))) {
      return null;
    }
    boolean relative = false;
    for (int i = nameStart - 1; i >= Math.max(0, back); i--) {
      String word = Lexicon.lower(tokens.get(i).text());
      relative |= isRelation(word);
      if (isVerb(i, nameStart)) {
        return null;
      }
      if (SETS_APART.contains(word) && !isRivalOfAnother(i)
          || relative && Lexicon.isPossessive(word)) {
        return null;
      }
      for (int length = Math.min(LONGEST, i + 1 - back); length > 0; length--) {
        int first = i + 1 - length;
        String left = left(first, i + 1);
        if (left != null) {
          return new PartyEvidence(left, true, BEFORE);
        }
        if (isOwner(first, i + 1)) {
          return null;
        }
        if (names.isParty(first, i + 1, nameStart)) {
          if (isPeople(words(first, i + 1)) && !isRoles(i + 1, nameStart)) {
            return null;
          }
          boolean former =
              first > 0 && RolePhrases.isFormer(Lexicon.lower(tokens.get(first - 1).text()));
          return new PartyEvidence(words(first, i + 1), former, BEFORE, isOffice(i + 1, nameStart));
        }
      }
    }
    return null;
  }

  /**
   * Whether a word before a name does something to its bearer: "the PTI slams Prime Minister X",
   * "the PTI's front condemned X"; what ends so and is a role is none.
   */
  private boolean isVerb(int i, int nameStart) {
    String word = tokens.get(i).text();
    return i + 1 <= nameStart
        && Character.isLowerCase(word.codePointAt(0))
        && tokens.get(i + 1).isCapitalised()
        && (word.endsWith("ed") || word.endsWith("s"))
        && !Lexicon.isPossessive(word)
        && !RolePhrases.isFormer(word)
        && !isRole(word);
  }

  /** Whether the members of a party are named, who are not the one whose name follows. */
  private static boolean isPeople(String party) {
    return party.endsWith("s") && RolePhrases.isPartisan(party.substring(0, party.length() - 1));
  }

  /** Whether nothing but roles and names stands between a party and a name. */
  private boolean isRoles(int from, int nameStart) {
    for (int i = from; i < nameStart; i++) {
      if (!leadsToName(tokens.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isRole(String word) {
    return Lexicon.ENGLISH.role(word).isPresent()
        || Lexicon.ENGLISH.role(word.replaceFirst("s$", "")).isPresent();
  }

  /** Whether an office that only members have stands between a party and a name. */
  private boolean isOffice(int from, int nameStart) {
    for (int i = from; i < nameStart; i++) {
      if (OFFICES.contains(Lexicon.lower(tokens.get(i).text()))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a word may stand between a party and its member: a role or title, no verb, no "and".
   */
  private static boolean leadsToName(Token token) {
    String word = token.text();
    return token.isCapitalised()
        || word.equals(",")
        || Lexicon.isPossessive(word)
        || Lexicon.lower(word).startsWith("ex-")
        || isRole(word)
        || Lexicon.ENGLISH.title(word).isPresent();
  }

  /** The Democratic challenger is a Democrat, the PTI's challenger is none of the PTI's. */
  private boolean isRivalOfAnother(int i) {
    String before = i == 0 ? "" : tokens.get(i - 1).text();
    return RIVALS.contains(Lexicon.lower(tokens.get(i).text()))
        && (RolePhrases.isPartisan(before) || before.equals("Democratic"));
  }

  /** Whether a word before a name says that its bearer is none of the party before it. */
  public static boolean setsApart(Token token) {
    return SETS_APART.contains(Lexicon.lower(token.text()));
  }

  /**
   * Whether somebody of a party has what follows: "the Republican's attorney" may be of another.
   */
  private boolean isOwner(int first, int end) {
    return RolePhrases.isPartisan(words(first, end))
        && end < tokens.size()
        && Lexicon.isPossessive(tokens.get(end).text());
  }

  private static boolean isRelation(String word) {
    return Lexicon.ENGLISH
        .role(word)
        .filter(role -> role.kind() == Lexicon.RoleKind.RELATION)
        .isPresent();
  }

  private @Nullable PartyEvidence brackets(int nameEnd) {
    int offset = tokens.get(nameEnd - 1).end();
    Matcher matcher = BRACKETS.matcher(paragraph.text()).region(offset, paragraph.text().length());
    if (!matcher.lookingAt()) {
      return null;
    }
    String inside = matcher.group(1).strip();
    if (inside.length() == 1 && !isPartyLetter(matcher.group())) {
      return null;
    }
    int dash = inside.indexOf('-');
    String whole = inside.replaceAll("\\.$", "");
    String head = dash > 0 ? inside.substring(0, dash).strip() : whole;
    for (String name : List.of(whole, head)) {
      if (Character.isUpperCase(name.codePointAt(0)) && !registry.parties(name).isEmpty()) {
        return new PartyEvidence(name, false, BRACKETED);
      }
    }
    return null;
  }

  /**
   * Whether a single letter in brackets is a party's: (D-N.Y.), (R); not who is left in a picture.
   */
  private boolean isPartyLetter(String bracketed) {
    boolean alone = bracketed.strip().length() == 3;
    boolean picture = paragraph.text().contains("(L)") || paragraph.text().contains("(C)");
    return !alone || !picture;
  }

  /**
   * X of the PML-N; X, a Republican from Ohio; X of Ohio, the senior Democrat on the panel; X,
   * Janata Dal MLA.
   */
  private @Nullable PartyEvidence after(int nameEnd) {
    if (nameEnd + 1 >= tokens.size()) {
      return null;
    }
    String next = Lexicon.lower(tokens.get(nameEnd).text());
    if (next.equals("of") || next.equals("from")) {
      int at = tokens.get(nameEnd + 1).text().equals("the") ? nameEnd + 2 : nameEnd + 1;
      PartyEvidence of = firstParty(at, at + 1, "party after of");
      int comma = at;
      while (comma < tokens.size() && tokens.get(comma).isCapitalised()) {
        comma++;
      }
      return of != null || comma == at ? of : afterComma(comma);
    }
    return afterComma(nameEnd);
  }

  private @Nullable PartyEvidence afterComma(int comma) {
    if (comma + 1 >= tokens.size() || !tokens.get(comma).text().equals(",")) {
      return null;
    }
    int from = comma + 1;
    PartyEvidence dashed = dashed(tokens.get(from).text());
    if (dashed != null) {
      return dashed;
    }
    String opening = Lexicon.lower(tokens.get(from).text());
    boolean relative = opening.equals("who") && belongs(from + 1);
    boolean article = opening.equals("a") || opening.equals("an") || opening.equals("the");
    if (relative || article) {
      return firstParty(from + 1, comma + APPOSITION, APPOSED);
    }
    return isRoleAlone(from) ? firstParty(from, comma + APPOSITION, APPOSED) : null;
  }

  /** Whether a role follows within the apposition and no name behind it, whose role it would be. */
  private boolean isRoleAlone(int from) {
    int limit = from;
    while (limit < Math.min(from + APPOSITION, tokens.size()) && tokens.get(limit).isWord()) {
      limit++;
    }
    RolePhrases.Found role = RolePhrases.firstIn(tokens, from, limit);
    return role != null
        && role.role().kind() != Lexicon.RoleKind.GROUP
        && (role.end() >= tokens.size() || !tokens.get(role.end()).isCapitalised());
  }

  /** Whether a word has the shape of a party's letters and a place: R-Ohio, D-N.Y. */
  public static boolean isDashed(String token) {
    int dash = token.indexOf('-');
    return dash > 0
        && dash < 4
        && dash + 1 < token.length()
        && token.chars().limit(dash).allMatch(Character::isUpperCase)
        && Character.isUpperCase(token.charAt(dash + 1));
  }

  /** X, R-Ohio; X, D-N.Y.: a party's letters and a place, one token. */
  private @Nullable PartyEvidence dashed(String token) {
    boolean shaped = isDashed(token);
    String letters = shaped ? token.substring(0, token.indexOf('-')) : "";
    return shaped && !registry.parties(letters).isEmpty()
        ? new PartyEvidence(letters, false, COMMA)
        : null;
  }

  private @Nullable PartyEvidence firstParty(int from, int to, String rule) {
    for (int i = from; i < Math.min(to, tokens.size()); i++) {
      String text = tokens.get(i).text();
      String word = Lexicon.lower(text);
      boolean tells = i > from && word.equals("who") && !belongs(i + 1);
      boolean ends = text.equals(",") || text.equals(".") || tells || CLAUSES.contains(word);
      if (ends || SETS_APART.contains(word) || OTHERS.contains(word) || isRelation(word)) {
        return null;
      }
      for (int length = Math.min(LONGEST, tokens.size() - i); length > 0; length--) {
        if (names.isParty(i, i + length, -1)) {
          if (isSetApart(i + length) || isOfAnother(i + length) || isOneOfSeveral(i, i + length)) {
            return null;
          }
          String before = Lexicon.lower(tokens.get(i - 1).text());
          boolean former = RolePhrases.isFormer(before) || isChange(from, i);
          return new PartyEvidence(words(i, i + length), former, rule);
        }
      }
    }
    return null;
  }

  /** Whether another party stands beside one: "for Tide and Shore governments". */
  private boolean isOneOfSeveral(int first, int end) {
    String one = words(first, end);
    for (int length = 1; length <= LONGEST; length++) {
      if (isAnother(one, first - 1 - length, first - 1, first - 1)
          || isAnother(one, end + 1, end + 1 + length, end)) {
        return true;
      }
    }
    return false;
  }

  /** Whether some tokens name another party, and a word that joins two stands at {@code joint}. */
  private boolean isAnother(String one, int first, int end, int joint) {
    if (first < 0 || end > tokens.size() || !tokens.get(first).isCapitalised()) {
      return false;
    }
    String between = tokens.get(joint).text();
    String other = words(first, end);
    return (between.equals("and") || between.equals("or"))
        && !other.equals(one)
        && !registry.parties(other).isEmpty();
  }

  private boolean belongs(int verb) {
    return verb < tokens.size() && BELONGS.contains(Lexicon.lower(tokens.get(verb).text()));
  }

  /** Whether a party stands before somebody else's office and name: Democratic President X. */
  private boolean isOfAnother(int from) {
    int at = from;
    Optional<RolePhrases.Found> role = RolePhrases.at(tokens, at, tokens.size());
    while (role.isPresent() && role.get().end() > at) {
      at = role.get().end();
      role = RolePhrases.at(tokens, at, tokens.size());
    }
    return at > from && at < tokens.size() && tokens.get(at).isCapitalised();
  }

  /** Whether somebody has changed from what follows: "switched his registration from". */
  private boolean isChange(int from, int party) {
    boolean changes = false;
    for (int i = from; i < party; i++) {
      changes |= CHANGES.contains(Lexicon.lower(tokens.get(i).text()));
    }
    return changes && Lexicon.lower(tokens.get(party - 1).text()).equals("from");
  }

  /** Whether what a party's name belongs to is none of its people: "critic", "leader's son". */
  private boolean isSetApart(int from) {
    boolean owned = false;
    for (int i = from; i < tokens.size(); i++) {
      String word = Lexicon.lower(tokens.get(i).text());
      boolean possessive = Lexicon.isPossessive(word);
      boolean ends = !tokens.get(i).isWord() && !possessive;
      if (ends || word.equals("who") || word.equals("and") || Lexicon.isPreposition(word)) {
        return false;
      }
      if (SETS_APART.contains(word) || owned && isRelation(word)) {
        return true;
      }
      owned |= possessive;
    }
    return false;
  }

  /** The party of "ex-PTI", or null. */
  private @Nullable String left(int first, int end) {
    String words = words(first, end);
    String name =
        words.length() > 4 && Lexicon.lower(words).startsWith("ex-") ? words.substring(3) : "";
    boolean party =
        name.length() > 1
            && Character.isUpperCase(name.charAt(0))
            && !registry.parties(name).isEmpty();
    return party ? name : null;
  }

  private String words(int first, int end) {
    return RolePhrases.words(tokens, first, end);
  }
}
