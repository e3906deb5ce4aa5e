package org.onrecord.attribution.names;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.onrecord.attribution.Said;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.Token;

/** What links repeat behind names. */
class LinkTitlesTest {
  @Test
  void nameIsRepeatedUpToWordWithHeadlineStuckToIt() {
    assertRepeated(List.of("Tom", "HaleCity"), "Tom Hale Tom HaleCity to sell ferries said no.");
    assertRepeated(
        List.of("Thomas", "(", "Tom", ")", "HaleCity"),
        "Mayor Tom Hale Thomas (Tom) HaleCity to sell ferries said no.");
  }

  @Test
  void headlinesUpToMoreAreNobodysWords() {
    assertRepeated(
        List.of("Tom", "HaleCity", "to", "sell", "ferriesRuth", "Alder", "waits", "MORE"),
        "Tom Hale Tom HaleCity to sell ferriesRuth Alder waits MORE said no.");
  }

  @Test
  void brandsAndScottishNamesAreNoRepetitions() {
    assertRepeated(List.of(), "Face met FaceBook and McAllister.");
    assertRepeated(List.of(), "Hale said that he had read HaleCity.");
  }

  private static void assertRepeated(List<String> expected, String text) {
    Paragraph paragraph = Said.segmented(text).paragraphs().getFirst();
    List<String> repeated =
        LinkTitles.in(paragraph).stream()
            .mapToObj(i -> paragraph.tokens().get(i))
            .map(Token::text)
            .toList();
    assertEquals(expected, repeated, text);
  }
}
