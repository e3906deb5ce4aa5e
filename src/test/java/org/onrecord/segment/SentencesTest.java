package org.onrecord.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.onrecord.article.TextSpan;

final class SentencesTest {
  private static final List<String> PARTS =
      List.of(
          "Ruth", "Alder", "said", "it", "The", "No", "U.S.", "Sen.", "don't", "3", "1.5", " ", " ",
          " ", " ", ".", "!", "?", "...", "…", "\"", "“", "”", "'", "’", ")", "(", "»", "\\",
          "\u00AD", "\u200B", "—", "é", "\n");

  @Test
  void findsOneSentenceWithoutItsWords() {
    assertEquals(List.of(new TextSpan(0, 31)), Sentences.of("“We will not sell the harbour!”"));
    assertEquals(List.of(new TextSpan(0, 12)), Sentences.of("no full stop"));
  }

  @Test
  void findsTwoWhereAStopIsInside() {
    String text = "We will not sell. The harbour is ours.";
    assertEquals(List.of(new TextSpan(0, 17), new TextSpan(18, text.length())), Sentences.of(text));
  }

  /** Whatever stands in a text, what is found without its words is what its words tell. */
  @Test
  void findsTheSameAsByItsWords() {
    Random random = new Random(3);
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int part = random.nextInt(9); part >= 0; part--) {
        text.append(PARTS.get(random.nextInt(PARTS.size())));
      }
      assertEquals(Sentences.cut(text.toString()), Sentences.of(text.toString()), text::toString);
    }
  }
}
