package org.onrecord.copies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.onrecord.copies.Likeness.Wording;
import org.onrecord.schema.DocumentType;

class AlignmentTest {
  private static final String TOLL =
      "Rescuers had brought 14 people to the far shore by Thursday evening, the harbour master"
          + " said, and were looking for others.";

  private static List<PassageText> paragraphs(String name, String... texts) {
    List<PassageText> passages = new ArrayList<>();
    for (String text : texts) {
      passages.add(new PassageText(name + passages.size(), DocumentType.PARAGRAPH, text));
    }
    return passages;
  }

  private static Map<String, String> near(String one, String other) {
    return Alignment.of(paragraphs("b", one), paragraphs("a", other), Wording.NEAR);
  }

  @Test
  void equalPassagesArePairedInOrderEachOnce() {
    assertEquals(
        Map.of("b0", "a1", "b1", "a0", "b2", "a2"),
        Alignment.of(
            paragraphs("b", "Two.", "“One.”", "two", "Three."),
            paragraphs("a", "One.", "Two.", "Two", "Four."),
            Wording.EQUAL));
  }

  @Test
  void datelinesDoNotCount() {
    String said = "The bridge stays closed: nobody may cross.";
    for (String dateline :
        List.of(
            "HARBOUR: ",
            "HARBOUR, Nov 7 (Tidewire) - ",
            "Port Quill (TW) — ",
            "NORTH HARBOUR/FAR SHORE (Tidewire) -- ")) {
      assertEquals(
          Map.of("b0", "a0"),
          Alignment.of(paragraphs("b", dateline + said), paragraphs("a", said), Wording.EQUAL),
          dateline);
    }
  }

  @Test
  void openingsThatAreNoDatelineCount() {
    for (String opening :
        List.of("Alder: ", "GDP rose by 5 per cent - ", "On Thursday (late) - ")) {
      assertEquals(
          Map.of(),
          Alignment.of(
              paragraphs("b", opening + "Nobody may cross."),
              paragraphs("a", "Nobody may cross."),
              Wording.EQUAL),
          opening);
    }
  }

  @Test
  void fewWordsMayDiffer() {
    assertEquals(Map.of("b0", "a0"), near(TOLL, TOLL.replace("by Thursday", "until Thursday")));
    assertEquals(
        Map.of(), near(TOLL, "Rescuers were looking for others, the harbour master said."));
  }

  @Test
  void numbersAndDenialsMayNotDiffer() {
    assertEquals(Map.of(), near(TOLL, TOLL.replace("14", "12")));
    assertEquals(Map.of(), near(TOLL, TOLL.replace("and were looking", "and were not looking")));
  }

  @Test
  void wordsMayNotDifferInShortPassages() {
    assertEquals(
        Map.of(), near("Mayor Alder wins the harbour vote", "Mayor Birch wins the harbour vote"));
  }

  @Test
  void wordingsOtherThanEqualAreLeftWhereEqualIsAskedFor() {
    assertEquals(
        Map.of(),
        Alignment.of(
            paragraphs("b", TOLL),
            paragraphs("a", TOLL.replace("by Thursday", "until Thursday")),
            Wording.EQUAL));
  }

  @Test
  void paragraphIsNoQuotation() {
    assertEquals(
        Map.of(),
        Alignment.of(
            List.of(new PassageText("q", DocumentType.QUOTE, "Nobody may cross.")),
            paragraphs("a", "Nobody may cross."),
            Wording.NEAR));
  }
}
