package org.onrecord.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.query.Query.All;
import org.onrecord.query.Query.Group;
import org.onrecord.query.Query.Not;
import org.onrecord.query.Query.Or;
import org.onrecord.query.Query.Phrase;
import org.onrecord.query.Query.Word;

class QueryParserTest {

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\r\n", "\u00A0"})
  void blankFindsEverything(String typed) throws QuerySyntaxException {
    assertEquals(new All(), QueryParser.parse(typed));
  }

  @Test
  void wordsBelongTogether() throws QuerySyntaxException {
    assertEquals(
        new Group(List.of(new Word("Trump", 0), new Word("Imran", 6), new Word("Khan", 13))),
        QueryParser.parse("Trump Imran  Khan"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Khan's | khan's",
        "PML-N | pml-n",
        "Tehreek-e-Insaf | tehreek-e-insaf",
        "or | or",
        "a and b | a AND and AND b",
        "a AND b | a AND b",
        "a OR b c | a OR (b AND c)",
        "(a OR b) c | (a OR b) AND c",
        "a OR (b OR c) | a OR b OR c",
        "a (b c) | a AND b AND c",
        "-a b | NOT a AND b",
        "a -\"b c\" | a AND NOT \"b c\"",
        "NOT (a OR b) | NOT (a OR b)",
        "NOT -a | a",
        "a AND NOT b | a AND NOT b",
        "-(a b) | NOT (a AND b)",
        "war - peace | war AND - AND peace",
        "field:value | field:value",
        "“Imran  Khan” | \"Imran Khan\"",
        "„a b\" | \"a b\"",
        "said\"a b\"loud | said AND \"a b\" AND loud"
      })
  void isUnderstoodAs(String typed, String inWords) throws QuerySyntaxException {
    assertEquals(inWords, QueryParser.parse(typed).inWords());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a \"b c | 2 | never closed",
        "a (b c | 2 | never closed",
        "( | 0 | never closed",
        "a) b | 1 | Nothing was opened",
        ") | 0 | Nothing was opened",
        "a () | 2 | nothing between",
        "a \"\" | 2 | no words between",
        "OR a | 0 | OR needs",
        "a OR | 2 | OR needs",
        "a OR OR b | 5 | OR needs",
        "(a OR) | 3 | OR needs",
        "AND a | 0 | AND needs",
        "a AND | 2 | AND needs",
        "a NOT | 2 | NOT needs",
        "(a -) NOT | 6 | NOT needs"
      })
  void isRefusedWithPlaceAndReason(String typed, int position, String reason) {
    assertRefused(typed, position, reason);
  }

  @Test
  void controlCharacterIsRefused() {
    assertRefused("Khan \u0000", 5, "U+0000");
  }

  @Test
  void loneSurrogateIsRefused() {
    assertRefused("Khan \uD83D", 5, "U+D83D");
    assertRefused("\uDE00\uD83D", 0, "U+DE00");
  }

  @Test
  void surrogatePairIsAWord() throws QuerySyntaxException {
    assertEquals(new Word("\uD83D\uDE00", 0), QueryParser.parse("\uD83D\uDE00"));
  }

  @Test
  void tooManyWordsAreRefused() throws QuerySyntaxException {
    QueryParser.parse("a ".repeat(QueryParser.MAX_WORDS));
    assertRefused("a ".repeat(QueryParser.MAX_WORDS + 1), 2 * QueryParser.MAX_WORDS, "256 words");
    assertRefused('"' + "a ".repeat(QueryParser.MAX_WORDS + 1) + '"', 0, "256 words");
  }

  @Test
  void tooLongIsRefused() {
    assertRefused(
        "a".repeat(QueryParser.MAX_LENGTH + 1), QueryParser.MAX_LENGTH, "4001 characters");
  }

  @Test
  void tooDeepIsRefused() {
    assertRefused("(".repeat(2_000), QueryParser.MAX_DEPTH, "32 deep");
    assertRefused("NOT ".repeat(900) + "a", 4 * QueryParser.MAX_DEPTH, "32 deep");
  }

