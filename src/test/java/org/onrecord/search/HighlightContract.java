package org.onrecord.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onrecord.search.SampleArticle.article;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.onrecord.article.TextSpan;
import org.onrecord.schema.ArchiveField;

/** Which words of a hit every engine shows and marks. */
public abstract class HighlightContract extends BackendContract {
  @Test
  void onlyTheQuerysWordsAreMarked() throws IOException {
    index(
        article("a")
            .paragraph(
                "It was late. The Khan’s elections, and more elections. He left the U.S. today.")
            .mention("He", "Imran Khan"));
    assertEquals(
        List.of(
            "text: It was late. The [Khan]’s [elections], and more [elections]. He left the [U.S]."
                + " today.",
            "mention: Imran [Khan]"),
        snippets(SearchRequest.of("khan election US")));
  }

  @Test
  void phraseIsMarkedAsOne() throws IOException {
    index(article("a").paragraph("Free elections, he said: free and fair elections of PML-N."));
    assertEquals(
        List.of("text: [Free elections], he said: free and fair elections of [PML-N]."),
        snippets(SearchRequest.of("\"free elections\" pml-n")));
  }

  @Test
  void nameIsMarkedWhereItWasFound() throws IOException {
    index(
        article("a")
            .paragraph("It works, she told the man.")
            .mention("the man", "Émile Roux")
            .mention("she", "Ada Bell")
            .said("It works", "Ada Bell", "GRN"));
    assertEquals(
        List.of("speaker: [Ada] Bell", "mention: Émile [Roux]", "mention: [Ada] Bell"),
        snippets(SearchRequest.of("ada roux")));
    assertEquals(List.of("speaker: [Ada Bell]"), snippets(quotes("\"ada bell\"")));
  }

  @Test
  void snippetSaysWhereItStands() throws IOException {
    String sentence =
        "Mr. Bell came to St. Ives at 5 p.m. on Monday" + ", and on Tuesday".repeat(22) + ".";
    String text = "One \uD83D\uDE00 two. " + sentence + " Three bells.";
    index(article("a").paragraph(text));
    List<Snippet> found = search("ives").hits().getFirst().snippets();
    assertEquals(1, found.size());
    assertEquals(sentence, found.getFirst().text());
    assertEquals(ArchiveField.TEXT, found.getFirst().field());
    assertEquals(text.indexOf("Mr."), found.getFirst().offset());
  }

  @Test
  void longParagraphShowsItsThreeBestSentences() throws IOException {
    String filler = "Nothing" + " and nothing".repeat(40) + ".";
    index(
        article("a")
            .paragraph(
                String.join(
                    " ",
                    "A bridge.",
                    filler,
                    "A harbour bridge.",
                    filler,
                    "The bridge, a bridge.",
                    filler,
                    "The harbour and the bridge.")));
    assertEquals(
        List.of(
            "text: A [harbour] [bridge].",
            "text: The [bridge], a [bridge].",
            "text: The [harbour] and the [bridge]."),
        snippets(SearchRequest.of("harbour bridge")));
  }

  @Test
  void sentencesAreShownWithTheirNeighbours() throws IOException {
    index(
        article("a")
            .paragraph(
                "One. It rains. The bridge is closed. It snows. Two. Three. A bridge! Four."
                    + " Five."));
    assertEquals(
        List.of(
            "text: It rains. The [bridge] is closed. It snows.", "text: Three. A [bridge]! Four."),
        snippets(SearchRequest.of("bridge")));
  }

  @Test
  void endlessSentenceIsCutAroundTheWord() throws IOException {
    String text = "so ".repeat(700) + "harbour " + "and ".repeat(700) + "harbour";
    index(article("a").paragraph(text));
    Snippet snippet = search("harbour").hits().getFirst().snippets().getFirst();
    assertTrue(snippet.text().length() <= 500, snippet.text());
    assertEquals(
        List.of("harbour"), snippet.highlights().stream().map(s -> s.in(snippet.text())).toList());
    assertTrue(text.startsWith(snippet.text(), snippet.offset()));
  }

  @Test
  void everythingHasNoSnippets() throws IOException {
    index(article("a").paragraph("x"));
    assertEquals(List.of(), snippets(SearchRequest.of("")));
    assertEquals(List.of(), snippets(SearchRequest.of("-y")));
  }

  @Test
  void highlightsLieInTheirSnippetsAndSnippetsInTheirText() throws IOException {
    index(new RandomArchives(5).articles(60));
    int seen = 0;
    for (long seed = 0; seed < draws(100); seed++) {
      for (Hit hit : search(new RandomArchives(seed).request()).hits()) {
        for (Snippet snippet : hit.snippets()) {
          assertWithin(hit, snippet, "seed " + seed);
          seen++;
        }
      }
    }
    assertTrue(seen > draws(50));
  }

  private static void assertWithin(Hit hit, Snippet snippet, String where) {
    assertFalse(snippet.highlights().isEmpty(), where);
    int end = 0;
    for (TextSpan span : snippet.highlights()) {
      assertTrue(span.start() >= end && span.end() <= snippet.text().length(), where);
      end = span.end();
    }
    if (snippet.field() == ArchiveField.TEXT) {
      String text =
          switch (hit) {
            case Hit.ParagraphHit paragraph -> paragraph.paragraph().text();
            case Hit.QuoteHit quote -> quote.quote().quotation().content();
          };
      assertTrue(text.startsWith(snippet.text(), snippet.offset()), where);
    }
  }
}
