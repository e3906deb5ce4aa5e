package org.onrecord.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lucene's syntax means what the same search means in the syntax of OnRecord. */
final class LuceneSyntaxTest {
  private static Query lucene(String typed) throws QuerySyntaxException {
    return QuerySyntax.LUCENE.parse(typed, QueryLimits.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "ferry                        | ferry",
        "ferry pier                   | ferry OR pier",
        "+ferry +pier                 | ferry AND pier",
        "+ferry pier                  | ferry",
        "ferry AND pier               | ferry AND pier",
        "ferry && pier OR bridge      | (ferry AND pier) OR bridge",
        "ferry -pier                  | ferry AND NOT pier",
        "ferry OR NOT pier            | ferry AND NOT pier",
        "!pier                        | NOT pier",
        "+(ferry OR pier) +bridge     | (ferry OR pier) AND bridge",
        "\"fair trial\"               | \"fair trial\"",
        "\"fair trial\"~5             | fair NEAR/5 trial",
        "\"release of khan\"~5        | release NEAR/5 of NEAR/5 khan",
        "\"fair trial\"~0             | \"fair trial\"",
        "minist*                      | minist*",
        "khan~ khan~1                 | khan~2 OR khan~1",
        "chaudhry~0.8                 | chaudhry~1",
        "*:*                          | ",
        "speaker:imran                | speaker:imran",
        "speaker:\"Imran Khan\"       | speaker:\"Imran Khan\"",
        "speaker:(imran OR bukhari)   | speaker:(imran OR bukhari)",
        "speaker:\"imran khan\"~1     | speaker:(imran NEAR/1 khan)",
        "party:PTI                    | party:PTI",
        "date:2024-11                 | date:2024-11",
        "date:[2024-01 TO 2024-06]    | date:2024-01..2024-06",
        "date:[2024-01 TO *]          | date:2024-01..",
        "date:{2023 TO *]             | date:2024..",
        "date:[* TO 2024-11-08}       | date:..2024-11-07",
        "date>=2024-11-07             | date:2024-11-07..",
        "date<2024                    | date:..2023",
        "1\\:30 said                  | 1:30 OR said",
        "extra.Desk:world             | extra.desk:world",
        "extra.desk:\"foreign desk\"  | extra.desk:\"foreign desk\"",
      })
  void meansTheSame(String typed, String same) throws QuerySyntaxException {
    assertEquals(
        QueryParser.parse(same == null ? "" : same).printed(), lucene(typed).printed(), typed);
  }

  @Test
  void exampleOfTheDocuments() throws QuerySyntaxException {
    assertEquals("trump AND NOT biden", lucene("+trump -biden \"release of khan\"~5").printed());
    assertEquals(
        "(speaker:imran OR speaker:bukhari) AND date:2024-01..2024-06 AND NOT biden",
        lucene("+speaker:(imran OR bukhari) +date:[2024-01 TO 2024-06] -biden").printed());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "ferry AND              | 8  | missing at the end",
        "AND ferry              | 0  | cannot go on so here",
        "ferry \"pier           | 6  | never closed",
        "(ferry pier            | 0  | never closed",
        "ferry) pier            | 5  | Nothing was opened",
        "ferry /pie.*/          | 6  | regular expression",
        "te?t                   | 0  | no wildcard",
        "*pier                  | 0  | end of a word alone",
        "ferry pier^3           | 10 | ^ is not understood",
        "byline:quill           | 0  | byline is no field",
        "speaker:[a TO b]       | 9  | Only dates have ranges",
        "date:[* TO *]          | 6  | needs a date",
        "date:[2025 TO 2024]    | 6  | after the last",
        "date:now               | 5  | is no date here",
        "\"fair trial\"~101       | 1  | from 0 to 100",
        "party:PTI~1            | 6  | takes whole values",
        "extra.desk:wor*        | 0  | takes one whole value",
        "extra.desk:wor~        | 0  | takes one whole value",
        "of~                    | 0  | too short",
        "fn:ordered(a b)        | 0  | Interval functions",
        "(a b c)@2              | 1  | not understood",
        "ferry -- pier          | 7  | cannot go on so here",
        "'                      | 0  | no letter or digit",
      })
  void faultSaysWhereAndWhatToDo(String typed, int position, String message) {
    QuerySyntaxException fault =
        assertThrows(QuerySyntaxException.class, () -> lucene(typed), typed);
    assertTrue(fault.getMessage().contains(message == null ? "" : message), typed + ": " + fault);
    assertEquals(position, fault.position(), typed + ": " + fault.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "a (", "+(", "-"})
  void deepNestingIsRefused(String opening) {
    String typed = opening.repeat(1_000) + "a" + ")".repeat(1_000);
    assertThrows(QuerySyntaxException.class, () -> lucene(typed));
  }

  @Test
  void whateverIsTypedIsUnderstoodOrRefused() {
    String signs = "ab  +-!()\"~*?:^/\\[]{}TO0123.&|<>=@'é";
    Random random = new Random(3);
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          for (int i = 0; i < 20_000; i++) {
            StringBuilder typed = new StringBuilder();
            for (int k = random.nextInt(30); k >= 0; k--) {
              typed.append(signs.charAt(random.nextInt(signs.length())));
            }
            assertUnderstoodOrRefused(typed.toString());
          }
        });
  }

  private static void assertUnderstoodOrRefused(String typed) {
    try {
      QueryParser.parse(lucene(typed).printed());
    } catch (QuerySyntaxException e) {
      assertTrue(e.position() >= 0 && e.position() <= typed.length(), typed + ": " + e);
    }
  }
}
