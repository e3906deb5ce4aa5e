package org.onrecord.attribution.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.onrecord.attribution.names.NameMention.Kind;
import org.onrecord.attribution.names.NameTagger.Tagged;
import org.onrecord.attribution.party.PartyReader;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.attribution.words.OrganisationSigns;
import org.onrecord.attribution.words.PostNominals;
import org.onrecord.attribution.words.RolePhrases;
import org.onrecord.segment.Token;

/**
 * Cuts what a name has too much and adds what it lacks: a country's possessive before a ministry,
 * an office before a person, letters behind, "Pope".
 */
public final class NameTrimmer {
  /** What belongs to the name of those who are known by one: Pope Francis. */
  private static final Set<String> REIGNING =
      Set.of("Pope", "King", "Queen", "Prince", "Princess", "Emperor", "Empress");

  /** Small words that no person's name has inside. */
  private static final Set<String> NOT_IN_PEOPLE =
      Set.of("of", "for", "and", "on", "the", "in", "at", "to", "&");

  private static final Set<String> DIRECTIONS =
      Set.of("northern", "southern", "eastern", "western", "central");

  /** Longer words in capitals are no acronyms and no initials. */
  private static final int SHOUTED = 4;

  private final List<Token> tokens;
  private final NameClassifier classifier;

  NameTrimmer(List<Token> tokens, NameClassifier classifier) {
    this.tokens = tokens;
    this.classifier = classifier;
  }

  /** Whether a title belongs to the name of those who are known by one. */
  static boolean isReigning(String title) {
    return REIGNING.contains(title);
  }

  /** Where a name of one word begins with the title to which it belongs: Pope Francis. */
  public static int withReigningTitle(List<Token> tokens, int first, int end) {
    boolean reigning = end - first == 1 && first > 0 && isReigning(tokens.get(first - 1).text());
    return reigning ? first - 1 : first;
  }

  /** The names that a name is: none, one, or the place before a possessive and the body behind. */
  List<Tagged> whole(Tagged name) {
    if (isNone(name)) {
      return List.of();
    }
    if (name.kind() == Kind.PERSON) {
      return List.of(person(name));
    }
    String first = tokens.get(name.first()).text();
    if (name.end() - name.first() == 1) {
      boolean adjective =
          DIRECTIONS.contains(Lexicon.lower(first))
              || name.end() < tokens.size()
                  && Lexicon.ENGLISH.isNationality(tokens.get(name.end()).text());
      if (OrganisationSigns.isGeneric(first) || adjective) {
        return List.of();
      }
    }
    int holder = name.kind() == Kind.ORGANISATION ? holder(name) : -1;
    return holder > 0
        ? List.of(new Tagged(holder, name.end(), Kind.PERSON))
        : name.kind() == Kind.ORGANISATION ? body(name) : List.of(name);
  }

  /**
   * Where the name begins of who holds the office whose object is before it: "Minister of State for
   * Trade RUTH ALDER"; -1 where no office is.
   */
  private int holder(Tagged name) {
    int of = name.first() - 1;
    boolean object =
        of > 0
            && NOT_IN_PEOPLE.contains(tokens.get(of).text())
            && RolePhrases.endWithRole(tokens, Math.max(0, of - Lexicon.LONGEST_ROLE), of);
    int last = name.end() - 2;
    return object
            && last > name.first()
            && (classifier.isPersonal(last, name.end()) || classifier.isSurname(name.end() - 1))
            && !OrganisationSigns.hasWord(tokens, last, name.end())
        ? last
        : -1;
  }

  /** A party and state, R-Ohio, and the time of day, P.M. EDT. */
  private boolean isNone(Tagged name) {
    String first = tokens.get(name.first()).text();
    boolean member =
        name.end() - name.first() == 1 && first.indexOf('-') == 1 && PartyReader.isDashed(first);
    String lower = Lexicon.lower(first);
    return member || lower.equals("p.m.") || lower.equals("a.m.");
  }

