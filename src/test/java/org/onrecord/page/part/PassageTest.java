package org.onrecord.page.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.TextSpan;
import org.onrecord.http.SampleArchive;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ParagraphDocument;

class PassageTest {
  private static List<ParagraphDocument> paragraphs() {
    return SampleArchive.articles().stream()
        .map(ArchivedArticle::paragraphs)
        .flatMap(List::stream)
        .toList();
  }

  @Test
  void runsJoinedAreTheText() {
    for (ParagraphDocument paragraph : paragraphs()) {
      List<TextSpan> marks = List.of(new TextSpan(0, 2), new TextSpan(5, 9));
      Passage passage = Passage.of(paragraph.text(), paragraph.quotations(), marks, Slots.BY_HASH);
      String joined =
          passage.runs().stream()
              .flatMap(run -> run.pieces().stream())
              .map(Passage.Piece::text)
              .collect(Collectors.joining());
      assertEquals(paragraph.text(), joined);
    }
  }

  @Test
  void slotIsTheHashOfTheId() {
    assertEquals(0, Slots.BY_HASH.of("zulfi-bukhari"));
    assertEquals(3, Slots.BY_HASH.of("imran-khan"));
    assertEquals(3, Slots.BY_HASH.of("fawad-chaudhry"));
  }

  @Test
  void speakersOfOneArticleHaveSlotsOfTheirOwn() {
    List<SpeakerRef> speakers =
        paragraphs().stream()
            .flatMap(p -> p.quotations().stream())
            .map(ArchivedQuotation::speaker)
            .filter(speaker -> speaker != null && speaker.id() != null)
            .distinct()
            .limit(Slots.COUNT)
            .toList();
    Slots slots = Slots.apart(speakers);
    assertEquals(speakers.size(), speakers.stream().map(s -> slots.style(s)).distinct().count());
    assertEquals(3, slots.of("imran-khan"));
    assertEquals(4, slots.of("fawad-chaudhry"));
  }

  @Test
  void textOfOtherLettersIsNotSaidToBeEnglish() {
    assertEquals("en", Passage.language("The pumps run."));
    assertEquals("und", Passage.language("سیلاب کے بعد the پمپ"));
  }

  @Test
  void surenessIsAWordWithItsReason() {
    List<Sureness> all =
        paragraphs().stream().flatMap(p -> p.quotations().stream()).map(Sureness::of).toList();
    assertTrue(all.contains(new Sureness("Clear", "named in the sentence")));
    assertTrue(
        all.contains(new Sureness("Likely", "“the former prime minister” taken to be Imran Khan")));
    assertTrue(all.contains(new Sureness("Check", "nobody is named as saying it")));
    assertTrue(all.contains(new Sureness("Clear", "corrected by R. Elm on 23 Nov 2026")));
    assertFalse(all.stream().anyMatch(one -> one.reason().isBlank()));
  }
}
