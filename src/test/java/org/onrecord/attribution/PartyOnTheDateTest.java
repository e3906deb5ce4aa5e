package org.onrecord.attribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Which party a speaker belongs to on the article's date, by the text and by the registry. */
class PartyOnTheDateTest {
  private static final String DAY = "2020-05-04";

  @Test
  void membershipOnTheDateDecides() {
    assertParty("Harbour Party", "2014-03-01", "“The quay is ours,” said Ada Holt.");
    assertParty("Free Ferry List", DAY, "“The quay is ours,” said Ada Holt.");
  }

  @Test
  void partyIsNamedAsItWasThen() {
    assertParty("Quay League", "2005-03-01", "“The quay is ours,” said Ada Holt.");
  }

  @Test
  void severalPartiesAtOnceAreNoneUnlessTheTextSays() {
    assertParty("Harbour Party", "2011-03-01", "“The quay is ours,” said Ned Marsh.");
    assertParty("none", DAY, "“The quay is ours,” said Ned Marsh.");
    assertParty("Free Ferry List", DAY, "“The quay is ours,” FFL leader Ned Marsh said.");
  }

  @Test
  void textBesideTheNameDecidesForThoseWhomNobodyKnows() {
    assertParty("Harbour Party", DAY, "“The quay is ours,” HP leader Susan Hale said.");
    assertParty("Harbour Party", DAY, "“The quay is ours,” said Susan Hale (HP).");
    assertParty("Harbour Party", DAY, "“The quay is ours,” said Susan Hale of the Harbour Party.");
    assertParty(
        "Republican", DAY, "“The quay is ours,” said Rep. Susan Hale, a Republican from Ohio.");
  }

  @Test
  void lettersAndPlaceAfterAComma() {
    assertParty("Republican", DAY, "Sen. Susan Hale, R-Ohio, said that the quay is ours.");
  }

  @Test
  void bracketsOutweighTheRegistry() {
    assertParty("Free Ferry List", DAY, "“The quay is ours,” said Tom Birch (FFL).");
  }

  @Test
  void formerIsNoParty() {
    assertParty(
        "former Harbour Party", DAY, "“The quay is ours,” former HP councillor Susan Hale said.");
    assertParty("former Harbour Party", DAY, "“The quay is ours,” ex-HP minister Susan Hale said.");
  }

  @Test
  void whoIsUnknownHasNone() {
    assertParty("none", DAY, "“The quay is ours,” said Susan Hale.");
  }

  @Test
  void partyThatSpeaksIsItsOwn() {
    assertParty("Free Ferry List", DAY, "The Free Ferry List said that the quay is full.");
  }

  @Test
  void partyAsOwnerOrInBrackets() {
    assertParty("Harbour Party", DAY, "“The quay is ours,” said the Harbour Party’s Susan Hale.");
    assertParty("Republican", DAY, "“The quay is ours,” said Sen. Susan Hale (R-Ohio).");
  }

  @Test
  void newsAgencyOfTheSameLettersIsNoParty() {
    assertParty("Harbour Party", DAY, "HP said that the quay is full.");
    assertParty("none", DAY, "Tom Elm told HP that he left. HP said that the quay is full.");
    assertParty("none", DAY, "The news agency HP said that the quay is full.");
    assertParty("Harbour Party", DAY, "Tom Elm told HP voters. HP said that the quay is full.");
  }

  private static void assertParty(String expected, String date, String body) {
    AttributedArticle article = Said.read(HarbourRegistry.of(), LocalDate.parse(date), body);
    assertEquals(expected, Said.party(article.quotations().getLast()), body);
  }
}
