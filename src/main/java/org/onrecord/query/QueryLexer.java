package org.onrecord.query;

import java.util.ArrayList;
import java.util.List;
import org.onrecord.query.QueryToken.AndToken;
import org.onrecord.query.QueryToken.Close;
import org.onrecord.query.QueryToken.End;
import org.onrecord.query.QueryToken.NotToken;
import org.onrecord.query.QueryToken.Open;
import org.onrecord.query.QueryToken.OrToken;
import org.onrecord.query.QueryToken.PhraseToken;
import org.onrecord.query.QueryToken.WordToken;

/** Cuts what the user typed into tokens. */
final class QueryLexer {
  /** Straight and curly double quotation marks; any of them opens, any of them closes. */
  private static final String QUOTES = "\"\u201C\u201D\u201E\u201F";

  private final String typed;
  private final List<QueryToken> tokens = new ArrayList<>();
  private int at;

  private QueryLexer(String typed) {
    this.typed = typed;
  }

  /** The tokens of {@code typed}, the last of them {@link End}. */
  static List<QueryToken> tokens(String typed) throws QuerySyntaxException {
    checkCharacters(typed);
    return new QueryLexer(typed).run();
  }

  private static void checkCharacters(String typed) throws QuerySyntaxException {
    if (typed.length() > QueryParser.MAX_LENGTH) {
      throw new QuerySyntaxException(
          "The query has "
              + typed.length()
              + " characters; at most "
              + QueryParser.MAX_LENGTH
              + " can be searched for. Shorten it to the words that matter.",
          QueryParser.MAX_LENGTH);
    }
    for (int i = 0; i < typed.length(); i += Character.charCount(typed.codePointAt(i))) {
      int c = typed.codePointAt(i);
      if (Character.isISOControl(c) && !isBlank(c) || Character.getType(c) == Character.SURROGATE) {
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
      if (isBlank(c)) {
        at++;
      } else if (isQuote(c)) {
        phrase();
      } else if (c == '(') {
        tokens.add(new Open(at++));
      } else if (c == ')') {
        tokens.add(new Close(at++));
      } else if (c == '-' && negates()) {
        tokens.add(new NotToken(at++));
      } else {
        word();
      }
    }
    tokens.add(new End(at));
    return tokens;
  }

  /**
   * A minus sign negates where a clause follows at once; a dash between blanks is a word like any
   * other.
   */
  private boolean negates() {
    if (at + 1 == typed.length()) {
      return false;
    }
    char next = typed.charAt(at + 1);
    return !isBlank(next) && next != '-' && next != ')';
  }

  private void phrase() throws QuerySyntaxException {
    int start = at++;
    while (at < typed.length() && !isQuote(typed.charAt(at))) {
      at++;
    }
    if (at == typed.length()) {
      throw new QuerySyntaxException(
          "This quotation mark is never closed: add one at the end of the phrase.", start);
    }
    String text = singleBlanks(typed.substring(start + 1, at++));
    if (text.isEmpty()) {
      throw new QuerySyntaxException(
          "There are no words between these quotation marks; add some or delete them.", start);
    }
    tokens.add(new PhraseToken(text, start));
  }

  private void word() {
    int start = at;
    while (at < typed.length() && isPartOfWord(typed.charAt(at))) {
      at++;
    }
    String text = typed.substring(start, at);
    tokens.add(
        switch (text) {
          case "AND" -> new AndToken(start);
          case "OR" -> new OrToken(start);
          case "NOT" -> new NotToken(start);
          default -> new WordToken(text, start);
        });
  }

  private static boolean isPartOfWord(char c) {
    return !isBlank(c) && !isQuote(c) && c != '(' && c != ')';
  }

  private static boolean isQuote(char c) {
    return QUOTES.indexOf(c) >= 0;
  }

  private static boolean isBlank(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static String singleBlanks(String text) {
    StringBuilder single = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (!isBlank(text.charAt(i))) {
        single.append(text.charAt(i));
      } else if (!single.isEmpty() && single.charAt(single.length() - 1) != ' ') {
        single.append(' ');
      }
    }
    return single.toString().stripTrailing();
  }
}
