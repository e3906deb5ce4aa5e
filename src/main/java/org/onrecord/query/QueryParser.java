package org.onrecord.query;

import java.util.ArrayList;
import java.util.List;
import org.onrecord.query.Query.All;
import org.onrecord.query.Query.Group;
import org.onrecord.query.Query.Not;
import org.onrecord.query.Query.Or;
import org.onrecord.query.Query.Phrase;
import org.onrecord.query.Query.Word;
import org.onrecord.query.QueryToken.AndToken;
import org.onrecord.query.QueryToken.Close;
import org.onrecord.query.QueryToken.End;
import org.onrecord.query.QueryToken.NotToken;
import org.onrecord.query.QueryToken.Open;
import org.onrecord.query.QueryToken.OrToken;
import org.onrecord.query.QueryToken.PhraseToken;
import org.onrecord.query.QueryToken.WordToken;

/**
 * Reads what a reporter types.
 *
 * <pre>
 * query   ::= nothing | either
 * either  ::= all ('OR' all)*
 * all     ::= clause ('AND'? clause)*
 * clause  ::= ('NOT' | '-') clause | '(' either ')' | phrase | word
 * phrase  ::= '"' words '"'                  straight or curly marks
 * word    ::= anything else without blanks, quotation marks and parentheses: Khan's, PML-N
 * </pre>
 *
 * Operators are operators in upper case only. {@code AND} says what leaving it out says too. A
 * query of nothing but NOT clauses is understood as everything without them.
 */
public final class QueryParser {
  /** How many UTF-16 characters a query has at the most. */
  public static final int MAX_LENGTH = 4_000;

  /** How many words a query has at the most, those in phrases counted. */
  public static final int MAX_WORDS = 256;

  /** How deep parentheses and NOTs may stand in one another. */
  public static final int MAX_DEPTH = 32;

  private final List<QueryToken> tokens;
  private int at;
  private int words;
  private int depth;

  private QueryParser(List<QueryToken> tokens) {
    this.tokens = tokens;
  }

  /** What {@code typed} means; {@link Query.All} where it is blank. */
  public static Query parse(String typed) throws QuerySyntaxException {
    return new QueryParser(QueryLexer.tokens(typed)).query();
  }

  // query ::= nothing | either
  private Query query() throws QuerySyntaxException {
    if (peek() instanceof End) {
      return new All();
    }
    Query query = either();
    if (peek() instanceof Close close) {
      throw unopened(close.position());
    }
    return query;
  }

  // either ::= all ('OR' all)*
  private Query either() throws QuerySyntaxException {
    List<Query> clauses = new ArrayList<>();
    addFlat(clauses, all());
    while (peek() instanceof OrToken) {
      at++;
      addFlat(clauses, all());
    }
    return clauses.size() == 1 ? clauses.getFirst() : new Or(clauses);
  }

  private static void addFlat(List<Query> clauses, Query clause) {
    if (clause instanceof Or or) {
      clauses.addAll(or.clauses());
    } else {
      clauses.add(clause);
    }
  }

  // all ::= clause ('AND'? clause)*
  private Query all() throws QuerySyntaxException {
    List<Query> clauses = new ArrayList<>();
    do {
      if (!clauses.isEmpty() && peek() instanceof AndToken) {
        at++;
      }
      Query clause = clause();
      if (clause instanceof Group group) {
        clauses.addAll(group.clauses());
      } else {
        clauses.add(clause);
      }
    } while (!(peek() instanceof OrToken || peek() instanceof Close || peek() instanceof End));
    return clauses.size() == 1 ? clauses.getFirst() : new Group(clauses);
  }

  // clause ::= ('NOT' | '-') clause | '(' either ')' | phrase | word
  private Query clause() throws QuerySyntaxException {
    QueryToken token = tokens.get(at);
    return switch (token) {
      case WordToken(String text, int position) -> {
        count(1, position);
        yield new Word(text, position);
      }
      case PhraseToken(String text, int position) -> {
        count(1 + (int) text.chars().filter(c -> c == ' ').count(), position);
        yield new Phrase(text, position);
      }
      case Open(int position) -> nested(position);
      case NotToken(int position) -> negated(position);
      case AndToken(int position) -> throw dangling("AND", position);
      case OrToken(int position) -> throw dangling("OR", position);
      case Close(int position) -> throw missing(position);
      case End(int position) -> throw missing(position);
    };
  }

  private Query nested(int position) throws QuerySyntaxException {
    descend(position);
    if (peek() instanceof Close) {
      throw new QuerySyntaxException(
          "There is nothing between these parentheses; add words or delete them.", position);
    }
    Query query = either();
    if (!(peek() instanceof Close)) {
      throw unclosed(position);
    }
    at++;
    depth--;
    return query;
  }

  private Query negated(int position) throws QuerySyntaxException {
    descend(position);
    Query query = clause();
    depth--;
    return query instanceof Not(Query twice) ? twice : new Not(query);
  }

  private void descend(int position) throws QuerySyntaxException {
    at++;
    if (++depth > MAX_DEPTH) {
      throw new QuerySyntaxException(
          "Parentheses and NOTs stand more than "
              + MAX_DEPTH
              + " deep in one another here; write it flatter.",
          position);
    }
  }

  private void count(int more, int position) throws QuerySyntaxException {
    at++;
    words += more;
    if (words > MAX_WORDS) {
      throw new QuerySyntaxException(
          "The query has more than " + MAX_WORDS + " words; shorten it to those that matter.",
          position);
    }
  }

  /**
   * What is missing where a clause should stand: the fault is with the operator before, if there is
   * one.
   */
  private QuerySyntaxException missing(int position) {
    return switch (tokens.get(Math.max(0, at - 1))) {
      case AndToken(int before) -> dangling("AND", before);
      case OrToken(int before) -> dangling("OR", before);
      case NotToken(int before) ->
          new QuerySyntaxException(
              "NOT needs a word, a phrase or a group after it; write \"not\" in lower case to look"
                  + " for the word.",
              before);
      case Close(int before) -> unopened(before);
      case Open(int before) -> unclosed(before);
      case WordToken _, PhraseToken _, End _ -> unopened(position);
    };
  }

  private static QuerySyntaxException unopened(int position) {
    return new QuerySyntaxException(
        "Nothing was opened that this parenthesis could close; delete it.", position);
  }

  private static QuerySyntaxException unclosed(int position) {
    return new QuerySyntaxException(
        "This parenthesis is never closed: add one at the end of the group.", position);
  }

  private static QuerySyntaxException dangling(String operator, int position) {
    return new QuerySyntaxException(
        operator
            + " needs a word, a phrase or a group on both sides; write it in lower case to look for"
            + " the word.",
        position);
  }

  private QueryToken peek() {
    return tokens.get(at);
  }
}
