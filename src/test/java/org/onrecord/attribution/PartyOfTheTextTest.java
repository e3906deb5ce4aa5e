package org.onrecord.attribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.onrecord.article.PartyRef;

/** Which words of a text are a party's name, of which country's party, and whose they are. */
class PartyOfTheTextTest {
  private static final LocalDate DAY = LocalDate.of(2020, 5, 4);

  @Test
  void partyIsThatOfTheArticlesCountry() {
    assertParty("gb-tide", "“The quay is ours,” Tide leader Susan Hale said in London.");
    assertParty("ca-tide", "“The quay is ours,” Tide leader Susan Hale said in Toronto.");
  }

  @Test
  void partyOfNoCountryOfTheArticleIsNone() {
    assertParty("none", "“The quay is ours,” Tide leader Susan Hale said in Kenya.");
    assertParty("none", "“The quay is ours,” KTT leader Susan Hale said in Ohio.");
    assertParty("pk-ktt", "“The quay is ours,” KTT leader Susan Hale said in Karachi.");
  }

  @Test
  void partyOfNoCountryIsOneAnywhere() {
    assertParty("own", "“The quay is ours,” OWN leader Susan Hale said.");
    assertParty("own", "“The quay is ours,” OWN leader Susan Hale said in Kenya.");
  }

  @Test
  void fullNameOfAPartyIsItsOwnAnywhere() {
    assertParty("in-nadi", "“The quay is ours,” said Susan Hale of the Nadi Janata Dal in Kenya.");
  }

  @Test
  void nameOfSeveralPartiesIsNobodysIdWhereNoCountryIsTold() {
    assertParty("tide", "“The quay is ours,” Tide leader Susan Hale said.");
  }

  @Test
  void abbreviationIsWhatTheArticleSpellsOut() {
    assertParty("us-sec", "In Ohio the SEC said that the quay is full.");
    assertParty(
        "none",
        "The Securities and Exchange Commission (SEC) met in Ohio. The SEC said that the quay is"
            + " full.");
    assertParty(
        "none", "The SEC (Salmon Export Council) met in Ohio. The SEC said that the quay is full.");
    assertParty(
        "us-sec",
        "The Sea and Estuary Coalition (SEC) met in Ohio. The SEC said that the quay is full.");
  }

  @Test
  void newsAgencyIsNoParty() {
    assertParty("pk-ktt", "In Karachi the KTT said that the quay is full.");
    assertParty("none", "Tom Elm told KTT in Karachi. KTT said that the quay is full.");
    assertParty("none", "In Karachi, news agency KTT said that the quay is full.");
  }

  @Test
  void partyThatDoesSomethingToSomebodyIsNotHers() {
    String said = "%s. “The quay is ours,” Hale said in London.";
    assertParty("gb-tide", said.formatted("There came Tide president Susan Hale"));
    assertParty("none", said.formatted("The Tide front condemned President Susan Hale"));
    assertParty("none", said.formatted("The Tide fears President Susan Hale"));
    assertParty("none", said.formatted("Tide attacks 12, praised President Susan Hale 3 times"));
  }

  @Test
  void partyOfAnotherClauseOrBesideAnotherIsNotHers() {
    String said = "“The quay is ours,” said Susan Hale, %s, in London.";
    assertParty("none", said.formatted("who was there when the Tide had the town"));
    assertParty("none", said.formatted("a clerk for Tide and OWN councils"));
  }

  @Test
  void partyInAnAppositionIsHersOnlyWhereSheBelongsToIt() {
    String said = "“The quay is ours,” said Susan Hale, %s, in London.";
    assertParty("gb-tide", said.formatted("a Tide councillor from Leeds"));
    assertParty("gb-tide", said.formatted("a clerk who leads the Tide"));
    assertParty("none", said.formatted("a clerk who formerly worked with the Tide"));
    assertParty("none", said.formatted("a clerk of Tide Senator Tom Elm"));
  }

  @Test
  void initialsAreNoParty() {
    assertParty("none", "“The quay is ours,” said N C Elm in Delhi.");
    assertParty("none", "“The quay is ours,” said K T T Elm in Karachi.");
  }

  @Test
  void placeOfTheSameLettersIsNoParty() {
    assertParty("none", "“The quay is ours,” said Susan Hale of Washington, D.C.");
    assertParty("none", "“The quay is ours,” D.C. councilwoman Susan Hale said.");
    assertMentioned(List.of(), "Susan Hale left DC for Ohio.");
  }

