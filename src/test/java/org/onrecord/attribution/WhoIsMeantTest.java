package org.onrecord.attribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is meant where another is named nearer, or more like it. */
class WhoIsMeantTest {
  @Test
  void heIsTheOneWithoutANameWhoHasJustSpoken() {
    assertSpeaker(
        "unnamed a senior clerk at the office",
        "Mayor Tom Birch promised cheaper ferries.\n\n"
            + "“The quay is full,” a senior clerk at the office said.\n\n“It rains,” he added.");
  }

  @Test
  void spokesmanForAMinisterIsNotTheMinister() {
    assertSpeaker(
        "unnamed A spokesman for Harbour Minister Tom Birch",
        "A spokesman for Harbour Minister Tom Birch said that the quay was full.");
  }

  @Test
  void chargeIsWhoseItIs() {
    assertSpeaker(
        "Ann Birch",
        "Tom Hale and Ann Birch met. Hale’s letter was a rebuttal to Ann Birch’s charge that “it"
            + " took the board two weeks to close the quay.”");
  }

  @Test
  void captionsAndTeasersLeadNoPronounAstray() {
    String said =
        "Tom Birch spoke to the clerks in the hall.\n\n%s\n\n“The quay is full,” he said.";
    assertSpeaker("Tom Birch", said.formatted("JUST WATCHED What is up Carl Elm's sleeve?"));
    assertSpeaker(
        "Tom Birch",
        said.formatted(
            "Carl Elm waves. Hide 1 of 30 Carl Elm sits. Hide 2 of 30 Carl Elm eats. Hide 3 of"
                + " 30"));
  }

  @Test
  void whoeverIsToldSomethingDoesNotSayIt() {
    assertSpeaker("nobody", "Tom Birch was told that the bridge would close in May.");
    assertSpeaker("nobody", "Tom Birch has been warned that the quay may flood.");
    assertSpeaker("Tom Birch", "Tom Birch was quoted as saying that the bridge would close.");
  }

  @Test
  void addressedIsNotWhoAnswers() {
    assertSpeaker(
        "Tom Birch",
        "Mayor Tom Birch came late. In reply to Ruth Alder, chairwoman of the harbour board, he"
            + " said: “The quay is full.”");
  }

  @Test
  void whoIsWarnedByOneWithARoleIsAnother() {
    assertSpeaker(
        "unnamed The speaker",
        "The speaker threatened to clear the hall. Then the speaker warned Mr Birch, who stood.");
  }

  @Test
  void wordWithAnArticleIsNobodysGivenName() {
    assertSpeaker(
        "unnamed the clerk",
        "Bill Birch came late.\n\nOn the Bill, the clerk said that it would pass.");
  }

  @Test
  void whoeverIsQuotedSpeaksAndNotTheAgency() {
    assertSpeaker(
        "Tom Birch",
        "“The quay is ours,” the Elmsea News Agency quoted General Tom Birch as saying.");
  }

  @Test
  void clerkSpeaksAndNotWhoIsChiefOfTheBoard() {
    assertSpeaker(
        "unnamed A clerk of the harbour board",
        "A clerk of the harbour board, which is chaired by Senator Tom Birch of Elmsea, said that"
            + " the quay was full.");
  }

  @Test
  void formerChiefOfTheNavyIsNoOtherChief() {
    assertSpeaker(
        "Tom Birch",
        "Former navy chief Adm (retired) Tom Birch came to the regatta with Chief Minister Ruth"
            + " Alder.\n\nThe ex-navy chief said that the quay was full.");
  }

  @Test
  void leaderOfAnOrganisationIsWhoHasItsHighestOffice() {
    assertSpeaker(
        "Tom Birch",
        "HBX Secretary General Tom Birch said that it would rain.\n\n"
            + "The HBX leader said that the quay was full.");
  }

  @Test
  void chiefOfTheHouseIsWhoHoldsTheOfficeInIt() {
    assertSpeaker(
        "Tom Birch",
        "US Defence Secretary Tom Birch toured the yard on Sunday. "
            + "“The quay is ours,” the Pentagon chief said.");
  }

