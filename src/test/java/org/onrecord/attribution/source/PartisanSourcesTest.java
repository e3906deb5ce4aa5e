package org.onrecord.attribution.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.onrecord.article.PartyRef;
import org.onrecord.attribution.AttributedQuotation;
import org.onrecord.attribution.HarbourRegistry;
import org.onrecord.attribution.Said;

/** The party of sources without a name. */
class PartisanSourcesTest {
  @Test
  void wordsForSomebodyWithoutANameTellTheParty() {
    assertParty("Harbour Party", "Harbour Party workers said that the quay was full.");
    assertParty("Harbour Party", "A Harbour Party spokesman said that the quay was full.");
    assertParty("Free Ferry List", "Members of the Free Ferry List said that the quay was full.");
  }

  @Test
  void whoeverLeftOrOpposesAPartyIsNotOfIt() {
    assertParty("none", "Former Harbour Party leaders said that the quay was full.");
    assertParty("none", "Critics of the Harbour Party said that the quay was full.");
    assertParty("none", "Officials said that the Harbour Party was full of clerks.");
  }

  private static void assertParty(String expected, String text) {
    AttributedQuotation last =
        Said.last(
            Said.read(HarbourRegistry.of(), null, "In Britain it rained. " + text).quotations());
    PartyRef party = last.party().party();
    assertEquals(expected, party == null ? "none" : party.name(), text);
  }
}
