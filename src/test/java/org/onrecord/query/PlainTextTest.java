package org.onrecord.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void marksPartWordsAndOperatorsAreWords() {
    assertEquals(
        "why or not is the u.s army don't say multi stage ferry pic.harbour.example a1",
        PlainText.words(
            "Why OR NOT: is the (U.S. Army) “don't\" say -multi-stage ferry*~"
                + " pic.harbour.example/a1!"));
  }

  @Test
  void nothingButMarksIsNoWord() {
    assertEquals("", PlainText.words("?! (\"*\") — \u0000 \ud800"));
  }

  @Test
  void longTextsAreCutToWhatAQueryMayHold() throws QuerySyntaxException {
    String words = PlainText.words("harbour ".repeat(10_000));
    assertEquals(QueryLimits.DEFAULT.words(), words.split(" ").length);
    Query.Group group = assertInstanceOf(Query.Group.class, QueryParser.parse(words));
    assertEquals(QueryLimits.DEFAULT.words(), group.clauses().size());
  }

  @Test
  void everyTextIsAQueryOfWordsAlone() throws QuerySyntaxException {
    String letters = "abN OR AND NOT()\"“-*~:/.'’é \u0301\u0000NEAR/5 speaker:x";
    for (long seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(60); i > 0; i--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      Query query = QueryParser.parse(PlainText.words(text.toString()));
      boolean words =
          switch (query) {
            case Query.All _, Query.Word _ -> true;
            case Query.Group(var clauses) ->
                clauses.stream().allMatch(Query.Word.class::isInstance);
            default -> false;
          };
      assertTrue(words, "seed " + seed + ": " + text);
    }
  }
}
