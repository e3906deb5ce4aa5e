package org.onrecord.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onrecord.query.Query.All;
import org.onrecord.query.Query.Fuzzy;
import org.onrecord.query.Query.Group;
import org.onrecord.query.Query.Leaf;
import org.onrecord.query.Query.Member;
import org.onrecord.query.Query.Not;
import org.onrecord.query.Query.Or;
import org.onrecord.query.Query.Phrase;
import org.onrecord.query.Query.Prefix;
import org.onrecord.query.Query.Word;
import org.onrecord.query.QueryToken.AndToken;
import org.onrecord.query.QueryToken.Close;
import org.onrecord.query.QueryToken.End;
import org.onrecord.query.QueryToken.FieldToken;
import org.onrecord.query.QueryToken.MemberToken;
import org.onrecord.query.QueryToken.NearToken;
import org.onrecord.query.QueryToken.NotToken;
import org.onrecord.query.QueryToken.Open;
import org.onrecord.query.QueryToken.OrToken;
import org.onrecord.query.QueryToken.PhraseToken;
import org.onrecord.query.QueryToken.SentenceToken;
import org.onrecord.query.QueryToken.WordToken;
import org.onrecord.schema.ArchiveField;

/**
 * Reads what a reporter types.
 *
 * <pre>
 * query   ::= nothing | either
 * either  ::= all ('OR' all)*
 * all     ::= near ('AND'? near)*
 * near    ::= clause (('NEAR/' number | 'NEAR/SENTENCE') clause)*    from left to right
 * clause  ::= ('NOT' | '-') clause | field ':' value | value
 * value   ::= '(' either ')' | phrase | leaf
 * phrase  ::= '"' words '"'                  straight or curly marks
 * leaf    ::= word | word '*' | word '~' ('1' | '2')?        {@link WordReader}
 * field   ::= a label of {@link ArchiveField}, in any case
 * </pre>
 *
 * Operators are operators in upper case only. {@code AND} says what leaving it out says too. A
 * query of nothing but NOT clauses is understood as everything without them. Punctuation alone is
 * no clause. What is typed is understood wholly or refused.
 */
public final class QueryParser {
  /** How many of the words may stand for several, by an asterisk or a tilde. */
  public static final int MAX_WILDCARDS = 32;

  /** How deep parentheses, NEARs and NOTs may stand in one another. */
  public static final int MAX_DEPTH = 32;

  /** An asterisk that is meant as a wildcard, not the last letters of an oath. */
  private static final Pattern WILDCARD = Pattern.compile("[\\p{L}\\p{N}]\\*(?= |$)");

  private final List<QueryToken> tokens;
  private final QueryBudget budget;
  private int at;
  private int depth;

  /** The field that a group's clauses are looked for in. */
  private @Nullable FieldToken scope;

  private QueryParser(List<QueryToken> tokens, QueryLimits limits) {
    this.tokens = tokens;
    this.budget = new QueryBudget(limits);
  }

  /** What {@code typed} means; {@link Query.All} where it is blank. */
  public static Query parse(String typed) throws QuerySyntaxException {
    return parse(typed, QueryLimits.DEFAULT);
  }

