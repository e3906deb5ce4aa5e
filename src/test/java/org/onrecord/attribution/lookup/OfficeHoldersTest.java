package org.onrecord.attribution.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.onrecord.attribution.AttributedArticle;
import org.onrecord.attribution.CoastRegistry;
import org.onrecord.attribution.Said;

/** Whom an office means that is named without its holder. */
class OfficeHoldersTest {
  private static final String DAY = "2020-05-04";

  @Test
  void headOfTheOneCountryIsWhoHoldsTheOfficeOnTheDate() {
    String body = "It rained in London.\n\n“The quay is ours,” the prime minister said.";
    assertSpeaker(DAY, "known-ada-marlow", body);
    assertSpeaker("2015-05-04", "nobody", body);
  }

  @Test
  void headOfNoCountryThatIsToldIsNobody() {
    assertSpeaker(DAY, "nobody", "It rained.\n\n“The quay is ours,” the prime minister said.");
    assertSpeaker(
        DAY, "nobody", "It rained in Nairobi.\n\n“The quay is ours,” the prime minister said.");
  }

  @Test
  void headOfAnotherCountryIsNotTaken() {
    assertSpeaker(
        DAY,
        "nobody",
        "It rained in London and in Leeds.\n\n“The quay is ours,” the Kenyan prime minister said.");
  }

  @Test
  void headIsInDoubtWhereTheOutletsCountryIsSpokenOfToo() {
    String abroad = "It rained in London, Leeds, Hull, Truro, London, Leeds, Hull and Truro.";
    String said = "\n\n“The quay is ours,” the prime minister said.";
    assertEquals("known-ada-marlow", from("The Seattle Times", abroad + said));
    assertEquals("nobody", from("The Seattle Times", abroad + " It rained in Ohio." + said));
    assertEquals("nobody", from("The Seattle Times", abroad + " It rained in Nairobi." + said));
  }

  private static String from(String outlet, String body) {
    AttributedArticle article = Said.read(CoastRegistry.of(), LocalDate.parse(DAY), outlet, body);
    return Said.id(article.quotations().getLast());
  }

  @Test
  void holderIsNotTheNamesakeWhomTheArticleAloneNamesInFull() {
    String said = "“The quay is ours,” President Stroud said in Ohio.";
    assertSpeaker(DAY, "known-june-stroud", said + " Her son, Major Bo Stroud, sailed from Ohio.");
    assertSpeaker(DAY, "bo-stroud", said + " President Bo Stroud of the chess club was in Ohio.");
  }

  @Test
  void formerHeadIsNotTheHolder() {
    assertSpeaker(
        DAY,
        "nobody",
        "It rained in London.\n\n“The quay is ours,” the former prime minister said.");
  }

  @Test
  void holderIsMeantUnlessTheParagraphNamesAnother() {
    String other = "President Ike Holm came late to the United States, and America waited.";
    assertSpeaker(DAY, "known-june-stroud", other + "\n\nThe president said that it is full.");
  }

  @Test
  void headWhomTheArticleNamesIsMeantAndNotTheOtherCountrys() {
    String tariffs =
        "Prime Minister Ada Marlow put a tariff on Canada, and Ottawa, Toronto and Canada wait.";
    assertSpeaker(
        DAY, "known-gil-verne", "It rained in Ottawa.\n\nThe prime minister said that it is full.");
    assertSpeaker(
        DAY, "known-ada-marlow", tariffs + "\n\nThe prime minister said that Canada is full.");
  }

  @Test
  void headOfAnotherCountryThatIsNamedOnlyLaterIsNotTaken() {
    String said = "It rained in Ohio, Texas and Utah.\n\nThe prime minister said that it is full.";
    String later = "\n\nPrime Minister Ada Marlow flew to London.";
    AttributedArticle article =
        Said.read(CoastRegistry.of(), LocalDate.parse(DAY), "The Seattle Times", said + later);
    assertEquals("nobody", Said.id(article.quotations().getFirst()));
  }

  @Test
  void addressIsNobodysName() {
    assertSpeaker(
        DAY,
        "known-june-stroud",
        "Maybe, Mr. President, America waits.\n\n“The quay is ours,” the president said.");
  }

  @Test
  void chiefMinisterIsThatOfTheOneState() {
    String said = "\n\n“The quay is ours,” the Chief Minister said.";
    assertSpeaker(DAY, "known-devan-kolhar", "It rained in Bihar, in Patna." + said);
    assertSpeaker("2017-05-04", "nobody", "It rained in Bihar, in Patna." + said);
    assertSpeaker("2017-05-04", "known-meera-kolhar", "It rained in Kerala, in Kochi." + said);
    assertSpeaker(DAY, "nobody", "It rained in Bihar and in Kerala, in Kochi and in Patna." + said);
    assertSpeaker(DAY, "nobody", "It rained in India." + said);
  }

  @Test
  void labelOfATranscriptIsTheHolder() {
    assertSpeaker(
        DAY,
        "known-june-stroud",
        "They met in the United States.\n\nTHE PRESIDENT: The quay is full of boats.");
    assertSpeaker(
        "2015-05-04",
        "known-ike-holm",
        "They met in the United States.\n\nTHE PRESIDENT: The quay is full of boats.");
    assertSpeaker(
        DAY, "nobody", "They met in Nairobi.\n\nTHE PRESIDENT: The quay is full of boats.");
  }

  private static void assertSpeaker(String day, String id, String body) {
    AttributedArticle article = Said.read(CoastRegistry.of(), LocalDate.parse(day), body);
    assertEquals(id, Said.id(article.quotations().getLast()), day + ": " + body);
  }
}
