package org.onrecord.attribution;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onrecord.registry.Registry;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.Token;

/**
 * Reads somebody's party beside the name: PTI leader X; Labour's X; X (D-N.Y.); X, R-Ohio; X of the
 * PML-N; X, a Republican.
 */
final class PartyReader {
  private static final Pattern BRACKETS =
      Pattern.compile("\\G\\s*\\(([\\p{L}.'’ -]{1,40})(?:[-–,][^)]{1,30})?\\)");
  private static final int APPOSITION = 9;

  /** The rule of a party in the words before the name. */
  static final String BEFORE = "party before the name";

  /** The rule of a party in brackets right after the name, the surest form. */
  static final String BRACKETED = "party in brackets";

  /** The rule of a party's letters and a place after a comma, as sure as brackets. */
  static final String COMMA = "party after a comma";

  private final Registry registry;
  private final Paragraph paragraph;
  private final List<Token> tokens;

  PartyReader(Registry registry, Paragraph paragraph) {
    this.registry = registry;
    this.paragraph = paragraph;
    this.tokens = paragraph.tokens();
  }

  /**
   * The party of a name whose description begins at {@code back}; null where the text names none.
   */
  @Nullable PartyEvidence around(int back, int nameStart, int nameEnd) {
    PartyEvidence before = before(back, nameStart);
    if (before != null) {
      return before;
    }
    PartyEvidence brackets = brackets(nameEnd);
    return brackets != null ? brackets : after(nameEnd);
  }

  private @Nullable PartyEvidence before(int back, int nameStart) {
    for (int i = nameStart - 1; i >= Math.max(0, back); i--) {
      for (int length = Math.min(4, i + 1 - back); length > 0; length--) {
        int first = i + 1 - length;
        String left = left(first, i + 1);
        if (left != null) {
          return new PartyEvidence(left, true, BEFORE);
        }
        if (isParty(first, i + 1)) {
          boolean former =
              first > 0 && RolePhrases.isFormer(Lexicon.lower(tokens.get(first - 1).text()));
          return new PartyEvidence(words(first, i + 1), former, BEFORE);
        }
      }
    }
    return null;
  }

  private @Nullable PartyEvidence brackets(int nameEnd) {
    int offset = tokens.get(nameEnd - 1).end();
    Matcher matcher = BRACKETS.matcher(paragraph.text()).region(offset, paragraph.text().length());
    if (!matcher.lookingAt()) {
      return null;
    }
    String inside = matcher.group(1).strip();
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

  /** X of the PML-N; X, a Republican from Ohio; X, the Democratic nominee. */
  private @Nullable PartyEvidence after(int nameEnd) {
    if (nameEnd + 1 >= tokens.size()) {
      return null;
    }
    String next = Lexicon.lower(tokens.get(nameEnd).text());
    if (next.equals("of")) {
      int at = tokens.get(nameEnd + 1).text().equals("the") ? nameEnd + 2 : nameEnd + 1;
      return firstParty(at, at + 1, "party after of");
    }
    if (!next.equals(",")) {
      return null;
    }
    PartyEvidence dashed = dashed(tokens.get(nameEnd + 1).text());
    if (dashed != null) {
      return dashed;
    }
    String article = Lexicon.lower(tokens.get(nameEnd + 1).text());
    boolean apposition =
        article.equals("a")
            || article.equals("an")
            || article.equals("the")
            || article.equals("who");
    return apposition ? firstParty(nameEnd + 2, nameEnd + APPOSITION, "party in apposition") : null;
  }

  /** X, R-Ohio; X, D-N.Y.: a party's letters and a place, one token. */
  private @Nullable PartyEvidence dashed(String token) {
    int dash = token.indexOf('-');
    boolean shaped =
        dash > 0
            && dash + 1 < token.length()
            && token.chars().limit(dash).allMatch(Character::isUpperCase)
            && Character.isUpperCase(token.charAt(dash + 1));
    String letters = shaped ? token.substring(0, dash) : "";
    return shaped && !registry.parties(letters).isEmpty()
        ? new PartyEvidence(letters, false, COMMA)
        : null;
  }

  private @Nullable PartyEvidence firstParty(int from, int to, String rule) {
    for (int i = from; i < Math.min(to, tokens.size()); i++) {
      String text = tokens.get(i).text();
      if (text.equals(",") || text.equals(".")) {
        return null;
      }
      for (int length = Math.min(4, tokens.size() - i); length > 0; length--) {
        if (isParty(i, i + length)) {
          boolean former = RolePhrases.isFormer(Lexicon.lower(tokens.get(i - 1).text()));
          return new PartyEvidence(words(i, i + length), former, rule);
        }
      }
    }
    return null;
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

  private boolean isParty(int first, int end) {
    if (!tokens.get(first).isCapitalised() || end > tokens.size()) {
      return false;
    }
    String words = words(first, end);
    return words.length() > 1
        && !registry.parties(words).isEmpty()
        && !Lexicon.ENGLISH.isGivenName(words);
  }

  private String words(int first, int end) {
    return RolePhrases.words(tokens, first, end);
  }
}
