package org.onrecord.quotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.onrecord.quotation.Extracted.extracted;
import static org.onrecord.quotation.Extracted.lines;
import static org.onrecord.quotation.Extracted.under;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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

  @Test
  void everyNameInCapitalsIsALabelWhereAllParagraphsHaveOne() {
    assertEquals(
        List.of(
            "direct: I rise to speak against this plan < LENA CORBETT",
            "direct: I yield the floor < JOHN MARSDEN",
            "direct: And I will vote for it < RITA VOSS"),
        lines(
            "LENA CORBETT: I rise to speak against this plan.\n\nJOHN MARSDEN: I yield the"
                + " floor.\n\nRITA VOSS: And I will vote for it."));
  }

  @Test
  void labelsMayStandOnLinesOfOneParagraphAndInTheMiddle() {
    assertEquals(
        List.of(
            "direct: I know < MR. HALE", "direct: So do we < MS. QUILL", "direct: Good < MR. HALE"),
        under(
            "Transcript: the hearing",
            "They met at noon.\n\nMR. HALE: I know.\nMS. QUILL: So do we. MR. HALE: Good."));
  }

  @Test
  void directionsAreCutOut() {
    assertEquals(
        List.of("direct: We won … I never doubted it < MR. HALE"),
        lines(
            "They met at noon.\n\nMR. HALE: We won. (Applause.) I never doubted it."
                + " [Laughter]\n\n(Applause.)"));
  }

  @Test
  void speechIsWhollyOfWhomItsHeadlineNames() {
    assertEquals(
        List.of(
            "direct: I have come to say thank you < Mayor Ruth Alder",
            "direct: The bridge stands < Mayor Ruth Alder"),
        under(
            "Remarks by Mayor Ruth Alder at the opening of the bridge",
            "I have come to say thank you.\n\nThe bridge stands.\n\nEND 10:42 A.M. EDT"));
  }

  @Test
  void newsOfASpeechIsNoSpeech() {
    String news =
        "Mayor Ruth Alder spoke for an hour in Elmsea.\n\nThe road was closed."
            + "\n\nAlder said that the bridge would open.";
    for (String title :
        List.of("Ruth Alder’s speech opens the bridge", "Remarks by Ruth Alder draw fire")) {
      assertEquals(
          List.of("indirect: that the bridge would open < Alder"), under(title, news), title);
    }
  }

  @Test
  void unknownSpeakerEndsATurn() {
    assertEquals(
        List.of("direct: We wait < MR. HALE", "direct: I do not < MS. QUILL"),
        under(
            "Transcript: the hearing",
            "MR. HALE: We wait.\n\nMS. QUILL: I do not.\n\n###\n\nThe doors open at nine."));
  }

  @Test
  void listsOfAnyKindAreNoTranscripts() {
    for (String list :
        List.of(
            "Butter: 200 g\n\nFlour: 300 g\n\nEggs: 3\n\nButter: melt it slowly.\n\nFlour: sift"
                + " it twice.",
            "Elmsea: 3\n\nHarbour: 1\n\nElmsea: 2\n\nHarbour: 2",
            "Address: 4 Mill Lane\n\nDate: 4 May\n\nNote: You must bring your own cup.\n\nNote: We"
                + " close at nine.",
            "Home: https://elmsea.example/\n\nNews: https://elmsea.example/news",
            "John 3:16 For the ferry so loved the quay.\n\nJohn 3:17 I was there.",
            "8:05: The bus leaves.\n\n9:05: The next bus leaves.\n\n10:05: You have missed it.",
            "Q: How do I join?\n\nA: You fill in the form.\n\nQ: What does it cost?\n\nA: It is"
                + " free.",
            "O wind: we wait for you\n\nO sea: we fear you\n\nO quay: you hold us")) {
      assertEquals(
          List.of(),
          extracted(list).stream().filter(Quotation::isTurn).map(Quotation::toString).toList(),
          list);
    }
  }

  @Test
  @Timeout(60)
  void thousandsOfTurnsAndOfLinesThatAreNoneAreReadInTimeThatGrowsWithThem() {
    StringBuilder turns = new StringBuilder();
    StringBuilder recipe = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      turns.append(i % 2 == 0 ? "MR. HALE: " : "MS. QUILL: ").append("I know that.\n\n");
      recipe.append("Butter").append(i).append(": 200 g\n\n");
    }
    assertEquals(5_000, extracted(turns.toString()).size());
    assertEquals(0, extracted(recipe.toString()).stream().filter(Quotation::isTurn).count());
  }
}
