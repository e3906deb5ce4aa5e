package org.onrecord.attribution.party;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.onrecord.attribution.words.Gazetteer;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.attribution.words.OrdinaryWords;
import org.onrecord.attribution.words.PostNominals;
import org.onrecord.attribution.words.RolePhrases;
import org.onrecord.registry.Party;
import org.onrecord.registry.Registry;
import org.onrecord.segment.Token;

/**
 * Whether tokens name a party, and not only part of something else: "Tax" Reform, Green "Bay",
 * Labour "Minister", the "Syrian" National Coalition. What may stand beside a party's name are
 * roles, titles and places of its own country.
 */
public final class PartyWords {
  /** What stands with a capital before the name of a party and belongs to its bearer's office. */
  private static final Set<String> BEFORE =
      Set.of(
          "House",
          "Senate",
          "Assembly",
          "State",
          "Shadow",
          "Senior",
          "Veteran",
          "Top",
          "Fellow",
          "Opposition",
          "Ruling",
          "Centre",
          "Youth",
          "Local",
          "Provincial",
          "National",
          "District");

  /** What goes on with a name: National Coalition "on" Black Civic Participation. */
  private static final Set<String> JOINTS = Set.of("and", "of", "on", "for", "against", "to", "&");

  private final Registry registry;
  private final List<Token> tokens;

  public PartyWords(Registry registry, List<Token> tokens) {
    this.registry = registry;
    this.tokens = tokens;
  }

  /**
   * Whether some tokens name a party.
   *
   * @param nameStart where somebody's name begins that may follow right behind it; -1 for nobody's
   */
  public boolean isParty(int first, int end, int nameStart) {
    if (!tokens.get(first).isCapitalised() || end > tokens.size() || !endsAsName(first, end)) {
      return false;
    }
    String words = RolePhrases.words(tokens, first, end);
    List<Party> parties = words.length() > 1 ? registry.parties(words) : List.of();
    return !parties.isEmpty()
        && !Lexicon.ENGLISH.isGivenName(words)
        && !isTitleHere(words, end)
        && !isEndOfMore(first, parties)
        && !isBeginningOfMore(first, end, nameStart);
  }

  /** Whether letters are somebody's title where a name follows: MR KIRBY, SP (of police) Ashok. */
  private boolean isTitleHere(String words, int end) {
    return Lexicon.ENGLISH.title(words).isPresent()
        && end < tokens.size()
        && tokens.get(end).isCapitalised()
        && !isOffice(end);
  }

  /** With a word, or with brackets that it has opened: CPI(M). */
  private boolean endsAsName(int first, int end) {
    boolean opened = false;
    for (int i = first; i < end; i++) {
      opened |= tokens.get(i).text().equals("(");
    }
    Token last = tokens.get(end - 1);
    return last.isWord() && !Lexicon.isPossessive(last.text()) || opened && last.text().equals(")");
  }

  private boolean isEndOfMore(int first, List<Party> parties) {
    if (first == 0) {
      return false;
    }
    Token before = tokens.get(first - 1);
    if (before.isCapitalised()) {
      return !mayPrecede(first, parties);
    }
    boolean joint = before.text().equals("for") || before.text().equals("of");
    boolean owned = Lexicon.isPossessive(before.text());
    if (first < 2 || !joint && !owned || !tokens.get(first - 2).isCapitalised()) {
      return false;
    }
    String head = tokens.get(first - 2).text();
    boolean office =
        isBearer(head)
            || Lexicon.ENGLISH.title(head).isPresent()
            || !Gazetteer.ENGLISH.places(head).isEmpty();
    return !office;
  }

  private boolean mayPrecede(int first, List<Party> parties) {
    Token token = tokens.get(first - 1);
    String before = token.text();
    Set<String> home = places(Math.max(0, first - 2), first);
    home.addAll(places(first - 1, first));
    if (!home.isEmpty()) {
      return parties.stream().map(Party::country).anyMatch(home::contains);
    }
    return BEFORE.contains(before)
        || OrdinaryWords.isOrdinary(token)
        || isBearer(before)
        || Lexicon.ENGLISH.title(before).isPresent()
        || RolePhrases.isFormer(Lexicon.lower(before));
  }

  /** Whether a word is a role that one person has: a leader, and no media or department. */
  private static boolean isBearer(String word) {
    return Lexicon.ENGLISH
        .role(word)
        .filter(role -> role.kind() != Lexicon.RoleKind.GROUP)
        .isPresent();
  }

  private Set<String> places(int first, int end) {
    Set<String> countries = new HashSet<>();
    Gazetteer.ENGLISH
        .places(RolePhrases.words(tokens, first, end))
        .forEach(place -> countries.add(place.country()));
    return countries;
  }

  private boolean isBeginningOfMore(int first, int end, int nameStart) {
    if (end >= tokens.size() || end == nameStart) {
      return false;
    }
    String words = RolePhrases.words(tokens, first, end);
    boolean letters = end - first == 1 && words.chars().filter(Character::isUpperCase).count() > 1;
    int behind = Lexicon.isPossessive(tokens.get(end).text()) ? end + 1 : end;
    if (behind >= tokens.size() || behind == nameStart) {
      return false;
    }
    String next = tokens.get(behind).text();
    boolean ministry = !letters && (next.equals("Minister") || next.equals("Secretary"));
    boolean joined =
        !letters && JOINTS.contains(next) && behind + 1 < tokens.size() && isNoun(behind + 1);
    return ministry || joined || isNoun(behind) && !isOffice(behind);
  }

  /** A capitalised word that is nobody's given name. */
  private boolean isNoun(int i) {
    return tokens.get(i).isCapitalised() && !Lexicon.ENGLISH.isGivenName(tokens.get(i).text());
  }

  private boolean isOffice(int i) {
    String word = tokens.get(i).text();
    return RolePhrases.at(tokens, i, Math.min(tokens.size(), i + Lexicon.LONGEST_ROLE)).isPresent()
        || Lexicon.ENGLISH.role(word.replaceFirst("s$", "")).isPresent()
        || Lexicon.ENGLISH.title(word).isPresent()
        || PostNominals.contains(word)
        || OrdinaryWords.isOrdinary(tokens.get(i))
        || BEFORE.contains(word)
        || word.equals("Party")
        || !Gazetteer.ENGLISH.places(word).isEmpty();
  }
}
