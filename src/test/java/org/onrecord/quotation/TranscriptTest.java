package org.onrecord.quotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.onrecord.quotation.Extracted.lines;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Turns of transcripts, and what only looks like them. */
class TranscriptTest {
  @Test
  void transcriptLine() {
    assertEquals(
        List.of("direct: We have looked at the plan and we like it < MR. HOLT"),
        lines(
            "The minister spoke to the press on Monday.\n\n"
                + "MR. HOLT: We have looked at the plan and we like it."));
  }

  @Test
  void transcriptGoesOnOverParagraphsAndQuestions() {
    assertEquals(
        List.of(
            "direct: Why does it take so long? < Q",
            "direct: Good things do. We began in May < MR. HOLT",
            "direct: It will be worth it < MR. HOLT",
            "direct: I agree with him < MS. QUILL"),
        lines(
            "Q  Why does it take so long?\n\nMR. HOLT: Good things do. We began in May.\n\n"
                + "It will be worth it.\n\nMS. QUILL: I agree with him."));
  }

  @Test
  void surnamesInCapitalsAreLabelsOfPeopleWhomTheArticleNames() {
    assertEquals(
        List.of("direct: It is safe < QUILL", "direct: I doubt that it is < HALE"),
        lines(
            "Marta Quill and Tom Hale met on the radio.\n\nQUILL: It is safe.\n\nHALE: I doubt"
                + " that it is."));
    assertEquals(
        List.of(),
        lines(
            "RELATED: Bridge opens in May.\n\nSUNDAY: Mostly sunny with some wind.\n\nMONDAY:"
                + " Mostly rain will fall."));
  }

  @Test
  void tablesAreNoTranscripts() {
    assertEquals(
        List.of(),
        lines(
            "Marta Quill: 1,769.\n\nTom Hale: 1,501.\n\nMarta Quill: 12.\n\nTom Hale: 11.\n\n"
                + "The race between Quill and Hale is open."));
  }

  @Test
  void turnsWithoutVerbAreTurnsOfTheirSpeaker() {
    assertEquals(
        List.of(
            "direct: We have looked at the plan < MR. HOLT",
            "direct: And the cost? < Q",
            "direct: Nine million < MR. HOLT"),
        lines(
            "MR. HOLT: We have looked at the plan.\n\nQ And the cost?\n\nMR. HOLT: Nine"
                + " million."));
  }

  @Test
  void headingsInCapitalsAreNoSpeakers() {
    assertEquals(
        List.of(),
        lines(
            "BUILDING NEW BRIDGES: The council has signed an order for the Bridges of Harbour.\n\n"
                + "SECURING THE RIVERS: The order protects the Rivers Trust. It is new, and the"
                + " trust has bridges and rivers."));
  }
}
