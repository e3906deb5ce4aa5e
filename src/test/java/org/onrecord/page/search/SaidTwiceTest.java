package org.onrecord.page.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.onrecord.search.Hit;
import org.onrecord.search.SampleArticle;

/** What says one thing twice stands behind what says something. */
class SaidTwiceTest {
  @Test
  void aBoxThatRepeatsItsTitleSaysOneThingTwice() {
    assertTrue(
        SaidTwice.isSaidTwice(
            "SEE NOW Ruth Alder on the old ferry Again More films ... SEE THIS Ruth Alder on the"
                + " old ferry 01:20"));
    assertTrue(SaidTwice.isSaidTwice("MS. ALDER: Yes. Yes, yes, yes. Right, right."));
  }

  @Test
  void whatSaysSomethingDoesNot() {
    assertFalse(SaidTwice.isSaidTwice("“The ferry sails, and it sails at noon,” Ruth Alder said."));
    assertFalse(SaidTwice.isSaidTwice("Ruth Alder"));
    assertFalse(SaidTwice.isSaidTwice(""));
    assertFalse(
        SaidTwice.isSaidTwice("We shall go on and on. ".repeat(4) + "other words ".repeat(30)),
        "a long text says something");
  }

  @Test
  void onlyTheFirstFewChangePlaces() {
    List<Hit> hits = List.of(hit("a b c d a b c d"), hit("one"), hit("two"), hit("three"));
    assertEquals(
        List.of("one", "two", "a b c d a b c d", "three"),
        SaidTwice.last(hits, 3).stream()
            .map(hit -> ((Hit.ParagraphHit) hit).paragraph().text())
            .toList());
  }

  private static Hit hit(String text) {
    return new Hit.ParagraphHit(
        SampleArticle.article("a").paragraph(text).archived().paragraphs().getLast(), 1, List.of());
  }
}
