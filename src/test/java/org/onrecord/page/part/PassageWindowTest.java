package org.onrecord.page.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.onrecord.article.TextSpan;

/** Of a long passage the part with the query's words is shown, cut between words. */
class PassageWindowTest {
  private static String text(Passage passage) {
    return passage.runs().stream()
        .flatMap(run -> run.pieces().stream())
        .map(Passage.Piece::text)
        .collect(Collectors.joining());
  }

  @Test
  void aShortPassageIsLeftWhole() {
    Passage passage =
        Passage.of("The ferry sails.", List.of(), List.of(new TextSpan(4, 9)), Slots.BY_HASH);
    assertSame(passage, PassageWindow.of(passage).passage());
  }

  @Test
  void aLongOneIsCutAroundTheQuerysWords() {
    String text = "harbour ".repeat(500) + "the old ferry " + "quay ".repeat(500);
    int at = text.indexOf("ferry");
    Passage whole = Passage.of(text, List.of(), List.of(new TextSpan(at, at + 5)), Slots.BY_HASH);
    PassageWindow window = PassageWindow.of(whole);
    String shown = text(window.passage());
    assertTrue(shown.length() < 900, "" + shown.length());
    assertTrue(shown.contains("the old ferry quay"), shown);
    assertTrue(shown.startsWith("harbour "), shown);
    assertTrue(text.contains(shown), "the archive's words, in one go");
    assertTrue(window.passage().cutBefore() && window.passage().cutAfter());
    assertEquals(Set.of(), window.quotations());
  }

  @Test
  void withoutTheQuerysWordsItsBeginningIsShown() {
    Passage whole = Passage.of("word ".repeat(1000), List.of(), List.of(), Slots.BY_HASH);
    Passage cut = PassageWindow.of(whole).passage();
    assertFalse(cut.cutBefore());
    assertTrue(cut.cutAfter());
  }

  @Test
  void noCharacterIsCutInTwo() {
    Passage whole = Passage.of("\uD83C\uDF0A".repeat(2000), List.of(), List.of(), Slots.BY_HASH);
    String shown = text(PassageWindow.of(whole).passage());
    assertEquals(shown.length(), 2 * shown.codePointCount(0, shown.length()));
  }
}
