package org.onrecord.attribution.source;

import java.util.List;
import java.util.Set;
import org.onrecord.attribution.names.NameMention;
import org.onrecord.attribution.words.BodyNouns;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.attribution.words.OrganisationSigns;
import org.onrecord.attribution.words.PostNominals;
import org.onrecord.attribution.words.RolePhrases;
import org.onrecord.segment.Token;

/** The phrase that names a source: where its head ends, and what only describes somebody. */
final class SourcePhrase {
  private static final Set<String> PREPOSITIONS =
      Set.of(
          "of", "for", "to", "from", "at", "in", "on", "with", "by", "who", "during", "inside",
          "outside", "after", "before", "near", "about", "against", "whose", "that", "which", "as");

  private static final Set<String> OFFICE_JOINTS = Set.of("of", "for", "and", "the", "to", "&");

  private static final Set<String> COLLECTIVES =
      Set.of(
          "campaign",
          "administration",
          "team",
          "camp",
          "family",
          "government",
          "office",
          "lawyer",
          "aide",
          "ally",
          "allie",
          "backer",
          "supporter",
          "fan",
          "voter",
          "loyalist",
          "surrogate",
          "delegate",
          "donor",
          "staffer",
          "operative",
          "rival",
          "opponent",
          "critic",
          "wing",
          "cabinet",
          "transition",
          "organization",
          "organisation",
          "foundation",
          "company",
          "firm",
          "department",
          "ministry",
          "poll",
          "survey",
          "report",
          "article",
          "statement",
          "source",
          "insider",
          "associate",
          "advisor",
          "regime",
          "side",
          "faction",
          "group",
          "people",
          "defender");

  private static final Set<String> TIMES =
      Set.of(
          ("monday tuesday wednesday thursday friday saturday sunday january february march april"
                  + " june july august september october november december year month week day"
                  + " hour minute moment morning afternoon evening night weekend today tomorrow"
                  + " yesterday")
              .split(" "));

