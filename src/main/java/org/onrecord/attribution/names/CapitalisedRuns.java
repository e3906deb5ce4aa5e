package org.onrecord.attribution.names;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.attribution.words.OrdinaryWords;
import org.onrecord.attribution.words.OrganisationSigns;
import org.onrecord.attribution.words.RolePhrases;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.Token;

/** The runs of capitalised words in a paragraph that may be names: where they begin and end. */
public final class CapitalisedRuns {
  private static final Set<String> PARTICLES =
      Set.of(
          "de", "da", "del", "della", "van", "von", "der", "den", "bin", "ibn", "al", "el", "ul",
          "ur", "ten", "ter", "la", "le", "di", "du", "dos", "ben", "abu", "y", "e");
  private static final Set<String> BRIDGES = Set.of("of", "for", "and", "on", "the", "&");

  /** Ordinary words that stand within names: Theresa May, Erik Ten Haag. */
  private static final Set<String> NAMES_TOO = Set.of("may", "will", "ten");

  private final Paragraph paragraph;
  private final List<Token> tokens;
  private final BitSet repeated;

  CapitalisedRuns(Paragraph paragraph) {
    this.paragraph = paragraph;
    this.tokens = paragraph.tokens();
    this.repeated = LinkTitles.in(paragraph);
  }

  /** Whether a run begins at a token that no run before it holds. */
  boolean startsAt(int i) {
    Token token = tokens.get(i);
    return isCapitalised(token)
        && !repeated.get(i)
        && !OrdinaryWords.isOrdinary(token)
        && !isOpeningVerb(i, token.plain())
        && !(i == 0 && isLetterLabel(token));
  }

  /** The Q and A of an interview. */
  public static boolean isLetterLabel(Token token) {
    return token.text().equals("Q") || token.text().equals("A");
  }

  /** "Noting that", "Asked whether": a capital because it opens the sentence. */
  private boolean isOpeningVerb(int i, String lower) {
    boolean verbal = lower.length() > 4 && (lower.endsWith("ing") || lower.endsWith("ed"));
    return verbal
        && opensSentence(i)
        && !Lexicon.ENGLISH.isGivenName(lower)
        && i + 1 < tokens.size()
        && OrdinaryWords.contains(tokens.get(i + 1).plain());
  }

  /** Whether no word stands before a token in its sentence. */
  boolean opensSentence(int i) {
    int first = paragraph.sentences().get(paragraph.sentenceOf(i)).first();
    while (first < i && !tokens.get(first).isWord()) {
      first++;
    }
    return first == i;
  }

  /** Whether a sentence begins with a token. */
  boolean opensAnew(int i) {
    return paragraph.sentences().get(paragraph.sentenceOf(i)).first() == i;
  }

  /** Where the run ends that begins at a token. */
  int end(int start) {
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
    String lower = tokens.get(i).plain();
    return newSentence
        || repeated.get(i)
        || OrdinaryWords.isOrdinary(tokens.get(i)) && !NAMES_TOO.contains(lower);
  }

  /** Also al-Awlaki, whose capital stands after its article. */
  static boolean isCapitalised(Token token) {
    String text = token.text();
    int hyphen = text.indexOf('-');
    return token.isCapitalised()
        || hyphen > 0
            && hyphen + 1 < text.length()
            && Character.isUpperCase(text.charAt(hyphen + 1))
            && PARTICLES.contains(text.substring(0, hyphen));
  }

  /** Whether a word in small letters stands inside people's names: Jan van Dorn. */
  public static boolean isParticle(String word) {
    return PARTICLES.contains(word);
  }

  /** Whether a word in small letters may stand between the capitalised words of one name. */
  static boolean isBridge(Token token) {
    return BRIDGES.contains(token.text());
  }

  /** Where an organisation's name that goes on after of, for or and ends: "Department of State". */
  int bridgedEnd(int start, int end) {
    int at = end;
    boolean organisation = OrganisationSigns.hasWord(tokens, start, end);
    while (organisation && at < tokens.size() && isBridge(tokens.get(at))) {
      int next = at + 1;
      while (next < tokens.size() && tokens.get(next).text().equals("the")) {
        next++;
      }
      boolean and = tokens.get(at).text().equals("and");
      if (next >= tokens.size() || !tokens.get(next).isCapitalised() || and) {
        break;
      }
      at = nextRole(next, end(next));
    }
    return at;
  }

  /** Where a title or role begins in a run: "House of Representatives" Speaker Mike Johnson. */
  private int nextRole(int first, int end) {
    for (int i = first + 1; i < end; i++) {
      Optional<RolePhrases.Found> role = RolePhrases.at(tokens, i, end);
      boolean leads =
          role.isPresent() && role.get().end() < end || Title.at(tokens, i, end).isPresent();
      if (leads) {
        return i;
      }
    }
    return end;
  }
}
