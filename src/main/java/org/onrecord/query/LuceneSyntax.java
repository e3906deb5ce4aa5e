package org.onrecord.query;

import java.io.StringReader;
import java.util.List;
import org.apache.lucene.queryparser.charstream.FastCharStream;
import org.apache.lucene.queryparser.flexible.core.nodes.QueryNode;
import org.apache.lucene.queryparser.flexible.standard.parser.ParseException;
import org.apache.lucene.queryparser.flexible.standard.parser.StandardSyntaxParser;
import org.apache.lucene.queryparser.flexible.standard.parser.TokenMgrError;

/**
 * Reads Lucene's standard query syntax, as Kibana, Solr and Datashare take it, by Lucene's own
 * parser: {@code +trump -biden "release of khan"~5 speaker:(imran OR bukhari) date:[2024-01 TO
 * 2024-06]}. What it gives means the same as what {@link QueryParser} gives, so that limits,
 * highlights and what is explained are the same. As there,
 *
 * <ul>
 *   <li>words beside each other without an operator are alternatives; beside a {@code +} they only
 *       weigh, and are left out;
 *   <li>{@code "a b"~5} finds a and b with at most 5 words between them, in either order;
 *   <li>what OnRecord cannot do (wildcards within a word, regular expressions, weights, ranges of
 *       anything but dates) is refused and not guessed at.
 * </ul>
 */
final class LuceneSyntax {
  private final String typed;

  private LuceneSyntax(String typed) {
    this.typed = typed;
  }

  /** What {@code typed} means, within these limits; {@link Query.All} where it is blank. */
  static ReadQuery parse(String typed, QueryLimits limits) throws QuerySyntaxException {
    QueryLexer.checkCharacters(typed, limits.characters());
    if (typed.isBlank()) {
      return new ReadQuery(new Query.All(), List.of());
    }
    LuceneSyntax syntax = new LuceneSyntax(typed);
    syntax.check();
    return new LuceneQueryReader(typed, limits).read(syntax.tree());
  }

  private QueryNode tree() throws QuerySyntaxException {
    StandardSyntaxParser parser =
        new StandardSyntaxParser(new FastCharStream(new StringReader(typed)));
    try {
      return parser.TopLevelQuery(LuceneQueryReader.NO_FIELD);
    } catch (ParseException e) {
      throw unexpected(e);
    } catch (TokenMgrError e) {
      throw new QuerySyntaxException(
          "This cannot be read as a Lucene query: put what is no word between quotation marks, or a"
              + " \\ before the sign.",
          Signs.firstSign(typed));
    }
  }

  private QuerySyntaxException unexpected(ParseException fault) {
    int at = fault.currentToken == null ? -1 : fault.currentToken.next.beginColumn;
    if (at < 0 || at >= typed.length()) {
      return new QuerySyntaxException(
          "Something is missing at the end of the query: an operator needs a word, a phrase or a"
              + " group on both sides, a field its value.",
          Math.max(0, typed.length() - 1));
    }
    return new QuerySyntaxException(
        "The query cannot go on so here: an operator needs something on both sides, a field a value"
            + " right after it; a sign that is meant as it stands has a \\ before it.",
        at);
  }

  /** Refuses what the parser would say nothing clear of, or would not bear. */
  private void check() throws QuerySyntaxException {
    int depth = 0;
    int first = -1;
    for (int i = 0; i < typed.length(); i++) {
      switch (typed.charAt(i)) {
        case '\\' -> i++;
        case '"' -> i = closing(i);
        case '/' ->
            throw new QuerySyntaxException(
                "/ begins a regular expression, which is not understood. Write \\/ for the sign, or"
                    + " the start of a word with an asterisk: minist*.",
                i);
        case '(' -> {
          first = depth == 0 ? i : first;
          if (++depth > QueryParser.MAX_DEPTH) {
            throw new QuerySyntaxException(
                "Parentheses stand more than "
                    + QueryParser.MAX_DEPTH
                    + " deep in one another here; write it flatter.",
                i);
          }
        }
        case ')' -> {
          if (--depth < 0) {
            throw QueryParser.unopened(i);
          }
        }
        default -> checkFunction(i);
      }
    }
    if (depth > 0) {
      throw QueryParser.unclosed(first);
    }
  }

  private void checkFunction(int at) throws QuerySyntaxException {
    boolean begins = at == 0 || List.of(' ', '(', '+', '-', '!').contains(typed.charAt(at - 1));
    if (begins && typed.startsWith("fn:", at)) {
      throw new QuerySyntaxException(
          "Interval functions are not understood. Write \"fair trial\"~5 for words near each"
              + " other.",
          at);
    }
  }

  private int closing(int open) throws QuerySyntaxException {
    for (int i = open + 1; i < typed.length(); i++) {
      char c = typed.charAt(i);
      if (c == '"') {
        return i;
      }
      i += c == '\\' ? 1 : 0;
    }
    throw new QuerySyntaxException(
        "This quotation mark is never closed: add one at the end of the phrase.", open);
  }
}
