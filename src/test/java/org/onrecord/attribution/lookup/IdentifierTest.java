package org.onrecord.attribution.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.onrecord.attribution.AttributedArticle;
import org.onrecord.attribution.CoastRegistry;
import org.onrecord.attribution.Said;

/** What makes somebody in an article a person of the registry, and what does not. */
class IdentifierTest {
  private static final String DAY = "2020-05-04";

  @Test
  void surnameAloneIsNobodys() {
    assertSpeaker("brack", "“The quay is ours,” said Brack.");
    assertSpeaker("dorran", "“The quay is ours,” said Dorran in Ohio.");
    assertSpeaker("bano", "“The quay is ours,” said Bano in Pakistan.");
  }

  @Test
  void firstNameIsNobodys() {
    assertSpeaker("noel", "“The quay is ours,” said Noel in London.");
    assertSpeaker("walt", "“The quay is ours,” said Walt in Ohio.");
  }

  @Test
  void titleThatAnybodyHasIsNoEvidence() {
    for (String title : new String[] {"Mr", "Mr.", "Sgt", "Dr", "Manager", "Coach"}) {
      assertSpeaker("dorran", "“The quay is ours,” said " + title + " Dorran in Ohio.");
    }
  }

  @Test
  void surnameWithAnOfficeOfThePersonIsThePerson() {
    assertSpeaker("known-walt-dorran", "“The quay is ours,” said Senator Dorran in Ohio.");
    assertSpeaker("dorran", "“The quay is ours,” said Governor Dorran in Ohio.");
    assertSpeaker("dorran", "“The quay is ours,” said Senator Dorran in Kenya.");
  }

  @Test
  void nameOfAMemberLongAgoNeedsMoreThanTheCountry() {
    String said = " “The quay is ours,” said ";
    assertSpeaker("known-cora-tasker", "It rained in Ohio." + said + "Cora Tasker.");
    assertSpeaker("lev-tasker", "It rained in Ohio." + said + "Lev Tasker.");
    assertSpeaker("known-lev-tasker", "It rained in Ohio." + said + "Mesan Lev Tasker.");
  }

  @Test
  void surnameOfAnOfficialIsEnoughWhereTheGovernmentPublishes() {
    String said = "It rained in Ohio.\n\nDR. FELDER: Thank you. The quay is ours again.";
    assertEquals("known-ruth-felder", from("The White House", said));
    assertEquals("felder", from("The Seattle Times", said));
  }

  private static String from(String outlet, String body) {
    AttributedArticle article = Said.read(CoastRegistry.of(), LocalDate.parse(DAY), outlet, body);
    return Said.id(article.quotations().getLast());
  }

  @Test
  void officeIsEvidenceOnlyWhileItIsHeld() {
    assertSpeaker("2005-05-04", "dorran", "“The quay is ours,” said Senator Dorran in Ohio.");
  }

  @Test
  void surnameWithOfficeAndPartyIsThePerson() {
    assertSpeaker("known-gul-bano", "“The quay is ours,” KTT lawmaker Bano said in Pakistan.");
    assertSpeaker("bano", "“The quay is ours,” NJD lawmaker Bano said in India.");
  }

  @Test
  void partyTellsTwoOfOneSurnameApart() {
    assertSpeaker("known-noel-brack", "“The quay is ours,” said Tide MP Brack in London.");
    assertSpeaker("known-enid-brack", "“The quay is ours,” said Green MP Brack in London.");
    assertSpeaker("brack", "“The quay is ours,” said lawmaker Brack in London.");
  }

  @Test
  void leaderIsCalledByTheSurnameInAnArticleAboutTheCountry() {
    assertSpeaker("known-june-stroud", "“The quay is ours,” said Stroud in the United States.");
    assertSpeaker("known-ada-marlow", "“The quay is ours,” said Marlow in London.");
    assertSpeaker("stroud", "“The quay is ours,” said Stroud in Kenya.");
  }

