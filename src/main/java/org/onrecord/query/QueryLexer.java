package org.onrecord.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.query.QueryToken.AndToken;
import org.onrecord.query.QueryToken.Close;
import org.onrecord.query.QueryToken.End;
import org.onrecord.query.QueryToken.FieldToken;
import org.onrecord.query.QueryToken.MemberToken;
import org.onrecord.query.QueryToken.NotToken;
import org.onrecord.query.QueryToken.Open;
import org.onrecord.query.QueryToken.OrToken;
import org.onrecord.query.QueryToken.PhraseToken;
import org.onrecord.query.QueryToken.SentenceToken;
import org.onrecord.query.QueryToken.WordToken;
import org.onrecord.schema.ArchiveField;

/** Cuts what the user typed into tokens. */
final class QueryLexer {
  private static final char MINUS_SIGN = '\u2212';
  private static final Pattern TRUNCATED = Pattern.compile("(\\p{Ll}{2,})([!%])");
  private static final char EN_DASH = '\u2013';

  private final String typed;
  private final List<QueryToken> tokens = new ArrayList<>();
  private int at;

  private QueryLexer(String typed) {
    this.typed = typed;
  }

  /** The tokens of {@code typed}, the last of them {@link End}. */
  static List<QueryToken> tokens(String typed, QueryLimits limits) throws QuerySyntaxException {
    checkCharacters(typed, limits.characters());
    return new QueryLexer(typed).run();
  }

  /** Refuses what is too long, or has characters that cannot be searched for. */
  static void checkCharacters(String typed, int most) throws QuerySyntaxException {
    if (typed.length() > most) {
      throw new QuerySyntaxException(
          "The query has "
              + typed.length()
              + " characters; at most "
              + most
              + " can be searched for. Shorten it to the words that matter.",
          most);
    }
    for (int i = 0; i < typed.length(); i += Character.charCount(typed.codePointAt(i))) {
      int c = typed.codePointAt(i);
      if (Character.isISOControl(c) && !Signs.isBlank(c)
          || Character.getType(c) == Character.SURROGATE) {
        throw new QuerySyntaxException(
            "The query has a character here that cannot be searched for (%s); delete it."
                .formatted(name(c)),
            i);
      }
    }
  }

  private static String name(int c) {
    return "U+%04X".formatted(c);
  }

  private List<QueryToken> run() throws QuerySyntaxException {
    while (at < typed.length()) {
      char c = typed.charAt(at);
      if (Signs.separates(typed, at)) {
        at++;
      } else if (Signs.isQuote(c)) {
        phrase();
      } else if (c == '(') {
        tokens.add(new Open(at++));
      } else if (c == ')') {
        tokens.add(new Close(at++));
      } else if ((c == '-' || c == MINUS_SIGN) && clauseFollows()) {
        tokens.add(new NotToken(at++));
      } else if (c == EN_DASH && clauseFollows()) {
        throw new QuerySyntaxException(
            "This dash is no minus sign: write - to exclude what follows, or a blank after the"
                + " dash.",
            at);
      } else {
        wordOrField();
      }
    }
    tokens.add(new End(at));
    for (int i = 1; i < tokens.size() - 1; i++) {
      if (joins(i)) {
        tokens.set(i, new AndToken(tokens.get(i).position()));
      }
    }
    return tokens;
  }

  /** A small "and" between two clauses asks for nothing more, and is written & as well. */
  private boolean joins(int i) {
    return tokens.get(i) instanceof WordToken(String text, int _)
        && text.equals("and")
        && switch (tokens.get(i - 1)) {
          case WordToken _, PhraseToken _, Close _ -> true;
          default -> false;
        }
        && switch (tokens.get(i + 1)) {
          case WordToken _, PhraseToken _, Open _, FieldToken _, MemberToken _ -> true;
          default -> false;
        };
  }

  /**
   * A minus sign negates where a clause follows at once; a dash between blanks is punctuation like
   * any other.
   */
  private boolean clauseFollows() {
    return at + 1 < typed.length()
        && !Signs.separates(typed, at + 1)
        && typed.charAt(at + 1) != '-'
        && typed.charAt(at + 1) != ')';
  }

  private void phrase() throws QuerySyntaxException {
    int start = at++;
    while (at < typed.length() && !Signs.isQuote(typed.charAt(at))) {
      at++;
    }
    if (at == typed.length()) {
      throw new QuerySyntaxException(
          "This quotation mark is never closed: add one at the end of the phrase.", start);
    }
    String text = singleBlanks(typed.substring(start + 1, at++));
    if (Signs.endOfSearchable(text) == 0) {
      throw new QuerySyntaxException(
          "There are no words between these quotation marks; add some or delete them.", start);
    }
    if (at < typed.length() && "*~^".indexOf(typed.charAt(at)) >= 0) {
      throw new QuerySyntaxException(
          typed.charAt(at)
              + " does not stand after a phrase. Words that need not be side by side are found by"
              + " NEAR: fair NEAR/5 trial.",
          at);
    }
    tokens.add(new PhraseToken(text, start));
  }

  private void wordOrField() throws QuerySyntaxException {
    int start = at;
    Optional<String> member = FieldName.memberAt(typed, start);
    if (member.isPresent()) {
      at = typed.indexOf(':', start) + 1;
      tokens.add(new MemberToken(member.get(), start));
      return;
    }
    Optional<ArchiveField> field = FieldName.at(typed, start);
    if (field.isPresent()) {
      at = typed.indexOf(':', start) + 1;
      tokens.add(new FieldToken(field.get(), start));
      return;
    }
    while (at < typed.length() && isPartOfWord(at)) {
      at++;
    }
    String text = typed.substring(start, at);
    refuseTruncation(text, start);
    switch (text) {
      case "AND" -> tokens.add(new AndToken(start));
      case "OR" -> tokens.add(new OrToken(start));
      case "NOT" -> tokens.add(new NotToken(start));
      case "SENTENCE" -> sentence(start);
      default -> tokens.add(NearOperator.read(text, start).orElse(new WordToken(text, start)));
    }
  }

  /**
   * Westlaw and Nexis write ! for the rest of a word, others %. One that ends a sentence is none.
   */
  private void refuseTruncation(String text, int start) throws QuerySyntaxException {
    boolean ends = !tokens.isEmpty() && typed.substring(at).isBlank();
    Matcher truncated = TRUNCATED.matcher(text);
    if (!ends && truncated.matches()) {
      throw new QuerySyntaxException(
          truncated.group(2)
              + " is written * here: "
              + truncated.group(1)
              + "* finds every word that begins so.",
          start + truncated.start(2));
    }
  }

  /** {@code SAME SENTENCE} says what {@code NEAR/SENTENCE} does. */
  private void sentence(int start) {
    boolean same =
        !tokens.isEmpty()
            && tokens.getLast() instanceof WordToken(String text, int _)
            && text.equals("SAME");
    if (same) {
      tokens.add(new SentenceToken(tokens.removeLast().position()));
    } else {
      tokens.add(new WordToken("SENTENCE", start));
    }
  }

  private boolean isPartOfWord(int i) {
    char c = typed.charAt(i);
    return !Signs.separates(typed, i) && !Signs.isQuote(c) && c != '(' && c != ')';
  }

  private static String singleBlanks(String text) {
    StringBuilder single = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (!Signs.isBlank(text.charAt(i))) {
        single.append(text.charAt(i));
      } else if (!single.isEmpty() && single.charAt(single.length() - 1) != ' ') {
        single.append(' ');
      }
    }
    return single.toString().stripTrailing();
  }
}
