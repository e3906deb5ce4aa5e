package org.onrecord.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecentAnswersTest {
  @Test
  void answersAreThoseOfTheSourceWhateverIsForgotten() {
    RecentAnswers<String> answers = new RecentAnswers<>(8, q -> q + "!");
    Random random = new Random(2);
    for (int i = 0; i < 5_000; i++) {
      String question = "q" + random.nextInt(40);
      assertEquals(question + "!", answers.to(question));
    }
  }

  @Test
  void whatWasJustAnsweredIsNotWorkedOutAgain() {
    AtomicInteger asked = new AtomicInteger();
    RecentAnswers<Integer> answers = new RecentAnswers<>(8, q -> asked.incrementAndGet());
    assertEquals(1, answers.to("Ruth Alder"));
    assertEquals(1, answers.to(String.join(" ", "Ruth", "Alder")));
  }

  @Test
  void sizeIsPowerOfTwo() {
    assertThrows(IllegalArgumentException.class, () -> new RecentAnswers<>(12, q -> q));
  }
}
