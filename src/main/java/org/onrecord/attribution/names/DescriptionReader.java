package org.onrecord.attribution.names;

import java.util.List;
import java.util.Set;
import org.onrecord.attribution.names.NameMention.Kind;
import org.onrecord.attribution.words.Description;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.attribution.words.OrganisationSigns;
import org.onrecord.attribution.words.RolePhrases;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.Token;

/** Reads what describes somebody beside the name: "former adviser" X; X, "a teacher". */
final class DescriptionReader {
  /** So many tokens before a name at the most describe it. */
  static final int LOOK_BACK = 9;

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
          "before",
          "after",
          "until",
          "since",
          "if",
          "because",
          "did");

  /** So many tokens a noun phrase has at the most to which a name stands in apposition. */
  private static final int APPOSITION = 14;

  /** A noun for somebody, and far more often what one person did to the next. */
  private static final String ACCUSED = "accused";

  private static final Set<String> VERBS =
      Set.of(
          ("is are was were be been has have had do does did will would can could may might said"
                  + " says say told tells asked added met visited called urged saw made took gave"
                  + " went who which that")
              .split(" "));

  private final Paragraph paragraph;
  private final List<Token> tokens;

  DescriptionReader(Paragraph paragraph) {
    this.paragraph = paragraph;
    this.tokens = paragraph.tokens();
  }

  /**
   * The first token of what may describe the name that begins at {@code start}: no stop, no verb
   * and nobody else between.
   *
   * @param earlier the names found before it in the paragraph
   */
  int lookBack(int start, int nameEnd, List<NameMention> earlier) {
    int sentence = paragraph.sentences().get(paragraph.sentenceOf(start)).first();
    int floor = Math.max(sentence, personBefore(start, earlier));
    int apposition = appositionBefore(floor, start, nameEnd);
    if (apposition < start) {
      return apposition;
    }
    int at = start;
    while (at > floor && start - at < LOOK_BACK) {
      Token token = tokens.get(at - 1);
      String lower = Lexicon.lower(token.text());
      if (isWingOfLetters(at - 1, floor) || isRetired(at - 1, floor)) {
        at -= 3;
        continue;
      }
      boolean comma = lower.equals(",") && at == start && isApposition(at - 1, nameEnd);
      boolean joins =
          lower.equals("and") || lower.equals("-") || Lexicon.isPossessive(lower) || comma;
      boolean adverb = lower.endsWith("ly") && !token.isCapitalised();
      boolean stops = !joins && (!token.isWord() || STOPS.contains(lower) || adverb);
      if (stops || isDeed(at - 1, floor)) {
        break;
      }
      at--;
    }
    return at;
  }

  /**
   * Whether a word is what somebody with a role did to the next: "the Speaker warned Mr Hale". "A
   * doctor named Hale" and "an officer turned writer" are one person.
   */
  private boolean isDeed(int at, int floor) {
    String lower = tokens.get(at).text();
    if (at <= floor || !lower.endsWith("ed") || !Lexicon.lower(lower).equals(lower)) {
      return false;
    }
    String doer = tokens.get(at - 1).text();
    boolean role =
        Lexicon.ENGLISH.role(doer).isPresent() || Lexicon.ENGLISH.title(doer).isPresent();
    boolean one = at - 1 > floor && Lexicon.lower(tokens.get(at - 2).text()).matches("an?");
    return role && !one && !lower.equals("turned");
  }

  /** Whether a bracket closes the letters of a party's wing: CPI(M), PML(N). */
  private boolean isWingOfLetters(int close, int floor) {
    return close - 3 >= floor
        && tokens.get(close).text().equals(")")
        && tokens.get(close - 2).text().equals("(")
        && tokens.get(close - 1).text().length() < 4
        && tokens.get(close - 1).isCapitalised()
        && OrganisationSigns.isAbbreviation(tokens.get(close - 3).text());
  }

  /** Whether a bracket closes what says that an officer has left: Adm (retired), Gen (Retd). */
  private boolean isRetired(int close, int floor) {
    return close - 3 >= floor
        && tokens.get(close).text().equals(")")
        && tokens.get(close - 2).text().equals("(")
        && Lexicon.lower(tokens.get(close - 1).text()).startsWith("ret");
  }

  /**
   * Where the noun phrase begins that a name stands in apposition to, and which may hold
   * prepositions: "President of the Bihar party, NAME," begins its clause, names a role and has no
   * verb; the name's first token where there is none.
   */
  private int appositionBefore(int floor, int start, int nameEnd) {
    boolean framed =
        start - 1 > floor
            && tokens.get(start - 1).text().equals(",")
            && nameEnd < tokens.size()
            && tokens.get(nameEnd).text().equals(",");
    int first = start - 1;
    while (framed && first > floor && start - first <= APPOSITION && !isClauseEnd(first - 1)) {
      first--;
    }
    if (!framed || start - first > APPOSITION || first >= start - 1) {
      return start;
    }
    boolean noun =
        !Lexicon.isPreposition(Lexicon.lower(tokens.get(first).text()))
            && RolePhrases.firstIn(tokens, first, start - 1) != null;
    for (int i = first; i < start - 1; i++) {
      noun &= !VERBS.contains(Lexicon.lower(tokens.get(i).text()));
    }
    return noun ? first : start;
  }

  private boolean isClauseEnd(int i) {
    String text = tokens.get(i).text();
    return !tokens.get(i).isWord() && !Lexicon.isPossessive(text) && !text.equals("-")
        || text.equals("and")
        || text.equals("said")
        || text.equals("that");
  }

  /**
   * Where the last name before a token ends if it is a person's, whose own description stands
   * before it. A name that a role follows belongs to the role: "former Anna Holt aide Tom Hale".
   */
  private int personBefore(int start, List<NameMention> earlier) {
    if (earlier.isEmpty()
        || earlier.getLast().kind() != Kind.PERSON
        || earlier.getLast().possessive()) {
      return 0;
    }
    int end = earlier.getLast().end();
    return RolePhrases.at(tokens, end, start)
            .filter(role -> !role.role().name().equals(ACCUSED))
            .isPresent()
        ? 0
        : end;
  }

  /** "His lawyer, Michael Cohen,": a comma between role and name, and another after it. */
  private boolean isApposition(int comma, int nameEnd) {
    return comma > 0
        && Lexicon.ENGLISH.role(tokens.get(comma - 1).text()).isPresent()
        && nameEnd < tokens.size()
        && tokens.get(nameEnd).text().equals(",");
  }

  /**
   * The roles in an apposition or relative clause: ", who is Khan's adviser on international
   * affairs,".
   */
  List<Description> after(int end) {
    if (end >= tokens.size() || !tokens.get(end).text().equals(",")) {
      return List.of();
    }
    int limit = end + 1;
    int sentenceEnd = paragraph.sentences().get(paragraph.sentenceOf(end)).end();
    while (limit < sentenceEnd && limit - end < 12 && !isStop(limit)) {
      limit += isLetters(limit + 1, sentenceEnd) ? 4 : 1;
    }
    if (limit <= end + 1 || tokens.get(end + 1).text().equals("and")) {
      return List.of();
    }
    RolePhrases.Found role = RolePhrases.firstIn(tokens, end + 1, limit);
    if (role != null && isLetters(role.end(), limit)) {
      role = RolePhrases.firstIn(tokens, role.end() + 3, limit);
    }
    boolean belongsToNext =
        role != null && role.end() < tokens.size() && tokens.get(role.end()).isCapitalised();
    if (role == null || belongsToNext || role.first() - end > 8) {
      return List.of();
    }
    return List.of(RolePhrases.description(tokens, role, end + 1, limit));
  }

  /** Whether brackets hold a body's letters, behind its name: (IPC). */
  private boolean isLetters(int open, int end) {
    return open + 3 < end
        && tokens.get(open).text().equals("(")
        && tokens.get(open + 2).text().equals(")")
        && OrganisationSigns.isAbbreviation(tokens.get(open + 1).text());
  }

  private boolean isStop(int i) {
    String text = tokens.get(i).text();
    return !tokens.get(i).isWord() && !Lexicon.isPossessive(text) && !text.equals("-");
  }
}
