package org.onrecord.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.onrecord.search.SampleArticle.article;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.onrecord.query.QueryLimits;

/** Which words find which texts in every engine. */
public abstract class WordContract extends BackendContract {
  @Test
  void wordsMustAllStandInOneParagraph() throws IOException {
    index(article("a").paragraph("The harbour is full.").paragraph("The bridge by the harbour."));
    assertEquals(List.of("a~p2"), ids("harbour bridge"));
    assertEquals(2, search("harbour bridge", MatchMode.ANY).total());
  }

  @Test
  void resolvedNamesCountAsWordsOfTheParagraph() throws IOException {
    index(
        article("a")
            .paragraph("The former mayor hopes that Orwick stays neutral.")
            .mention("The former mayor", "Ada Bell")
            .said("Orwick stays neutral", "Ada Bell", "GRN"));
    assertEquals(List.of("a~p1"), ids("Orwick Ada Bell"));
    assertEquals(List.of("a~p1~q1"), ids(search(quotes("neutral bell"))));
    assertEquals(List.of("a~p1"), ids("\"ada bell\" orwick"));
    assertEquals(List.of(), ids("Orwick Ada Bell Smith"));
  }

  @Test
  void phraseDoesNotReachFromNameToName() throws IOException {
    index(
        article("a")
            .paragraph("He and she met.")
            .mention("He", "Ada Bell")
            .mention("she", "Cleo Marsh"));
    assertEquals(List.of(), ids("\"bell cleo\""));
  }

  @Test
  void headlineIsAParagraphAndFillsNoOther() throws IOException {
    index(article("a").title("Harbour vote").paragraph("The bridge stays."));
    assertEquals(List.of("a~p0"), ids("harbour"));
    assertEquals(List.of(), ids("harbour bridge"));
  }

  @Test
  void quotationIsSearchedByItsContentAlone() throws IOException {
    index(
        article("a")
            .paragraph("The bridge stays, she said.")
            .said("The bridge stays", "Ada Bell", ""));
    assertEquals(1, search(quotes("bridge")).total());
    assertEquals(0, search(quotes("said")).total());
  }

  @Test
  void finds() {
    assertEach(
        List.of(
            "khan | Khan's release",
            "khan | Khan’s release",
            "Khan’s | the Khan family",
            "US | the U.S. Senate",
            "U.S. | the US Senate",
            "PML-N | leaders of the PML-N said",
            "pml-n | PML-N's leaders",
            "Tehreek-e-Insaf | Pakistan Tehreek-e-Insaf (PTI)",
            "insaf | Pakistan Tehreek-e-Insaf (PTI)",
            "election | the elections",
            "elections | an election",
            "announced | she announces it",
            "cafe | a café",
            "café | a cafe\u0301",
            "Émile | EMILE",
            "O'Brien | Mr O’Brien",
            "1,000 | 1,000 people",
            "\uD83D\uDE00 | a \uD83D\uDE00 face",
            "عمران | خان عمران",
            "\"free elections\" | free elections now",
            "“imran khan” | Imran Khan’s lawyers",
            "\"u.s. senate\" | the US Senate",
            "bridge - harbour | the harbour bridge",
            "\"a\" OR zebra | the zebra",
            "bridge -tunnel | the bridge",
            "-tunnel | the bridge",
            "NOT (a b) | a c"),
        (q, text) -> {
          index(article("a").paragraph(text));
          assertEquals(1, search(q).total(), () -> q + " in " + text);
        });
  }

  @Test
  void doesNotFind() {
    assertEach(
        List.of(
            "\"free election\" | free elections now",
            "\"khan imran\" | Imran Khan",
            "PML-N | N of the PML",
            "bridge -tunnel | the bridge and the tunnel",
            "-(a b) | a b",
            "harbour | harbor"),
        (q, text) -> {
          index(article("a").paragraph(text));
          assertEquals(0, search(q).total(), () -> q + " in " + text);
        });
  }

  @Test
  void longestQueryIsAnswered() throws IOException {
    index(article("a").paragraph("one two three"));
    StringBuilder q = new StringBuilder();
    for (int i = 1; i < QueryLimits.DEFAULT.words(); i++) {
      q.append('w').append(i).append('-').append("x ");
    }
    assertEquals(0, search(q.toString()).total());
    assertEquals(1, search(q.toString().replace(" ", " OR ") + "two").total());
  }
}
