package org.onrecord.copies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onrecord.copies.Likeness.Wording;

class CopyRuleTest {
  private static final LocalDate DAY = LocalDate.of(2024, 11, 7);

  private static ComparedArticle article(@Nullable String outlet, LocalDate day, String body) {
    return new ComparedArticle(day, outlet, Shingles.ofBody(body));
  }

  private static String words(int count, long seed) {
    return new Random(seed)
        .ints(count, 0, 2000)
        .mapToObj(i -> "w" + i)
        .collect(Collectors.joining(" "));
  }

  private static String firstHalf(String text) {
    return text.substring(0, text.length() / 2);
  }

  private static Optional<Wording> likeness(String outlet, int days, String one, String other) {
    return CopyRule.likeness(article("Post", DAY, one), article(outlet, DAY.plusDays(days), other))
        .map(Likeness::wording);
  }

  @Test
  void cutArticleIsACopyInAnotherOutletOnly() {
    String text = words(400, 1);
    assertEquals(Optional.of(Wording.NEAR), likeness("Echo", 1, text, firstHalf(text)));
    assertEquals(Optional.empty(), likeness("POST ", 1, text, firstHalf(text)));
    assertEquals(Optional.of(Wording.EQUAL), likeness("post", 1, text, text + " " + words(20, 2)));
  }

  @Test
  void outletThatIsNotKnownIsHeldForTheSame() {
    String text = words(400, 1);
    assertTrue(
        CopyRule.likeness(article(null, DAY, text), article("Echo", DAY, firstHalf(text)))
            .isEmpty());
  }

  @Test
  void copyComesWithinDays() {
    String text = words(400, 1);
    assertEquals(Optional.of(Wording.NEAR), likeness("Echo", -3, text, text));
    assertEquals(Optional.empty(), likeness("Echo", 4, text, text));
    assertTrue(
        CopyRule.likeness(
                new ComparedArticle(null, "Post", Shingles.ofBody(text)),
                article("Echo", DAY, text))
            .isEmpty());
  }

  @Test
  void marksCaseAndApostrophesDoNotCount() {
    String text = "“The mayor’s plan,” she said, " + words(100, 3);
    assertEquals(
        Optional.of(Wording.NEAR),
        likeness("Echo", 0, text, text.toUpperCase(java.util.Locale.ROOT).replace('’', '\'')));
  }

  @Test
  void shortTextsAreNotCompared() {
    String text = words(33, 4);
    assertEquals(Optional.empty(), likeness("Echo", 0, text, text));
    assertEquals(0, Shingles.ofBody(text).sketch().length);
    assertEquals(Optional.of(Wording.NEAR), likeness("Echo", 0, words(34, 4), words(34, 4)));
  }

  @Test
  void scriptsWithoutSpacesAreComparedByCharacters() {
    String text = "港口的渡轮将从三月一日起重新开航市议会在九个小时的辩论之后作出了这一决定并且公布了全部的费用和时间表";
    assertEquals(Optional.of(Wording.NEAR), likeness("Echo", 0, text, text));
  }

  /** One word in twelve is changed, a third is cut, and a lead is put in front. */
  @Test
  void sketchesOfEditedCopiesMeet() {
    int met = 0;
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      String text = words(300 + random.nextInt(600), seed);
      List<String> words = List.of(text.split(" "));
      String edited =
          words(30, seed + 1000)
              + " "
              + IntStream.range(0, words.size() * 2 / 3)
                  .mapToObj(i -> random.nextInt(12) == 0 ? "edited" : words.get(i))
                  .collect(Collectors.joining(" "));
      long[] one = Shingles.ofBody(text).sketch();
      Set<Long> other =
          LongStream.of(Shingles.ofBody(edited).sketch()).boxed().collect(Collectors.toSet());
      Set<Long> both = new HashSet<>(Arrays.stream(one).boxed().toList());
      both.retainAll(other);
      met += both.size() >= 3 && likeness("Echo", 0, text, edited).isPresent() ? 1 : 0;
    }
    assertTrue(met >= 190, met + " of 200");
  }

  @Test
  void articlesOnOneEventAreNoCopies() {
    String one =
        "The council voted on Thursday for a new ferry after a debate of nine hours. “Nobody asked"
            + " the far shore,” said Marta Quill. Ruth Alder said the money would be missed"
            + " elsewhere, above all for the bridge, which has been closed since the storms.";
    String other =
        "A ferry will cross the harbour from March on. After nine hours of debate, the council"
            + " voted for it by one vote on Thursday. “Nobody asked the far shore,” said Marta"
            + " Quill, who had fought for it, while the mayor thought of the closed bridge.";
    assertEquals(Optional.empty(), likeness("Echo", 0, one, other));
    assertFalse(Shingles.ofBody(one).shared(Shingles.ofBody(other)) == 0);
  }
}