  private List<Tagged> body(Tagged name) {
    List<Tagged> parts = new ArrayList<>();
    int from = name.first();
    for (int i = from + 1; i + 1 < name.end(); i++) {
      boolean owned =
          Lexicon.isPossessive(tokens.get(i).text())
              && (classifier.isPlaceOrOrganisation(from, i) && isPlace(from, i)
                  || classifier.isPersonal(from, i));
      boolean somebody =
          Lexicon.isPossessive(tokens.get(i).text()) && classifier.isPersonal(i + 1, name.end());
      if (somebody) {
        parts.add(new Tagged(from, i, Kind.ORGANISATION));
        parts.add(new Tagged(i + 1, name.end(), Kind.PERSON));
        return parts;
      }
      if (owned && OrganisationSigns.hasWord(tokens, i + 1, name.end())) {
        parts.add(new Tagged(from, i, isPlace(from, i) ? Kind.PLACE : Kind.PERSON));
        from = i + 1;
      }
    }
    boolean goesOn =
        from > 1
            && tokens.get(from - 1).text().equals("to")
            && tokens.get(from - 2).isCapitalised()
            && OrganisationSigns.isGeneric(tokens.get(from - 2).text());
    int end = name.end();
    while (goesOn && end < tokens.size() && NameStretches.isNameWord(tokens.get(end))) {
      end++;
    }
    parts.add(new Tagged(goesOn ? from - 2 : from, end, Kind.ORGANISATION));
    return parts;
  }

  private boolean isPlace(int first, int end) {
    return Lexicon.ENGLISH.isPlace(RolePhrases.words(tokens, first, end));
  }

  private Tagged person(Tagged name) {
    int first = name.first();
    int end = name.end();
    for (int i = first + 1; i + 1 < end; i++) {
      if (NOT_IN_PEOPLE.contains(tokens.get(i).text())) {
        boolean office = RolePhrases.endWithRole(tokens, first, i);
        first = office ? i + 1 : first;
        end = office ? end : i;
      }
    }
    for (int i = first; i + 1 < end; i++) {
      boolean body =
          Lexicon.ENGLISH.isOrganisationWord(tokens.get(i).text())
              && !Lexicon.ENGLISH.isGivenName(tokens.get(i).text());
      first = body && first > name.first() ? i + 1 : first;
    }
    for (int i = first; i + 1 < end; i++) {
      first = PostNominals.contains(tokens.get(i).text()) ? i + 1 : first;
    }
    for (int i = first + 1; i + 1 < end; i++) {
      boolean before =
          !Lexicon.ENGLISH.isGivenName(tokens.get(i - 1).text())
              && Lexicon.ENGLISH.isGivenName(tokens.get(i).text());
      if (before && classifier.isKnown(i, end) && !classifier.isKnown(first, end)) {
        first = i;
      }
    }
    while (first + 1 < end && isForeword(first)) {
      first++;
    }
    while (end - first > 2 && isHeadlineVerb(first, end - 1)) {
      end--;
    }
    first = withReigningTitle(tokens, first, end);
    return new Tagged(first, PostNominals.nameEnd(tokens, first, end), Kind.PERSON);
  }

  /**
   * Whether a word before a name is none of it: "Former" Hale, or in capitals where the name is
   * not, "JUST WATCHED" Hale.
   */
  private boolean isForeword(int token) {
    String word = tokens.get(token).text();
    if (RolePhrases.isFormer(Lexicon.lower(word))) {
      return true;
    }
    boolean shouted = word.length() > SHOUTED && word.chars().allMatch(Character::isUpperCase);
    return shouted
        && tokens.get(token + 1).text().chars().anyMatch(Character::isLowerCase)
        && !Lexicon.ENGLISH.isGivenName(word)
        && !classifier.isSurname(token);
  }

  /**
   * Whether the word behind a whole name is what a headline says of its bearer, "Tom Hale Seems",
   * "Tom Hale Disqualified": nobody is called so.
   */
  private boolean isHeadlineVerb(int first, int last) {
    String word = tokens.get(last).text();
    boolean small =
        word.chars().skip(1).allMatch(Character::isLowerCase) && word.length() > SHOUTED;
    boolean participle = word.endsWith("ed") && !word.endsWith("eed");
    boolean verb = participle || word.endsWith("s") && !word.endsWith("ss") || word.endsWith("ing");
    boolean given = Lexicon.ENGLISH.isGivenName(tokens.get(first).text());
    return small
        && (participle && given || verb && classifier.isKnown(first, last))
        && !Lexicon.ENGLISH.isGivenName(word)
        && !classifier.isSurname(last)
        && !classifier.isKnown(first, last + 1);
  }
}
