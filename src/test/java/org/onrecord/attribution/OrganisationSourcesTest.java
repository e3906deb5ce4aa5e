package org.onrecord.attribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Which organisation speaks, and what people and organisations have written. */
class OrganisationSourcesTest {
  private static final String SAID =
      "The Harbour Commission said on Friday that the quay was full.";

  @Test
  void itIsTheOrganisationThatSpokeLast() {
    assertSpeaker("organisation Harbour Commission", SAID + "\n\nIt said that it would rain.");
  }

  @Test
  void itIsNobodyWhereNoOrganisationIsNear() {
    assertSpeaker("nobody", "Ruth Alder came late.\n\nIt said that it would rain.");
  }

  @Test
  void nounOfTheNameMeansTheOrganisation() {
    assertSpeaker(
        "organisation Harbour Commission", SAID + "\n\nThe commission said the piers were old.");
  }

  @Test
  void ministryInSmallLettersIsAnOrganisation() {
    String accused = "Elmsea’s fisheries ministry accused the cannery of theft on Friday.";
    assertSpeaker("organisation fisheries ministry", accused);
    assertSpeaker(
        "organisation fisheries ministry",
        accused + " The ministry said the quota had been sold twice.");
  }

  @Test
  void reportIsItsPublishers() {
    String report = "A Harbour Commission report said that the quay was full.";
    assertSpeaker("organisation Harbour Commission", report);
    assertSpeaker(
        "organisation Harbour Commission", report + "\n\nThe report said the piers were old.");
  }

  @Test
  void statementIsTheirsWhoMadeIt() {
    assertSpeaker(
        "organisation Harbour Commission",
        "The Harbour Commission said in a statement on Friday that the quay was full.\n\n"
            + "Nobody came.\n\nThe statement said the piers were old.");
  }

  @Test
  void severalOfAPartyAreNotTheParty() {
    assertSpeaker("unnamed Several Democrats", "Several Democrats said that the quay was full.");
  }

  private static void assertSpeaker(String expected, String text) {
    assertEquals(
        expected,
        Said.speaker(Said.last(Said.read(HarbourRegistry.of(), null, text).quotations())),
        text);
  }
}