  @Test
  void ofTwoOfOneSurnameItIsWhoHasJustSpoken() {
    assertSpeaker(
        "Ann Birch",
        "Tom Birch died on Monday. “He was kind,” said his widow, Ann Birch. “We miss him,” Birch"
            + " said.");
  }

  @Test
  void sourceIsNobodyNamed() {
    assertSpeaker(
        "unnamed The source", "Tom Birch came late.\n\nThe source said that the quay was full.");
  }

  @Test
  void nameIsSurerThanOneThatNothingElseTellsOf() {
    double full = confidence("Ruth Alder said that the quay was full.");
    double alone = confidence("Zorven said that the quay was full.");
    assertTrue(full > 0.8 && full > alone, full + " and " + alone);
  }

  @Test
  void nameBehindItsBodyAndOfficeIsWhoSpeaks() {
    for (String body :
        List.of(
            "University of Elmsea political scientist",
            "Elmsea Federation of Pilots President",
            "Former Bureau of Harbour Statistics chief",
            "Institute for Harbour Policy fellow")) {
      assertSpeaker("Ruth Alder", body + " Ruth Alder said that the quay was full.");
    }
    assertSpeaker(
        "organisation University of Elmsea", "The University of Elmsea said the quay was full.");
  }

  @Test
  void wordsAroundANameInAHeadlineAreNoneOfIt() {
    String said = "\n\nAlder said that the quay was full.";
    for (String line :
        List.of(
            "Why Ruth Alder Matters on the Quay",
            "Ruth Alder Disqualified on the Quay",
            "Ruth Alder came.\n\nREPLAY WATCHED Alder: a day on the quay")) {
      assertSpeaker("Ruth Alder", line + said);
    }
    assertSpeaker(
        "Ruth Alder Harding", "Ruth Alder Harding came.\n\nHarding said that the quay was full.");
  }

  @Test
  void whomALetterIsToDoesNotSayWhatItSays() {
    String came = "Ruth Alder and Tom Hale came.\n\n";
    assertSpeaker("nobody", came + "They sent a letter to Hale saying that the quay was full.");
    assertSpeaker(
        "nobody", came + "The board got a letter to Mayor Tom Hale saying the quay was full.");
    assertSpeaker("Tom Hale", came + "It went on with Hale saying that the quay was full.");
    assertSpeaker("Tom Hale", came + "“The quay is full,” said Hale");
  }

  @Test
  void wordsThatAColonAnnouncesAreNotTheLastSpeakers() {
    String spoke = "Ruth Alder and Tom Hale came.\n\n“The piers are old,” Alder said.\n\n";
    String words = "\n\n“The quay is full. We want no more boats.”";
    assertSpeaker("Tom Hale", spoke + "Late on Monday, Hale sent a letter:" + words);
    assertSpeaker("Tom Hale", spoke + "Here is Hale’s full statement:" + words);
    assertSpeaker("Tom Hale", spoke + "Late on Monday, Hale sent a letter:" + words + words);
    assertSpeaker("nobody", spoke + "This is what was sent to Hale on Monday:" + words);
    assertSpeaker("Ruth Alder", spoke + "And then:" + words);
    assertSpeaker("Ruth Alder", spoke + "And then she added:" + words);
  }

  @Test
  void thingThatIsSaidToSayItIsInDoubt() {
    double thing = confidence("The new crane said that the quay was full.");
    double clerk = confidence("The new clerk said that the quay was full.");
    assertTrue(thing < 0.65 && clerk > 0.7, thing + " and " + clerk);
  }

  private static double confidence(String text) {
    return Said.last(Said.read(HarbourRegistry.of(), null, text).quotations()).speakerConfidence();
  }

  private static void assertSpeaker(String expected, String text) {
    assertEquals(
        expected,
        Said.speaker(Said.last(Said.read(HarbourRegistry.of(), null, text).quotations())),
        text);
  }
}
