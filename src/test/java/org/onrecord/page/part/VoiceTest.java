package org.onrecord.page.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Excerpt;
import org.onrecord.article.PartyRef;
import org.onrecord.article.Polarity;
import org.onrecord.article.QuotationKind;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.SpeakerType;
import org.onrecord.article.TextSpan;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.FurtherSpeaker;

/** Who says something, for whom, whether at all, and how sure that is, as the pages show it. */
class VoiceTest {
  private static final SpeakerRef ALDER =
      new SpeakerRef("Ruth Alder", "ruth-alder", SpeakerType.PERSON);
  private static final FurtherSpeaker QUILL =
      new FurtherSpeaker(
          new SpeakerRef("Marta Quill", "marta-quill", SpeakerType.PERSON),
          new PartyRef("harbour-party", "Harbour Party"),
          null);
  private static final SpeakerRef BOARD =
      new SpeakerRef("Harbour Board", "harbour-board", SpeakerType.ORGANISATION);

  private static ArchivedQuotation quotation(
      Polarity polarity,
      @Nullable SpeakerRef speaker,
      List<FurtherSpeaker> others,
      double confidence,
      double speakerConfidence) {
    return new ArchivedQuotation(
        "a~p1~q1",
        1,
        "the bridge is safe",
        List.of(new TextSpan(10, 28)),
        QuotationKind.INDIRECT,
        false,
        new Excerpt("said", 1, new TextSpan(5, 9)),
        new Excerpt("she", 1, new TextSpan(0, 3)),
        polarity,
        speaker,
        null,
        null,
        others,
        BOARD,
        null,
        List.of(),
        List.of(),
        confidence,
        speakerConfidence,
        "test",
        null);
  }

  private static ArchivedQuotation said(double confidence, double speakerConfidence) {
    return quotation(Polarity.AFFIRMED, ALDER, List.of(), confidence, speakerConfidence);
  }

  @Test
  void everybodyWhoSaysItIsNamed() {
    assertEquals(
        "Ruth Alder and Marta Quill",
        Voice.names(quotation(Polarity.AFFIRMED, ALDER, List.of(QUILL), 1, 1), "nobody"));
    assertEquals(
        "nobody", Voice.names(quotation(Polarity.AFFIRMED, null, List.of(), 1, 0), "nobody"));
  }

  @Test
  void verbTellsWhatIsNotAffirmed() {
    assertEquals("Ruth Alder", Voice.told(said(1, 1), "nobody"));
    assertEquals(
        "Ruth Alder denies",
        Voice.told(quotation(Polarity.DENIED, ALDER, List.of(), 1, 1), "nobody"));
    assertEquals(
        "Ruth Alder did not say",
        Voice.told(quotation(Polarity.UNSAID, ALDER, List.of(), 1, 1), "nobody"));
    assertNull(KindTag.of(said(1, 1)).told());
  }

  @Test
  void speakerBelowOneHalfIsPerhapsTheOne() {
    assertEquals("perhaps Ruth Alder", Voice.names(said(1, 0.49), "nobody"));
    assertEquals("Ruth Alder", Voice.names(said(1, 0.5), "nobody"));
    assertTrue(SpeakerTag.of(said(1, 0.49), Slots.BY_HASH).doubtful());
    assertFalse(SpeakerTag.of(said(0.4, 0.9), Slots.BY_HASH).doubtful());
  }

  @Test
  void weakerOfTheTwoIsTheWordAndTheReason() {
    assertEquals(
        new Sureness("Clear", "“she” taken to be Ruth Alder"), Sureness.of(said(0.96, 0.96)));
    assertEquals(
        new Sureness("Likely", "“she” taken to be Ruth Alder"), Sureness.of(said(0.96, 0.7)));
    assertEquals(new Sureness("Likely", "the words are in doubt"), Sureness.of(said(0.7, 0.96)));
    assertEquals(new Sureness("Check", "the words are in doubt"), Sureness.of(said(0.5, 0.96)));
  }

  @Test
  void tagHoldsTheOthersAndWhomTheySpeakFor() {
    SpeakerTag tag =
        SpeakerTag.of(quotation(Polarity.AFFIRMED, ALDER, List.of(QUILL), 1, 1), Slots.BY_HASH);
    SpeakerTag other = tag.others().getFirst();
    assertEquals("Marta Quill", other.name());
    assertEquals("Harbour Party", Objects.requireNonNull(other.party()).label());
    assertEquals(
        new SpeakerTag.RepresentedTag("Harbour Board", "/?type=quote&speaksFor=Harbour+Board"),
        tag.speaksFor());
  }
}
