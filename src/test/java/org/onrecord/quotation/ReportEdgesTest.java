package org.onrecord.quotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onrecord.quotation.Extracted.lines;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where what is said begins and ends, and reports of other shapes than "X said that …". */
class ReportEdgesTest {
  @Test
  void reportersTailAfterAMarkIsLeftOff() {
    assertEquals(
        List.of("mixed: the builders of “pure sloppiness < Ruth Alder"),
        lines(
            "Ruth Alder accused the builders of “pure sloppiness,” while the council looked for"
                + " another firm."));
  }

  @Test
  void cueThatGoesOnBeginsAnotherReport() {
    assertEquals(
        List.of(
            "indirect: that the bridge would open in May < Ruth Alder",
            "indirect: that it would cost nothing < Ruth Alder"),
        lines(
            "Ruth Alder said that the bridge would open in May, adding that it would cost"
                + " nothing."));
  }

  @Test
  void phraseBetweenCueAndClauseIsNotSaid() {
    assertEquals(
        List.of("indirect: that no ferry would lose its crew < Tom Hale"),
        lines("Tom Hale said this month that no ferry would lose its crew."));
    assertEquals(
        List.of("indirect: all nine boats in the harbour had passed < Tom Hale"),
        lines("Tom Hale said after Monday's count all nine boats in the harbour had passed."));
  }

  @Test
  void whoIsToldIsNotSaid() {
    assertEquals(
        List.of("indirect: that a second ferry was overdue < Marta Quill"),
        lines("Marta Quill told the council that a second ferry was overdue."));
  }

  @Test
  void reportEndsWithItsSentence() {
    assertEquals(
        List.of("indirect: that the wall was safe < Marta Quill"),
        lines(
            "Marta Quill said that the wall was safe. Elmsea lies on the coast and has two"
                + " harbours."));
  }

  @Test
  void longSentenceBeforeItsReportIsTakenWhole() {
    String said =
        "The ferry between Elmsea and the islands, which has carried more than two million people"
            + " since it began to run in the spring of 1987, will be replaced by a larger ship"
            + " before the end of next year";
    assertEquals(
        List.of("indirect: " + said + " < the harbour board"),
        lines(said + ", the harbour board said in a statement on Monday."));
  }

  @Test
  void rareCuesBeforeAClause() {
    assertEquals(
        List.of("indirect: that the new clinics had halved the queues < Tom Hale"),
        lines("Tom Hale shared that the new clinics had halved the queues."));
    assertEquals(
        List.of("indirect: that the wall had been repaired < The engineer"),
        lines("The engineer apprised the mayor that the wall had been repaired."));
  }

  @Test
  void nounThatAnnouncesAClause() {
    List<String> found =
        lines("Ruth Alder expressed confidence that the harvest fund would reach every village.");
    assertEquals(1, found.size());
    assertTrue(found.getFirst().contains("that the harvest fund would reach every village"));
  }

  @Test
  void documentsSayToo() {
    List<String> found =
        lines("A poll this month found that only a third of tenants trust the harbour board.");
    assertEquals(1, found.size());
    assertTrue(found.getFirst().contains("that only a third of tenants trust the harbour board"));
  }

  @Test
  void spacedStraightMarkEndsWhatIsSaid() {
    assertEquals(
        List.of("direct: The bridge will open before the winter < the minister"),
        lines("\" The bridge will open before the winter , \" the minister said ."));
  }

  @Test
  void singleMarksWithinSpeechThatLostItsOwn() {
    List<Quotation> found =
        Extracted.extracted(
            "I think we're fine and people tell me ‘thank you’ all day, Marta Quill said. We love"
                + " what we do here.");
    assertTrue(found.stream().anyMatch(q -> Extracted.kind(q).equals("direct")), found.toString());
    assertTrue(found.stream().noneMatch(q -> Extracted.kind(q).equals("mixed")), found.toString());
  }
}
