package org.onrecord.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.onrecord.article.ArticleId;

/** Other words for what was typed, as texts give them. */
class RelatedTermsTest {
  private static List<String> of(String typed, String... texts) {
    RelatedTerms.Run run = new RelatedTerms.Run(typed);
    for (int i = 0; i < texts.length; i++) {
      run.read(new ArticleId("a" + i), texts[i]);
    }
    return run.best().stream().map(RelatedTerms.Run.Found::text).toList();
  }

  @Test
  void anAbbreviationIsExpandedByItsLettersAndNoMore() {
    String text = "A clerk of the Elmsea Harbour and Ferry Authority (EHFA) left.";
    assertEquals(List.of("Elmsea Harbour and Ferry Authority"), of("EHFA", text));
    assertEquals(List.of("EHFA"), of("elmsea harbour and ferry authority", text));
    assertEquals(List.of(), of("EHX", "The Elmsea Harbour Authority (EHX) left."));
  }

  @Test
  void whatSeveralArticlesCallItIsTaken() {
    String one = "The Fair Crossings Act, also known as the Toll Law, passed.";
    assertEquals(List.of(), of("Toll Law", one), "one article's word");
    assertEquals(List.of("Fair Crossings Act"), of("toll law", one, one.replace("also", "better")));
    assertEquals(List.of("Toll Law"), of("fair crossings act", one, one));
    String or = "They hate the Fair Crossings Act, or “Toll Law”, most.";
    assertEquals(List.of("Fair Crossings Act"), of("Toll Law", or, or));
  }

  @Test
  void whatElseStandsInBracketsIsNone() {
    for (String text :
        List.of(
            "Ruth Alder (pictured) said so.",
            "Ruth Alder (R-Elmsea) said so.",
            "Ruth Alder (Harbour) said so.",
            "Ruth Alder (2014) said so.",
            "Ruth Alder (AP) said so.")) {
      assertEquals(List.of(), of("Ruth Alder", text, text, text), text);
    }
  }

  @Test
  void lettersOfSmallWordsMayBeLeftOut() {
    assertTrue(RelatedTerms.Run.isOf("FBI", "Ferry Bureau of Inspection"));
    assertTrue(RelatedTerms.Run.isOf("FBOI", "Ferry Bureau of Inspection"));
    assertFalse(RelatedTerms.Run.isOf("FB", "Ferry Bureau of Inspection"));
  }
}