  /** What begins a noun phrase. */
  private static final Set<String> NOUN_OPENINGS =
      Set.of(
          "the", "a", "an", "his", "her", "their", "its", "our", "my", "this", "that", "these",
          "those", "some", "any", "no", "most", "each", "every", "another", "more", "less", "other",
          "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

  /** Who is meant by no name: others, some. */
  private static final Set<String> PRONOUNS =
      Set.of(
          "he",
          "she",
          "they",
          "who",
          "some",
          "others",
          "many",
          "one",
          "both",
          "several",
          "everyone",
          "everybody",
          "someone",
          "somebody",
          "anyone",
          "all",
          "most",
          "it",
          "those");

  /** Words for somebody that are a source where they stand alone. */
  private static final Set<String> PERSONAL =
      Set.of("i", "you", "we", "us", "him", "them", "his", "her", "their", "my", "our", "your");

  /** What says something without being anybody. */
  private static final Set<String> TEXTS =
      Set.of(
          ("ad advert advertisement affidavit analysis banner bill biography book bulletin caption"
                  + " chant column comment commentary complaint constitution data description diary"
                  + " document dossier editorial email e-mail evidence figure file filing headline"
                  + " interview journal judgment law lawsuit leaflet letter manifesto memo memoir"
                  + " message motto notice note opinion order paper petition placard plan platform"
                  + " poster post presentation proclamation proposal record release research"
                  + " resolution review ruling script series sign site slogan speech story study"
                  + " testimony text theory title transcript treaty tweet verdict version video"
                  + " warrant website word")
              .split(" "));

  private static final Set<String> DAYS =
      Set.of(
          "today",
          "yesterday",
          "tonight",
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday");

  private SourcePhrase() {}

  /** Where a phrase ends without the day behind it: "Pakistan" today. */
  static int withoutDay(List<Token> tokens, int first, int end) {
    int at = end;
    while (at > first + 1 && DAYS.contains(Lexicon.lower(tokens.get(at - 1).text()))) {
      at--;
    }
    return at;
  }

  /**
   * Whether a phrase is a piece of a sentence that can be nobody's name: "December", "hot water".
   * What an article or a number opens, a plural, and what has somebody, a body or a text in it may
   * be a source.
   */
  static boolean isFragment(List<Token> tokens, int first, int end) {
    String opening = Lexicon.lower(tokens.get(first).text());
    boolean noun = NOUN_OPENINGS.contains(opening) || Character.isDigit(opening.charAt(0));
    if (isTime(tokens, first, end) || NOUN_OPENINGS.contains(tokens.get(end - 1).lower())) {
      return true;
    }
    return !noun && !tokens.get(end - 1).text().endsWith("s") && !canSpeak(tokens, first, end);
  }

  /** Whether a phrase ends with a time: "a few minutes", "Wednesday morning", "this year". */
  private static boolean isTime(List<Token> tokens, int first, int end) {
    String last = tokens.get(end - 1).lower();
    String one = last.endsWith("s") ? last.substring(0, last.length() - 1) : last;
    return TIMES.contains(one) || end - first == 1 && TIMES.contains(last);
  }

  /**
   * Whether a phrase may be about somebody, or about what says something: it has a noun for one, a
   * name, a number ("77 percent"), a relative clause of a person, or an ending of nouns for people.
   * In "no deal, a nuclear weapon" nothing has.
   */
  static boolean maySpeak(List<Token> tokens, int first, int end) {
    for (int i = first; i < end; i++) {
      Token token = tokens.get(i);
      String word = token.lower();
      boolean name = token.isCapitalised() && !NOUN_OPENINGS.contains(word);
      boolean somebody =
          word.startsWith("who")
              || end == first + 1 && PERSONAL.contains(word)
              || Character.isDigit(word.charAt(0))
              || Antecedents.isPersonal(BodyNouns.singular(word))
              || SourceHead.kind(word) != SourceHead.Kind.OTHER;
      if (name || somebody) {
        return true;
      }
    }
    return canSpeak(tokens, first, end);
  }

  private static boolean canSpeak(List<Token> tokens, int first, int end) {
    for (int i = first; i < end; i++) {
      String word = Lexicon.lower(tokens.get(i).text());
      String one = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
      boolean speaks =
          Lexicon.ENGLISH.role(word).isPresent()
              || Lexicon.ENGLISH.role(one).isPresent()
              || COLLECTIVES.contains(one)
              || TEXTS.contains(one)
              || Lexicon.ENGLISH.isOrganisationWord(word)
              || PRONOUNS.contains(word);
      if (speaks) {
        return true;
      }
    }
    return false;
  }

  /** Where the part of the phrase ends that begins at a token: before a comma, bracket or dash. */
  static int segmentEnd(List<Token> tokens, int start, int end) {
    int at = start;
    while (at < end && (!isComma(tokens.get(at)) || isWing(tokens, at))) {
      at++;
    }
    return at;
  }

  /** Whether a bracket is one around the wing of a party's letters: CPI(M) leader X. */
  private static boolean isWing(List<Token> tokens, int at) {
    int open = tokens.get(at).text().equals("(") ? at : at - 2;
    return open > 0
        && open + 2 < tokens.size()
        && tokens.get(open).text().equals("(")
        && tokens.get(open + 2).text().equals(")")
        && tokens.get(open + 1).text().length() < 4
        && OrganisationSigns.isAbbreviation(tokens.get(open - 1).text());
  }

  /** Whether a word in small letters leads away from the head of a phrase. */
  static boolean isPreposition(String lower) {
    return PREPOSITIONS.contains(lower);
  }

  static boolean isComma(Token token) {
    return switch (token.text()) {
      case ",", "(", ")", ";", "—", "–", "--" -> true;
      default -> false;
    };
  }

  /**
   * Whether what follows a name makes it a description of somebody else: Trump aides, Clinton
   * campaign.
   */
  static boolean isDescribing(List<Token> tokens, int after) {
    String next = tokens.get(after).text();
    if (PostNominals.contains(next)) {
      return false;
    }
    String singular = next.endsWith("s") ? next.substring(0, next.length() - 1) : next;
    return Lexicon.ENGLISH.role(next).isPresent()
        || Lexicon.ENGLISH.role(singular).isPresent()
        || COLLECTIVES.contains(Lexicon.lower(singular))
        || Lexicon.ENGLISH.isOrganisationWord(next);
  }

  /**
   * Where the head ends if it is an office and its object before a name, "Secretary of" State John
   * Kerry: with the name.
   */
  private static int officeEnd(List<Token> tokens, int headEnd, List<NameMention> inside) {
    String before = headEnd == 0 ? "" : tokens.get(headEnd - 1).text();
    boolean role = Lexicon.ENGLISH.role(before).isPresent() || before.equals("Chief");
    if (!role || isOneOfSeveral(tokens, headEnd - 1)) {
      return headEnd;
    }
    for (NameMention name : inside) {
      boolean office =
          name.first() > headEnd + 1
              && name.titled()
              && !isOffice(tokens, headEnd + 1, name.first())
              && Lexicon.ENGLISH.title(tokens.get(headEnd + 1).text()).isEmpty();
      for (int i = headEnd; office && i < name.first(); i++) {
        office = tokens.get(i).isCapitalised() || OFFICE_JOINTS.contains(tokens.get(i).text());
      }
      if (office) {
        return name.end();
      }
    }
    return headEnd;
  }

  /** Whether a spokesperson is "a" spokesperson, so that the name behind "for" is another's. */
  private static boolean isOneOfSeveral(List<Token> tokens, int noun) {
    int at = noun;
    while (at > 0 && noun - at < 3 && tokens.get(at - 1).isWord()) {
      at--;
      String word = tokens.get(at).lower();
      if (word.equals("a") || word.equals("an") || word.equals("another")) {
        return BodyNouns.isSpokesperson(tokens.get(noun).lower());
      }
    }
    return false;
  }

  /** Whether a role begins at a token that is no group's: minister, no staff or government. */
  private static boolean isOffice(List<Token> tokens, int i, int limit) {
    return RolePhrases.at(tokens, i, limit)
        .filter(found -> found.role().kind() != Lexicon.RoleKind.GROUP)
        .isPresent();
  }

  /** Where the phrase's head ends, the name with it that an office and its object lead to. */
  static int headEnd(List<Token> tokens, int start, int end, List<NameMention> inside) {
    int head = headEnd(tokens, start, end);
    while (head < end && isInName(tokens, start, head, end, inside)) {
      head = headEnd(tokens, head, end);
    }
    return officeEnd(tokens, head, inside);
  }

  /**
   * Whether the preposition at a token is within the name of a body before one of its people, with
   * whose name the phrase ends, "University of Elmsea chief Tom Hale", or joins two parts of it,
   * "the Institute for Harbour Policy fellow Tom Hale".
   */
  private static boolean isInName(
      List<Token> tokens, int start, int at, int end, List<NameMention> inside) {
    NameMention last = inside.isEmpty() ? null : inside.getLast();
    if (last == null
        || last.kind() != NameMention.Kind.PERSON
        || last.end() != end
        || last.first() < at + 2) {
      return false;
    }
    if (inside.stream().anyMatch(name -> name.first() < at && at < name.end())) {
      return true;
    }
    Token before = tokens.get(last.first() - 1);
    return inside.stream().anyMatch(name -> name.end() == at && name.first() <= start + 1)
        && tokens.get(at + 1).isCapitalised()
        && Character.isLowerCase(before.text().charAt(0))
        && Lexicon.ENGLISH.role(before.text()).isPresent();
  }

  /** Where the phrase's head ends: before a preposition that is not its first word. */
  static int headEnd(List<Token> tokens, int start, int end) {
    for (int i = start + 1; i < end; i++) {
      if (PREPOSITIONS.contains(Lexicon.lower(tokens.get(i).text()))) {
        return i;
      }
    }
    return end;
  }
}