  @Test
  void loosenedNeedsOneWordAndStillNoneOfTheUnwanted() throws QuerySyntaxException {
    assertEquals(
        "(p OR q OR \"c d\") AND NOT (e AND f)",
        QueryParser.parse("p q \"c d\" -(e f)").loosened().inWords());
  }

  @Test
  void oneWordCannotBeLoosened() throws QuerySyntaxException {
    for (String typed : List.of("a", "\"a b\"", "a -b", "-a -b", "a OR b", "")) {
      Query query = QueryParser.parse(typed);
      assertEquals(query, query.loosened(), typed);
    }
  }

  @Test
  void printedQueryParsesToTheSame() throws QuerySyntaxException {
    for (long seed = 0; seed < 2_000; seed++) {
      Query query = new RandomQueries(new Random(seed)).any(4);
      Query again = QueryParser.parse(query.inWords());
      assertEquals(query, withoutPositions(again), "seed " + seed + ": " + query.inWords());
    }
  }

  @Test
  void anyInputIsParsedOrRefusedWithinIt() {
    String alphabet = "ab -\"“()ORNTAD\u0000\uD83D\uDE00é~:*/\\'";
    int refused = 0;
    for (long seed = 0; seed < 5_000; seed++) {
      Random random = new Random(seed);
      StringBuilder typed = new StringBuilder();
      random
          .ints(random.nextInt(30), 0, alphabet.length())
          .forEach(i -> typed.append(alphabet.charAt(i)));
      try {
        QueryParser.parse(typed.toString());
      } catch (QuerySyntaxException e) {
        refused++;
        assertTrue(e.position() >= 0 && e.position() <= typed.length(), "seed " + seed);
        assertFalse(e.getMessage().isBlank(), "seed " + seed);
      }
    }
    assertTrue(refused > 0 && refused < 5_000);
  }

  private static void assertRefused(String typed, int position, String reason) {
    QuerySyntaxException e =
        assertThrows(QuerySyntaxException.class, () -> QueryParser.parse(typed));
    assertTrue(e.getMessage().contains(reason), e.getMessage());
    assertEquals(position, e.position(), e.getMessage());
  }

  private static Query withoutPositions(Query query) {
    return switch (query) {
      case All all -> all;
      case Word(String text, int _) -> new Word(text, 0);
      case Phrase(String text, int _) -> new Phrase(text, 0);
      case Not(Query clause) -> new Not(withoutPositions(clause));
      case Group(List<Query> clauses) ->
          new Group(clauses.stream().map(QueryParserTest::withoutPositions).toList());
      case Or(List<Query> clauses) ->
          new Or(clauses.stream().map(QueryParserTest::withoutPositions).toList());
    };
  }

  /** Queries as the parser makes them: no group directly within a group, no double negation. */
  private record RandomQueries(Random random) {
    private static final List<String> WORDS =
        List.of(
            "khan",
            "khan's",
            "pml-n",
            "or",
            "not",
            "and",
            "é",
            "u.s.",
            "--x",
            "-",
            "a:b",
            "\uD83D\uDE00");

    Query any(int depth) {
      return switch (random.nextInt(depth == 0 ? 2 : 5)) {
        case 0 -> word();
        case 1 -> new Phrase(word().text() + " " + word().text(), 0);
        case 2 -> negation(depth);
        case 3 -> new Group(clauses(depth, Group.class));
        default -> new Or(clauses(depth, Or.class));
      };
    }

    private Word word() {
      return new Word(WORDS.get(random.nextInt(WORDS.size())), 0);
    }

    private Query negation(int depth) {
      Query clause = any(depth - 1);
      return clause instanceof Not ? clause : new Not(clause);
    }

    private List<Query> clauses(int depth, Class<? extends Query> parent) {
      List<Query> clauses = new ArrayList<>();
      while (clauses.size() < 2 + random.nextInt(2)) {
        Query clause = any(depth - 1);
        if (!parent.isInstance(clause)) {
          clauses.add(clause);
        }
      }
      return clauses;
    }
  }
}