  /** What {@code typed} means, within these limits. */
  public static Query parse(String typed, QueryLimits limits) throws QuerySyntaxException {
    List<QueryToken> tokens = new ArrayList<>();
    for (QueryToken token : QueryLexer.tokens(typed, limits)) {
      QueryToken before = tokens.isEmpty() ? null : tokens.getLast();
      boolean punctuation =
          token instanceof WordToken(String text, int position)
              && WordReader.isPunctuation(text, position);
      if (punctuation && before instanceof FieldToken field) {
        throw withoutValue(field);
      }
      if (punctuation && before instanceof MemberToken(String name, int position)) {
        throw FieldName.memberAlone(name, position);
      }
      if (!punctuation) {
        tokens.add(token);
      }
    }
    int first = Signs.firstSign(typed);
    if (tokens.size() == 1 && first < typed.length()) {
      throw new QuerySyntaxException("There is no letter or digit here to search for.", first);
    }
    return new QueryParser(tokens, limits).query();
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

  // all ::= near ('AND'? near)*
  private Query all() throws QuerySyntaxException {
    List<Query> clauses = new ArrayList<>();
    do {
      if (!clauses.isEmpty() && peek() instanceof AndToken) {
        at++;
      }
      Query clause = near();
      if (clause instanceof Group group) {
        clauses.addAll(group.clauses());
      } else {
        clauses.add(clause);
      }
    } while (!(peek() instanceof OrToken || peek() instanceof Close || peek() instanceof End));
    return clauses.size() == 1 ? clauses.getFirst() : new Group(clauses);
  }

  // near ::= clause (('NEAR/' number | 'NEAR/SENTENCE') clause)*
  private Query near() throws QuerySyntaxException {
    Query left = clause();
    int operators = 0;
    while (peek() instanceof NearToken || peek() instanceof SentenceToken) {
      QueryToken operator = tokens.get(at);
      descend(operator.position());
      operators++;
      left = Proximity.of(left, operator, clause());
    }
    depth -= operators;
    return left;
  }

  // clause ::= ('NOT' | '-') clause | field ':' value | value
  private Query clause() throws QuerySyntaxException {
    QueryToken token = tokens.get(at);
    return switch (token) {
      case WordToken(String text, int position) -> scoped(word(text, position), text);
      case PhraseToken(String text, int position) -> scoped(phrase(text, position), text);
      case FieldToken field -> field(field);
      case MemberToken(String name, int position) -> member(name, position);
      case Open(int position) -> nested(position);
      case NotToken(int position) -> negated(position);
      case AndToken(int position) -> throw dangling("AND", position);
      case OrToken(int position) -> throw dangling("OR", position);
      case NearToken(int distance, int position) -> throw dangling("NEAR/" + distance, position);
      case SentenceToken(int position) -> throw dangling("NEAR/SENTENCE", position);
      case Close(int position) -> throw missing(position);
      case End(int position) -> throw missing(position);
    };
  }

  private Leaf word(String text, int position) throws QuerySyntaxException {
    count(1, position);
    boolean value = scope != null && FieldScope.holdsValues(scope.field());
    boolean plain = text.indexOf('*') < 0 && text.indexOf('~') < 0;
    Leaf leaf =
        value && plain ? new Phrase(text, position) : WordReader.read(text, position).orElseThrow();
    if (value && leaf instanceof Word) {
      leaf = new Phrase(text, position);
    }
    if (leaf instanceof Prefix || leaf instanceof Fuzzy) {
      budget.countWildcard(position);
    }
    return leaf;
  }

  private Phrase phrase(String text, int position) throws QuerySyntaxException {
    count(1 + (int) text.chars().filter(c -> c == ' ').count(), position);
    if (WILDCARD.matcher(text).find()) {
      throw new QuerySyntaxException(
          "* is no wildcard between quotation marks: write minist* NEAR/0 said.", position);
    }
    return new Phrase(text, position);
  }

  private Query scoped(Leaf leaf, String typed) throws QuerySyntaxException {
    return scope == null ? leaf : FieldScope.of(scope, leaf, typed);
  }

  private static QuerySyntaxException withinAnother(FieldToken scope, int position) {
    return new QuerySyntaxException(
        "A field cannot stand within another; close the parenthesis of "
            + scope.field().label()
            + ": first.",
        position);
  }

  private Query field(FieldToken field) throws QuerySyntaxException {
    if (scope != null) {
      throw withinAnother(scope, field.position());
    }
    at++;
    if (peek() instanceof NotToken not) {
      throw new QuerySyntaxException(
          "Put the minus sign or NOT before the field: -" + FieldName.example(field.field()) + ".",
          not.position());
    }
    if (!(peek() instanceof WordToken || peek() instanceof PhraseToken || peek() instanceof Open)) {
      throw withoutValue(field);
    }
    scope = field;
    Query query = clause();
    scope = null;
    return query;
  }

  private Query member(String name, int position) throws QuerySyntaxException {
    if (scope != null) {
      throw withinAnother(scope, position);
    }
    at++;
    String value =
        switch (peek()) {
          case WordToken(String text, int _) when text.indexOf('*') < 0 && text.indexOf('~') < 0 ->
              text;
          case PhraseToken(String text, int _) -> text;
          default -> throw FieldName.memberAlone(name, position);
        };
    count(1 + (int) value.chars().filter(c -> c == ' ').count(), position);
    return new Member(name, value, position);
  }

  private static QuerySyntaxException withoutValue(FieldToken field) {
    return new QuerySyntaxException(
        field.field().label()
            + ": needs a value, such as "
            + FieldName.example(field.field())
            + ".",
        field.position());
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
          "Parentheses, NEARs and NOTs stand more than "
              + MAX_DEPTH
              + " deep in one another here; write it flatter.",
          position);
    }
  }

  private void count(int more, int position) throws QuerySyntaxException {
    at++;
    budget.count(more, position);
  }

  /**
   * What is missing where a clause should stand: the fault is with the operator before, if there is
   * one.
   */
  private QuerySyntaxException missing(int position) {
    return switch (tokens.get(Math.max(0, at - 1))) {
      case AndToken(int before) -> dangling("AND", before);
      case OrToken(int before) -> dangling("OR", before);
      case NearToken(int distance, int before) -> dangling("NEAR/" + distance, before);
      case SentenceToken(int before) -> dangling("NEAR/SENTENCE", before);
      case NotToken(int before) ->
          new QuerySyntaxException(
              "NOT needs a word, a phrase or a group after it; write \"not\" in lower case to look"
                  + " for the word.",
              before);
      case Close(int before) -> unopened(before);
      case Open(int before) -> unclosed(before);
      case WordToken _, PhraseToken _, FieldToken _, MemberToken _, End _ -> unopened(position);
    };
  }

  static QuerySyntaxException unopened(int position) {
    return new QuerySyntaxException(
        "Nothing was opened that this parenthesis could close; delete it.", position);
  }

  static QuerySyntaxException unclosed(int position) {
    return new QuerySyntaxException(
        "This parenthesis is never closed: add one at the end of the group.", position);
  }

  private static QuerySyntaxException dangling(String operator, int position) {
    return new QuerySyntaxException(
        operator
            + " needs a word, a phrase or a group on both sides; put it between quotation marks to"
            + " look for the word.",
        position);
  }

  private QueryToken peek() {
    return tokens.get(at);
  }
}
