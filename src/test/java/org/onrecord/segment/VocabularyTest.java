package org.onrecord.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class VocabularyTest {
  @Test
  void smallOneGivesEveryWordThatIsAskedFor() {
    Vocabulary vocabulary = new Vocabulary(16);
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder("x");
      for (int k = random.nextInt(3); k >= 0; k--) {
        text.append((char) (random.nextInt(10) == 0 ? 'ł' : 'a' + random.nextInt(6)));
      }
      int start = random.nextInt(text.length());
      String expected = text.substring(start);
      assertEquals(expected, vocabulary.word(text.toString(), start, text.length()).text());
    }
  }

  @Test
  void sameWordIsSharedUntilAnotherTakesItsPlace() {
    Vocabulary vocabulary = new Vocabulary(1);
    Word ferry = vocabulary.word("the ferry", 4, 9);
    assertSame(ferry, vocabulary.word("ferry", 0, 5));
    assertEquals("harbour", vocabulary.word("harbour", 0, 7).text());
    assertEquals(ferry, vocabulary.word("ferry", 0, 5));
    assertNotEquals(ferry, vocabulary.word("Ferry", 0, 5));
  }

  @Test
  void wordIsWrittenInSmallLettersWithAndWithoutItsOwnApostrophe() {
    Word word = new Word("O’Hara");
    assertEquals("o’hara", word.lower());
    assertEquals("o'hara", word.plain());
    assertTrue(word.isCapitalised());
  }

  @Test
  void sizeIsPowerOfTwo() {
    assertThrows(IllegalArgumentException.class, () -> new Vocabulary(12));
  }
}
