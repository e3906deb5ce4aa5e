package org.onrecord.attribution.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onrecord.attribution.Said;

/** What an article spells its abbreviations out as. */
class AcronymsTest {
  @Test
  void abbreviationInBracketsIsTheWordsBefore() {
    assertExpansion(
        "Rivers and Sluices Department", "RSD", "the Rivers and Sluices Department (RSD) met");
    assertExpansion(
        "Society for the Care of Tides", "SCT", "a Society for the Care of Tides (SCT) met");
    assertExpansion("All-Coast Rowing Club", "ACRC", "the All-Coast Rowing Club (ACRC) met");
  }

  @Test
  void wordsInBracketsAreTheAbbreviationBefore() {
    assertExpansion(
        "Rivers and Sluices Department", "RSD", "RSD (Rivers and Sluices Department) met");
  }

  @Test
  void dotsAndHyphensDoNotMatter() {
    assertExpansion("Free Ferry List", "F.F.L.", "the Free Ferry List (FFL) met");
    assertExpansion("Free Ferry List", "FFL", "the Free Ferry List (F.F.L.) met");
  }

  @Test
  void wordsOfOtherLettersSpellNothingOut() {
    assertExpansion(null, "RSD", "the Ferry Department (RSD) met");
    assertExpansion(null, "RSD", "the Rivers Department (RSD) met");
    assertExpansion(null, "RSD", "the RSD met (on Sunday)");
    assertExpansion(null, "R", "the Rivers (R) met");
  }

  @Test
  void firstSpellingHolds() {
    assertExpansion(
        "Free Ferry List", "FFL", "The Free Ferry List (FFL) met the Fair Fares League (FFL).");
  }

  private static void assertExpansion(@Nullable String expected, String abbreviation, String text) {
    Acronyms acronyms = Acronyms.of(Said.segmented(text).paragraphs());
    assertEquals(Optional.ofNullable(expected), acronyms.expansion(abbreviation), text);
  }
}