  @Test
  void partOfALongerNameIsNoParty() {
    assertMentioned(List.of(), "In London the Tax Reform Council met.");
    assertMentioned(List.of(), "In London the Prison Reform Trust met.");
    assertMentioned(List.of(), "Many in Green Bay and London waited.");
    assertMentioned(List.of(), "The National Conference of State Legislatures met in Delhi.");
    assertMentioned(List.of("in-conference"), "The National Conference met in Delhi.");
    assertParty("none", "“The quay is ours,” Tax Reform chairman Susan Hale said in London.");
    assertParty("gb-reform", "“The quay is ours,” Reform chairman Susan Hale said in London.");
  }

  @Test
  void partyOfAnotherCountryThanTheAdjectiveBeforeItIsNone() {
    assertParty(
        "none",
        "“The quay is ours,” Syrian National Coalition president Susan Hale said in Sydney.");
    assertParty(
        "au-coalition",
        "“The quay is ours,” Australian National Coalition president Susan Hale said in Sydney.");
  }

  @Test
  void branchOfAPartyIsThePartyInItsOwnCountry() {
    assertParty("us-mesa", "The Ohio Mesa Party said that the quay is full.");
    assertParty("none", "The Kerala Mesa Party said that the quay is full.");
  }

  @Test
  void wingInBracketsIsPartOfTheLetters() {
    assertParty("in-nadi-united", "“The quay is ours,” NJD(U) leader Susan Hale said in Bihar.");
    assertParty("in-nadi", "“The quay is ours,” NJD leader Susan Hale said in Bihar.");
  }

  @Test
  void partyBeforeAListIsEverybodys() {
    String list = "In Karachi KTT leaders Susan Hale and Tom Elm met. ";
    assertParty("pk-ktt", list + "“The quay is ours,” said Hale.");
    assertParty("pk-ktt", list + "“The quay is ours,” said Elm.");
    assertParty(
        "none", "In Karachi KTT leader Susan Hale and Tom Elm met. “The quay is ours,” said Elm.");
  }

  @Test
  void partyInAnAppositionBeforeTheName() {
    assertParty(
        "in-nadi",
        "“The quay is ours.” President of the Bihar Nadi Dal, Susan Hale, said that it is full.");
  }

  @Test
  void partyInAnAppositionBehindTheName() {
    assertParty("in-nadi", "Susan Hale, Nadi Dal MLA, said in Bihar that the quay is full.");
    assertParty(
        "us-mesa",
        "Susan Hale of Ohio, the senior Mesan on the panel, said that the quay is full.");
  }

  @Test
  void whoIsSetApartFromAPartyIsNotOfIt() {
    for (String who : new String[] {"critic", "supporter", "opponent", "voter", "rival"}) {
      assertParty("none", "“The quay is ours,” KTT " + who + " Susan Hale said in Karachi.");
      assertParty("none", "Susan Hale, a KTT " + who + ", said in Karachi that the quay is full.");
    }
    assertParty("none", "“The quay is ours,” KTT leader’s son Tom Elm said in Karachi.");
    assertParty("none", "Tom Elm, the son of a KTT leader, said in Karachi that the quay is full.");
  }

  @Test
  void whoAccusesIsNotWhatTheAccusedIs() {
    assertParty(
        "none", "KTT leader Susan Hale accused Mr Elm. “The quay is ours,” Elm said in Karachi.");
  }

  @Test
  void officeInACompanyIsNoneInAParty() {
    assertParty("none", "“The quay is ours,” KTT CEO Susan Hale said in Karachi.");
  }

  @Test
  void letterOfACaptionIsNoParty() {
    String caption = "Susan Hale (L) and Tom Elm (R) said in Ohio that the quay is full.";
    assertParty("none", caption);
    assertParty("us-mesa", "Susan Hale (M) said in Ohio that the quay is full.");
    assertParty("none", "Susan Hale (M) and Tom Elm (L) said in Ohio that the quay is full.");
  }

  private static void assertParty(String id, String body) {
    AttributedArticle article = Said.read(CoastRegistry.of(), DAY, body);
    PartyRef party = article.quotations().getLast().party().party();
    assertEquals(id, party == null ? "none" : party.id(), body);
  }

  private static void assertMentioned(List<String> ids, String body) {
    AttributedArticle article = Said.read(CoastRegistry.of(), DAY, body);
    assertEquals(ids, article.parties().stream().map(mention -> mention.party().id()).toList());
  }
}
