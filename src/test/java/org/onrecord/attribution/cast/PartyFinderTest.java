package org.onrecord.attribution.cast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.onrecord.attribution.AttributedArticle;
import org.onrecord.attribution.AttributedQuotation;
import org.onrecord.attribution.CoastRegistry;
import org.onrecord.attribution.Said;

/** What outweighs what: the text, the registry, and what the registry knew last. */
class PartyFinderTest {
  private static final String DAY = "2020-05-04";

  @Test
  void membershipLastKnownIsToldWithItsYear() {
    assertParty(
        "Mesa", "last known a member in 2016 by full name and country", DAY, "Cora Tasker in Ohio");
  }

  @Test
  void membershipLastKnownLongAgoIsNoneByNameAndCountryAlone() {
    assertParty(
        "Mesa",
        "last known a member in 2012 by full name and country",
        "2017-01-01",
        "Lev Tasker in Ohio");
    assertParty("none", "party unknown", "2017-01-02", "Lev Tasker in Ohio");
  }

  @Test
  void partyOfWhoAppointedSomebodyIsNotTheirs() {
    assertParty(
        "none", "party unknown", DAY, "Rosa Hale, who was appointed by Mesan Governor Tom Hale,");
  }

  @Test
  void whoIsInPoliticsOnlyLaterIsNobodyByNameAndCountryAlone() {
    assertParty("none", "party unknown", "1985-05-04", "Enid Brack in Leeds");
    assertParty(
        "Green",
        "member in the registry by full name and country",
        "2001-05-04",
        "Enid Brack in Leeds");
  }

  @Test
  void givenNameOfSeveralIsNoEvidenceOfAParty() {
    AttributedArticle article =
        Said.read(
            CoastRegistry.of(),
            LocalDate.parse(DAY),
            "It rained in Leeds. Noel Brack met Noel Hale. “The quay is ours,” said Noel.");
    assertEquals("none", Said.party(article.quotations().getLast()));
  }

  @Test
  void membershipIsSureUntilTheDayItWasKnown() {
    assertParty(
        "Mesa",
        "member in the registry by full name and country",
        "2012-01-01",
        "Lev Tasker in Ohio");
  }

  @Test
  void textOutweighsWhatWasLastKnown() {
    assertParty("Grove", "party before the name", DAY, "Grove candidate Cora Tasker in Ohio");
  }

  @Test
  void officeInAPartyOutweighsTheRegistry() {
    assertParty("Grove", "party before the name", DAY, "Grove leader Walt Dorran of Ohio");
    assertParty("Grove", "party in brackets", DAY, "Senator Walt Dorran (G) of Ohio");
    assertParty("Grove", "party after a comma", DAY, "Senator Walt Dorran, G-Ohio,");
  }

  @Test
  void partyOfACountryThatIsNotThePersonsDoesNotOutweigh() {
    assertParty(
        "Mesa",
        "member in the registry by full name and office, country",
        DAY,
        "Tide leader and Senator Walt Dorran of Ohio in London");
    assertParty("Tide", "party before the name", DAY, "Tide leader Susan Hale in London");
  }

  @Test
  void candidateOfAPartyNeedNotBelongToIt() {
    assertParty(
        "Mesa",
        "member in the registry by full name and office, country",
        DAY,
        "Grove candidate Senator Walt Dorran of Ohio");
    assertParty("Grove", "party before the name", DAY, "Grove candidate Susan Hale of Ohio");
  }

  @Test
  void noPartyIsShownOfWhoIsLikelierAnother() {
    AttributedArticle article =
        Said.read(
            CoastRegistry.of(),
            LocalDate.parse(DAY),
            "Senator Walt Dorran of Ohio came late. He said that Dorran would lose in Ohio.");
    AttributedQuotation last = article.quotations().getLast();
    assertEquals("none", Said.party(last));
    assertEquals(PartyDecision.DOUBTED, last.party());
  }

  private static void assertParty(String party, String rule, String day, String who) {
    AttributedQuotation quotation =
        Said.read(
                CoastRegistry.of(),
                LocalDate.parse(day),
                "On Friday " + who + " said that the quay is full.")
            .quotations()
            .getLast();
    assertEquals(party, Said.party(quotation), who);
    assertEquals(rule, quotation.party().rule(), who);
  }
}
