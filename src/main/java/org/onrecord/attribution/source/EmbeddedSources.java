package org.onrecord.attribution.source;

import java.util.List;
import java.util.Set;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.segment.Sentence;
import org.onrecord.segment.Token;

/** Finds who really speaks where the words found belong to another clause. */
final class EmbeddedSources {
  /** So many tokens at the most stand between "quoted" and "as saying". */
  private static final int QUOTED_REACH = 14;

  /** So many tokens at the most stand between "which" and the one by whom it is done. */
  private static final int CLAUSE_REACH = 6;

  private static final Set<String> QUOTES =
      Set.of("quoted", "quotes", "quoting", "cited", "citing");
  private static final Set<String> RELATIVES = Set.of("which", "who", "that");

  private EmbeddedSources() {}

  /**
   * Who speaks: whom the source quotes, "the agency quoted GENERAL X as saying"; of whom a clause
   * says more by whose end the source was found, "A CLERK, which is chaired by X, said"; else the
   * source itself.
   */
  static TokenSpan really(List<Token> tokens, Sentence sentence, TokenSpan source) {
    int quoted = quotedEnd(tokens, source.end());
    if (quoted > source.end()) {
      return new TokenSpan(source.end() + 1, quoted);
    }
    int comma = clauseComma(tokens, sentence, source);
    if (comma < 0) {
      return source;
    }
    int first = comma;
    while (first > sentence.first() && !SourcePhrase.isComma(tokens.get(first - 1))) {
      first--;
    }
    while (first < comma && !tokens.get(first).isWord()) {
      first++;
    }
    return first < comma ? new TokenSpan(first, comma) : source;
  }

  private static int quotedEnd(List<Token> tokens, int end) {
    if (end + 3 >= tokens.size() || !QUOTES.contains(Lexicon.lower(tokens.get(end).text()))) {
      return end;
    }
    int limit = Math.min(tokens.size() - 1, end + QUOTED_REACH);
    for (int i = end + 2; i < limit; i++) {
      boolean as = tokens.get(i).text().equals("as") && tokens.get(i + 1).text().endsWith("ing");
      if (as) {
        return i;
      }
    }
    return end;
  }

  /** The comma before the clause whose "by" leads to the source; -1 where there is none. */
  private static int clauseComma(List<Token> tokens, Sentence sentence, TokenSpan source) {
    int by = source.first() - 1;
    boolean led = by > sentence.first() && Lexicon.lower(tokens.get(by).text()).equals("by");
    for (int i = by - 1; led && i > sentence.first() && by - i < CLAUSE_REACH; i--) {
      boolean opens = RELATIVES.contains(Lexicon.lower(tokens.get(i).text()));
      if (opens && tokens.get(i - 1).text().equals(",")) {
        return i - 1;
      }
    }
    return -1;
  }
}