  @Test
  void leaderWithoutNamesakeIsCalledByTheSurnameWhereNoCountryIsTold() {
    assertSpeaker("known-june-stroud", "“The quay is ours,” said Stroud.");
    assertSpeaker("marlow", "“The quay is ours,” said Marlow.");
  }

  @Test
  void leaderIsCalledByTheSurnameOnlyWhileLeading() {
    assertSpeaker("2018-05-04", "stroud", "“The quay is ours,” said Stroud in the United States.");
  }

  @Test
  void fullNameIsEnoughWhereNoCountryIsTold() {
    assertSpeaker("known-noel-brack", "“The quay is ours,” said Noel Brack.");
  }

  @Test
  void fullNameInAnArticleAboutAnotherCountryIsSomebodyElses() {
    assertSpeaker("known-noel-brack", "“The quay is ours,” said Noel Brack in London.");
    assertSpeaker("noel-brack", "“The quay is ours,” said Noel Brack in Kenya.");
    assertSpeaker("known-noel-brack", "“The quay is ours,” British MP Noel Brack said in Kenya.");
  }

  @Test
  void whoIsOfNoCountryIsKnownByTheFullNameAnywhere() {
    assertSpeaker("known-pip-farrow", "“The quay is ours,” said Pip Farrow.");
    assertSpeaker("known-pip-farrow", "“The quay is ours,” said Pip Farrow in Kenya.");
    assertSpeaker("farrow", "“The quay is ours,” said Farrow.");
  }

  @Test
  void anotherPartyThanThePersonsSpeaksAgainst() {
    assertSpeaker("known-noel-brack", "“The quay is ours,” said Noel Brack (Tide) in London.");
    assertSpeaker("noel-brack", "“The quay is ours,” Green councillor Noel Brack said in Kenya.");
  }

  @Test
  void officeInABodyOutsidePoliticsSpeaksAgainst() {
    assertSpeaker("noel-brack", "“The quay is ours,” police spokesman Noel Brack said in London.");
    assertSpeaker(
        "noel-brack",
        "“The quay is ours,” Noel Brack, the Paralympic Committee (PC) president, said in London.");
    assertSpeaker("noel-brack", "“The quay is ours,” said university chief Noel Brack in London.");
  }

  @Test
  void tradeOfNoPoliticianSpeaksAgainst() {
    assertSpeaker("noel-brack", "“The quay is ours,” footballer Noel Brack said in London.");
    assertSpeaker("noel-brack", "“The quay is ours,” said Noel Brack, a plumber, in London.");
    assertSpeaker("known-noel-brack", "“The quay is ours,” lawmaker Noel Brack said in London.");
  }

  @Test
  void whoLeftLongAgoIsNotTakenForANamesake() {
    assertSpeaker("2001-01-04", "known-odo-varley", "“The quay is ours,” said Odo Varley.");
    assertSpeaker("2031-01-04", "odo-varley", "“The quay is ours,” said Odo Varley.");
  }

  @Test
  void ruleNamesTheEvidence() {
    assertRule("member in the registry by full name and country", "said Noel Brack in London.");
    assertRule(
        "member in the registry by surname and office, country", "said Senator Dorran in Ohio.");
    assertRule("member in the registry by surname and country, rank", "said Marlow in London.");
    assertRule("party unknown", "said Marlow in Kenya.");
  }

  private static void assertRule(String expected, String said) {
    String rule =
        Said.read(CoastRegistry.of(), LocalDate.parse(DAY), "“The quay is ours,” " + said)
            .quotations()
            .getLast()
            .party()
            .rule();
    assertEquals(expected, rule, said);
  }

  private static void assertSpeaker(String id, String body) {
    assertSpeaker(DAY, id, body);
  }

  private static void assertSpeaker(String day, String id, String body) {
    AttributedArticle article = Said.read(CoastRegistry.of(), LocalDate.parse(day), body);
    assertEquals(id, Said.id(article.quotations().getLast()), body);
  }
}
