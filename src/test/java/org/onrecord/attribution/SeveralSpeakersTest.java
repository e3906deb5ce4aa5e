package org.onrecord.attribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Quotations that several say together. */
class SeveralSpeakersTest {
  private static final String BOTH = "Ruth Alder and Tom Birch said that the quay was full.";

  @Test
  void everybodyNamedSpeaks() {
    assertSpeakers(List.of("Ruth Alder", "Tom Birch"), BOTH);
  }

  @Test
  void theyAndBothAreThoseWhoSpokeTogether() {
    assertSpeakers(List.of("Ruth Alder", "Tom Birch"), BOTH + "\n\nThey said the piers were old.");
    assertSpeakers(
        List.of("Ruth Alder", "Tom Birch"), BOTH + "\n\nBoth said the ferries would stop.");
  }

  @Test
  void whatANameHoldsIsNoList() {
    assertSpeakers(
        List.of("Tom Birch"), "Tom Birch of the Bank of Quay and Harbour said that it was full.");
  }

  @Test
  void somebodyUnnamedIsNoneOfThem() {
    assertSpeakers(List.of(), "A doctor said that the quay was full.");
  }

  private static void assertSpeakers(List<String> expected, String text) {
    AttributedQuotation last = Said.last(Said.read(HarbourRegistry.of(), null, text).quotations());
    assertEquals(
        expected,
        last.speakers().stream().map(s -> String.valueOf(s.attribution().speakerName())).toList(),
        text);
  }
}
