package org.onrecord.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.query.Query.All;
import org.onrecord.query.Query.Dated;
import org.onrecord.query.Query.Fuzzy;
import org.onrecord.query.Query.Group;
import org.onrecord.query.Query.In;
import org.onrecord.query.Query.Near;
import org.onrecord.query.Query.Not;
import org.onrecord.query.Query.Or;
import org.onrecord.query.Query.Phrase;
import org.onrecord.query.Query.Prefix;
import org.onrecord.query.Query.SameSentence;
import org.onrecord.query.Query.Variants;
import org.onrecord.query.Query.Word;
import org.onrecord.schema.ArchiveField;
import org.onrecord.search.RandomInput;

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
      quoteCharacter = '`',
      value = {
        "Khan's | khan's",
        "PML-N | PML-N",
        "US us U.S. | US AND us AND U.S.",
        "Tehreek-e-Insaf | tehreek-e-insaf",
        "or | or",
        "a and b | a AND b",
        "a AND b | a AND b",
        "a and (b or c) | a AND b AND or AND c",
        "\"a\" and -b | \"a\" AND and AND NOT b",
        "and | and",
        "a and | a AND and",
        "enough is enough! | enough AND is AND enough",
        "Yahoo! b | yahoo AND b",
        "tr\u200Bump | trump",
        "a OR b c | a OR (b AND c)",
        "(a OR b) c | (a OR b) AND c",
        "a OR (b OR c) | a OR b OR c",
        "a (b c) | a AND b AND c",
        "-a b | NOT a AND b",
        "a -\"b c\" | a AND NOT \"b c\"",
        "a −b | a AND NOT b",
        "NOT (a OR b) | NOT (a OR b)",
        "NOT -a | a",
        "a AND NOT b | a AND NOT b",
        "-(a b) | NOT (a AND b)",
        "war - peace | war AND peace",
        "war – peace & more | war AND peace AND more",
        "khan,sharif; bell | khan AND sharif AND bell",
        "(khan?) 'tis! | khan AND tis",
        "$5 5% 1,500 | 5 AND 5 AND 1,500",
        "10:30 24/7 AT&T | 10:30 AND 24/7 AND AT&T",
        "https://harbour.example/a?b=c:d | https://harbour.example/a?b=c:d",
        "Mayor: yes | mayor AND yes",
        "('OR' b) | or AND b",
        "“Imran  Khan” | \"Imran Khan\"",
        "„a b\" | \"a b\"",
        "«a b» | \"a b\"",
        "said\"a b\"loud | said AND \"a b\" AND loud",
        "\"what the f***\" | \"what the f***\"",
        "minist* | minist*",
        "PML-N*, | PML-N*",
        "chaud~ | chaud~1",
        "chaudhry~ | chaudhry~2",
        "chaudhry~1 | chaudhry~1",
        "a NEAR/5 b c | (a NEAR/5 b) AND c",
        "a near/0 b | a NEAR/0 b",
        "a NEAR/5 b NEAR/2 c | a NEAR/5 b NEAR/2 c",
        "a NEAR/5 (b NEAR/2 c*) | a NEAR/5 (b NEAR/2 c*)",
        "a NEAR/5 (b OR \"c d\") | a NEAR/5 (b OR \"c d\")",
        "a NEAR/S b | a NEAR/SENTENCE b",
        "a SAME SENTENCE b | a NEAR/SENTENCE b",
        "same sentence | same AND sentence",
        "-(a NEAR/5 b) | NOT (a NEAR/5 b)",
        "speaker:Khan | speaker:khan",
        "Speaker:\"Imran Khan\" | speaker:\"Imran Khan\"",
        "speaker:(Khan OR Sharif) x | (speaker:khan OR speaker:sharif) AND x",
        "speaker:(imran -asad) | speaker:imran AND NOT speaker:asad",
        "-party:PTI | NOT party:\"PTI\"",
        "party:PTI OR outlet:Gaz* | party:\"PTI\" OR outlet:gaz*",
        "outlet:Yahoo! kind:direct | outlet:\"Yahoo!\" AND kind:\"direct\"",
        "outlet:US://x.*y | outlet:\"US://x.*y\"",
        "mention:(ada NEAR/1 bell) | mention:(ada NEAR/1 bell)",
        "text:a NEAR/S text:b | text:(a NEAR/SENTENCE b)",
        "date:2024 | date:2024",
        "date:2024-02 | date:2024-02",
        "date:2024-11-07 | date:2024-11-07",
        "date:\"2024-11-07\" | date:2024-11-07",
        "date:2024..2025 | date:2024..2025",
        "date:2024-01-01..2024-12-31 | date:2024",
        "date:2024-11..2025-01 | date:2024-11..2025-01",
        "date:2024-11-02..2024-12 | date:2024-11-02..2024-12-31",
        "date:2024-11.. | date:2024-11-01..",
        "date:..2024 | date:..2024-12-31",
        "date:(2023 OR ..2021-05) | date:2023 OR date:..2021-05-31"
      })
  void isUnderstoodAs(String typed, String printed) throws QuerySyntaxException {
    assertEquals(printed, QueryParser.parse(typed).printed());
  }

  @Test
  void onlyWhatJoinsIsAnOperator() throws QuerySyntaxException {
    WordedQuery worded =
        QueryParser.parse("(\"trial AND error\" OR nothing) -court")
            .inWords(ValueNames.AS_THEY_ARE);
    assertEquals("(\"trial AND error\" OR nothing) AND NOT court", worded.text());
    assertEquals(
        List.of("OR", "AND", "NOT"),
        worded.tokens().stream()
            .filter(WordedQuery.TypedToken::operator)
            .map(WordedQuery.TypedToken::text)
            .toList());
    assertEquals(
        worded.text(),
        String.join(" ", worded.tokens().stream().map(WordedQuery.TypedToken::text).toList()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a \"b c\" -d | a AND \"b c\" AND NOT d",
        "minist* | a word that begins with minist",
        "chaudhry~ | a word like chaudhry (2 letters may differ)",
        "trump NEAR/5 release x | (trump within 5 words of release) AND x",
        "a NEAR/1 b NEAR/0 c | (a within 1 word of b) right beside c",
        "a NEAR/S (b OR c) | a in the same sentence as (b OR c)",
        "speaker:\"Imran Khan\" | speaker is \"Imran Khan\"",
        "title:(a NEAR/2 b) text:c | title has (a within 2 words of b) AND text has c",
        "party:PTI -kind:direct | party is PTI AND NOT kind is direct",
        "outlet:Gaz* | outlet is one that begins with Gaz",
        "date:2024-11 | dated 2024-11",
        "date:2024-11.. | dated from 2024-11-01",
        "date:..2024 | dated up to 2024-12-31",
        "date:2023..2024 | dated 2023 to 2024"
      })
  void isExplainedAs(String typed, String inWords) throws QuerySyntaxException {
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
        "(a -) NOT | 6 | NOT needs",
        "a NEAR/5 | 2 | NEAR/5 needs",
        "NEAR/S a | 0 | NEAR/SENTENCE needs",
        "a NEAR b | 2 | NEAR needs a number",
        "a NEAR/x b | 2 | from 0 to 100",
        "a NEAR/101 b | 2 | from 0 to 100",
        "a w/5 b | 2 | written NEAR/5 here",
        "a /5 b | 2 | written NEAR/5 here",
        "a +5 b | 2 | written NEAR/5 here",
        "a /s b | 2 | written NEAR/SENTENCE here",
        "minist! | 6 | minist* finds every word",
        "minist% b | 6 | minist* finds every word",
        "a W/s b | 2 | written NEAR/SENTENCE here",
        "a near5 b | 2 | written NEAR/5 here",
        "a NEAR/5 -b | 2 | stands outside",
        "a NEAR/5 (b c) | 2 | stands outside",
        "a NEAR/5 date:2024 | 2 | stands outside",
        "a NEAR/5 speaker:b | 2 | same field",
        "a NEAR/5 (b OR text:c) | 2 | same field",
        "speaker:(a NEAR/S b) | 11 | text alone",
        "party:(a NEAR/2 b) | 9 | does not stand in party",
        "a foo:bar | 2 | foo is no field. There are: text, title, speaker",
        "by_line:x | 0 | no field",
        "from:2024-11-01 | 0 | date:2024-11-01..",
        "type:quote | 0 | parameter type",
        "speaker: Khan | 0 | without a blank",
        "a (speaker:) | 3 | without a blank",
        "speaker:- | 0 | needs a value",
        "speaker:-Khan | 8 | minus sign or NOT before the field",
        "speaker:NOT | 8 | minus sign or NOT before the field",
        "speaker:OR | 0 | needs a value",
        "speaker:(a party:b) | 11 | within another",
        "date:yesterday | 0 | is no date here",
        "date:2024-13 | 0 | is no date here",
        "date:2024-02-30 | 0 | is no date here",
        "date:2025..2024 | 0 | exchange them",
        "date:.. | 0 | needs a value",
        "date:2024* | 0 | is no date here",
        "party:khan~ | 0 | whole values",
        "* | 0 | at the end of a word",
        "a *stan | 2 | at the end of a word",
        "kh*n | 2 | at the end of a word",
        "minist** | 7 | at the end of a word",
        "al-* | 3 | at the end of a word",
        "wom?n | 3 | no wildcard",
        "a ~ | 2 | right after a word",
        "~khan | 0 | right after a word",
        "khan~3 | 4 | 1 or 2",
        "khan~0.8 | 4 | 1 or 2",
        "to~ | 0 | too short",
        "khan^2 | 4 | cannot weigh",
        "a && b | 2 | written AND",
        "a&&b | 1 | written AND",
        "!khan | 0 | write -",
        "–khan | 0 | no minus sign",
        "C++ | 1 | cannot be searched for",
        "/kh.n/ | 0 | Regular expressions",
        "kh[ae]n | 2 | not understood within a word",
        "a\\b | 1 | not understood",
        "& | 0 | no letter or digit",
        "... ? | 0 | no letter or digit",
        "\"& -\" | 0 | no words between",
        "\"a b\"~5 | 5 | NEAR",
        "\"imran kh*\" | 0 | no wildcard"
      },
      quoteCharacter = '`')
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
  void signsOfOtherLanguagesAreNamed() {
    assertRefused("a || b", 2, "written OR");
    assertRefused("a|b", 1, "written OR");
  }

  @Test
  void surrogatePairIsAWord() throws QuerySyntaxException {
    assertEquals(new Word("\uD83D\uDE00", 0), QueryParser.parse("\uD83D\uDE00"));
  }

  @Test
  void tooManyWordsAreRefused() throws QuerySyntaxException {
    QueryParser.parse("a ".repeat(QueryLimits.DEFAULT.words()));
    QueryParser.parse("a* ".repeat(QueryParser.MAX_WILDCARDS));
    assertRefused("a* ".repeat(1_000), 3 * QueryParser.MAX_WILDCARDS, "32 words");
    assertRefused(
        "a ".repeat(QueryLimits.DEFAULT.words() + 1), 2 * QueryLimits.DEFAULT.words(), "256 words");
    assertRefused('"' + "a ".repeat(QueryLimits.DEFAULT.words() + 1) + '"', 0, "256 words");
  }

  @Test
  void tooLongIsRefused() {
    assertRefused(
        "a".repeat(QueryLimits.DEFAULT.characters() + 1),
        QueryLimits.DEFAULT.characters(),
        "4001 characters");
  }

  @Test
  void tooDeepIsRefused() {
    assertRefused("(".repeat(2_000), QueryParser.MAX_DEPTH, "32 deep");
    assertRefused("a NEAR/1 ".repeat(400) + "a", 9 * QueryParser.MAX_DEPTH + 2, "32 deep");
    assertRefused("NOT ".repeat(900) + "a", 4 * QueryParser.MAX_DEPTH, "32 deep");
  }

  @Test
  void loosenedNeedsOneWordAndStillNoneOfTheUnwanted() throws QuerySyntaxException {
    assertEquals(
        "(p OR q OR \"c d\") AND NOT (e AND f)",
        QueryParser.parse("p q \"c d\" -(e f)").loosened().printed());
    assertEquals(
        "(p OR q) AND party:\"GRN\" AND date:2024",
        QueryParser.parse("p party:GRN q date:2024").loosened().printed());
  }

  @Test
  void oneWordIsLoosenedToItsRoot() throws QuerySyntaxException {
    Word word = new Word("a", 0);
    assertEquals(new Query.SameRoot(word), word.loosened());
    assertEquals(word.loosened(), word.loosened().loosened());
    Query group = QueryParser.parse("a -b");
    assertEquals(new Group(List.of(word.loosened(), new Not(new Word("b", 3)))), group.loosened());
  }

  @Test
  void functionWordsAreLeftOutUnlessThereIsNothingElse() throws QuerySyntaxException {
    assertEquals("bridge", QueryParser.parse("over the bridge").loosened().printed());
    assertEquals("to OR be", QueryParser.parse("to be").loosened().printed());
    assertEquals("WHO OR bridge", QueryParser.parse("WHO the bridge").loosened().printed());
    assertEquals("theresa OR may", QueryParser.parse("Theresa May").loosened().printed());
  }

  @Test
  void whatIsNoWordOfItsOwnCannotBeLoosened() throws QuerySyntaxException {
    for (String typed : List.of("\"a b\"", "-a -b", "", "a NEAR/5 b", "speaker:b", "minist*")) {
      Query query = QueryParser.parse(typed);
      assertEquals(query, query.loosened(), typed);
    }
  }

  @Test
  void wantedIsInTheOrderInWhichItWasTyped() throws QuerySyntaxException {
    Query query = QueryParser.parse("p (b OR speaker:c) -d e NEAR/2 \"f g\"");
    assertEquals(
        List.of("p", "b", "c", "e"),
        query.wanted().filter(Word.class::isInstance).map(word -> ((Word) word).text()).toList());
    assertEquals(
        List.of("p", "b", "c", "e"),
        query
            .loosened()
            .wanted()
            .filter(Word.class::isInstance)
            .map(word -> ((Word) word).text())
            .toList());
  }

  @Test
  void printedQueryParsesToTheSame() throws QuerySyntaxException {
    for (long seed = 0; seed < 2_000; seed++) {
      Query query = new RandomQueries(new Random(seed)).any(3);
      Query again = QueryParser.parse(query.printed());
      assertEquals(query, withoutPositions(again), "seed " + seed + ": " + query.printed());
    }
  }

  @Test
  void anyInputIsRefusedWithinItOrPrintedAndReadBack() throws QuerySyntaxException {
    int refused = 0;
    for (long seed = 0; seed < 40_000; seed++) {
      String typed = new RandomInput(new Random(seed)).next();
      try {
        Query query = QueryParser.parse(typed);
        assertPrintedIsReadBack(query, "seed " + seed + ": " + typed);
      } catch (QuerySyntaxException e) {
        refused++;
        assertTrue(e.position() >= 0 && e.position() <= typed.length(), "seed " + seed);
        assertFalse(e.getMessage().isBlank(), "seed " + seed);
      }
    }
    assertTrue(refused > 10_000 && refused < 38_000, "refused " + refused);
  }

  private static void assertPrintedIsReadBack(Query query, String where) {
    String printed = query.printed();
    try {
      assertEquals(printed, QueryParser.parse(printed).printed(), where);
    } catch (QuerySyntaxException e) {
      throw new AssertionError(where + " was printed as " + printed + ": " + e.getMessage(), e);
    }
    assertEquals(query.inWords().isEmpty(), query instanceof All, where);
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
      case Query.SameRoot(Word word) -> withoutPositions(word);
      case Phrase(String text, int _) -> new Phrase(text, 0);
      case Prefix(String text, int _) -> new Prefix(text, 0);
      case Fuzzy(String text, int edits, int _) -> new Fuzzy(text, edits, 0);
      case Dated(LocalDate from, LocalDate to, int _) -> new Dated(from, to, 0);
      case Query.Member(String name, String value, int _) -> new Query.Member(name, value, 0);
      case In(ArchiveField field, Query what, int _) -> new In(field, withoutPositions(what), 0);
      case Near(Query left, Query right, int distance, int _) ->
          new Near(withoutPositions(left), withoutPositions(right), distance, 0);
      case SameSentence(Query left, Query right, int _) ->
          new SameSentence(withoutPositions(left), withoutPositions(right), 0);
      case Variants(Query typed, List<Query> _) -> withoutPositions(typed);
      case Not(Query clause) -> new Not(withoutPositions(clause));
      case Group(List<Query> clauses) ->
          new Group(clauses.stream().map(QueryParserTest::withoutPositions).toList());
      case Or(List<Query> clauses) ->
          new Or(clauses.stream().map(QueryParserTest::withoutPositions).toList());
    };
  }
}
