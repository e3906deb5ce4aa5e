package org.onrecord.correction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.onrecord.article.ArticleId;
import org.onrecord.article.SpeakerType;
import org.onrecord.correction.Standings.Fate;

final class StandingsTest {
  private static final QuotationAnchor FIRST =
      QuotationAnchorTest.at(1, "“One is enough,” he said. “Two are better.”", "One is enough,");
  private static final QuotationAnchor SECOND =
      QuotationAnchorTest.at(1, "“One is enough,” he said. “Two are better.”", "Two are better.");
  private static final QuotationDecision SPEAKER =
      new QuotationDecision.SpeakerIs("Ruth Alder", SpeakerType.PERSON);
  private static final QuotationDecision OTHER =
      new QuotationDecision.SpeakerIs("Tom Birch", SpeakerType.PERSON);
  private static final QuotationDecision PARTY = new QuotationDecision.PartyIs("Harbour Party");
  private static final QuotationDecision NO_PARTY = new QuotationDecision.PartyIsNone();
  private static final QuotationDecision STRUCK = new QuotationDecision.NotAQuotation();
  private static final QuotationDecision WITHDRAWN = new QuotationDecision.Withdrawn();

  @Test
  void latestOfOneKindHolds() {
    List<Correction> made = made(SPEAKER, OTHER);
    assertEquals(new Standing(made.getLast(), null, null), after(made));
    assertEquals(List.of(Fate.SUPERSEDED, Fate.HOLDS), fates(made));
  }

  @Test
  void partyHoldsBesideTheSpeaker() {
    List<Correction> made = made(SPEAKER, PARTY);
    assertEquals(new Standing(made.getFirst(), made.getLast(), null), after(made));
    assertEquals(made.getLast(), after(made).latest());
    assertEquals(
        new Standing(null, made(PARTY, NO_PARTY).getLast(), null), after(made(PARTY, NO_PARTY)));
  }

  @Test
  void partyWasThatOfTheSpeakerOfItsTime() {
    List<Correction> made = made(PARTY, SPEAKER);
    assertEquals(new Standing(made.getLast(), null, null), after(made));
  }

  @Test
  void strikingEndsWhatWasDecidedBefore() {
    List<Correction> made = made(SPEAKER, PARTY, STRUCK);
    assertEquals(new Standing(null, null, made.getLast()), after(made));
  }

  @Test
  void withdrawingEndsAllOfIt() {
    List<Correction> made = made(SPEAKER, PARTY, WITHDRAWN);
    assertEquals(Standing.NONE, after(made));
    assertNull(after(made).latest());
    assertEquals(List.of(Fate.SUPERSEDED, Fate.SUPERSEDED, Fate.DONE), fates(made));
    assertEquals(
        made(STRUCK, WITHDRAWN, SPEAKER).getLast(),
        after(made(STRUCK, WITHDRAWN, SPEAKER)).speaker());
  }

  @Test
  void eachQuotationHasItsOwn() {
    Correction one = made(FIRST, 0, SPEAKER);
    Correction two = made(SECOND, 1, STRUCK);
    Standings standings = Standings.of(List.of(FIRST, SECOND), List.of(one, two));
    assertEquals(new Standing(one, null, null), standings.of(0));
    assertEquals(new Standing(null, null, two), standings.of(1));
    assertEquals(OptionalInt.of(1), standings.place(two));
  }

  @Test
  void whatIsNoLongerThereIsNotCorrected() {
    Correction one = made(FIRST, 0, SPEAKER);
    Standings standings = Standings.of(List.of(SECOND), List.of(one));
    assertEquals(Standing.NONE, standings.of(0));
    assertEquals(Fate.NO_LONGER_FOUND, standings.fate(one));
  }

  private static Standing after(List<Correction> made) {
    return Standings.of(List.of(FIRST), made).of(0);
  }

  private static List<Fate> fates(List<Correction> made) {
    Standings standings = Standings.of(List.of(FIRST), made);
    return made.stream().map(standings::fate).toList();
  }

  private static List<Correction> made(QuotationDecision... decisions) {
    return IntStream.range(0, decisions.length)
        .mapToObj(i -> made(FIRST, i, decisions[i]))
        .toList();
  }

  private static Correction made(QuotationAnchor anchor, int second, QuotationDecision decision) {
    return new Correction(
        new ArticleId("a"),
        "a~p1~q1",
        anchor,
        decision,
        "R. Elm",
        Instant.parse("2026-11-23T07:00:00Z").plusSeconds(second),
        null);
  }
}
