package org.onrecord.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onrecord.search.SampleArticle.article;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.backend.lucene.LuceneArchive;
import org.onrecord.search.FacetAliases;
import org.onrecord.search.InvalidRequestException;
import org.onrecord.search.SampleArticle;
import org.onrecord.search.SearchService;
import org.onrecord.verify.Candidate.SaidBy;
import org.onrecord.verify.Difference.About;
import org.onrecord.verify.Difference.Op;
import org.onrecord.verify.Difference.Weight;

/** Verdicts on claims, before an index of a few articles. */
final class VerifierTest {
  private static final String BRIDGE =
      "We don't have 5,000 crowns for the long-term repair of the harbour bridge, and nobody in"
          + " this council has ever asked for them";

  private static final String FERRY =
      "The ferry will sail again before the herring come. I have the captain's word for it, and the"
          + " captain has never lied to the islanders";

  @TempDir private static Path folder;
  private static LuceneArchive archive;
  private static Verifier verifier;

  @BeforeAll
  static void open() throws IOException {
    archive = LuceneArchive.open(folder);
    add(
        article("bridge")
            .on("2024-11-07")
            .in("The Harbour Post", "City")
            .paragraph("“" + BRIDGE + ",” Ruth Alder told reporters on the quay.")
            .said(BRIDGE, "Ruth Alder", "")
            .paragraph("“" + FERRY + ",” said Tom Hale, who owns half of it.")
            .said(FERRY, "Tom Hale", ""),
        article("copy")
            .on("2024-11-09")
            .in("Ferry News", "City")
            .paragraph("“" + BRIDGE + ",” Ruth Alder told reporters on the quay.")
            .said(BRIDGE, "Ruth Alder", ""),
        article("told")
            .on("2024-12-01")
            .in("Ferry News", "City")
            .paragraph("Marta Quill said that the lighthouse keeper would retire in the spring.")
            .saidByFormer(
                "that the lighthouse keeper would retire in the spring", "Marta Quill", "X")
            .paragraph("“The net is torn,” Marta Quill said. “It will be mended by Sunday.”")
            .said("The net is torn", "Marta Quill", "")
            .said("It will be mended by Sunday", "Marta Quill", "")
            .paragraph("The old cannery burnt for three nights and nobody rang the bell.")
            .paragraph(
                "Rain fell on roofs and fields. ".repeat(20)
                    + "No town thrives if the quarry has a nuclear kiln. "
                    + "Rain fell on roofs and fields. ".repeat(20)
                    + "The quarry can’t have a nuclear kiln. Never a nuclear kiln. ".repeat(40)),
        article("other")
            .on("2025-06-01")
            .in("Ferry News", "City")
            .paragraph("“Nothing is as slow as an election in winter,” Donald Trumpet said.")
            .said("Nothing is as slow as an election in winter", "Donald Trumpet", ""));
    SearchService search = new SearchService(archive.backend(), FacetAliases.NONE);
    verifier = new Verifier(archive.backend(), search, FacetAliases.NONE);
  }

  private static void add(SampleArticle... articles) throws IOException {
    for (SampleArticle article : articles) {
      archive.put(article.archived());
    }
    archive.commit();
  }

  @AfterAll
  static void close() throws IOException {
    archive.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          we don’t have 5,000 crowns for the long term repair of the harbour bridge and nobody in this council has ever asked for them | exact
          that We don't have 5000 crowns for the long-term repair of the HARBOUR bridge, and nobody in this council has ever asked for them | exact
          The ferry will sail again before the herring come | exact
          [The ferry] will sail again before the herring [have] come | exact
          The net is torn. It will be mended by Sunday. | exact
          We don't have 5,000 crowns for the long-term repair of the harbour bridge | partial
          crowns for the long-term repair of the harbour bridge, and nobody in this council has | partial
          The ferry will sail again … and the captain has never lied to the islanders | partial
          We have 5,000 crowns for the long-term repair of the harbour bridge, and nobody in this council has ever asked for them | altered
          The ferry will sail tomorrow before the herring come | altered
          We do not have 5,000 crowns for the long-term repair of the harbour bridge, and nobody in this council has ever asked for them | altered
          The ferry will sail again before the harbour bridge, and nobody in this council has ever asked for them | spliced
          The ferry will sail again and the captain has never lied to the islanders | spliced
          the lighthouse keeper would retire in the spring | reported
          The old cannery burnt for three nights and nobody rang the bell | exact
          No town thrives if the quarry has a nuclear kiln | exact
          The moon is a lighthouse that somebody forgot to pay | not-here
          """)
  void verdict(String words, String verdict) throws IOException {
    Verification answer = verifier.verify(Claim.of(words));
    assertEquals(verdict, answer.verdict().label(), () -> told(answer));
  }

  private static String told(Verification answer) {
    return answer.candidates().stream()
        .map(one -> one.wording() + " " + one.paragraph().id() + " " + one.differences())
        .collect(Collectors.joining("\n"));
  }

  @Test
  void whatMattersMostIsToldFirst() throws IOException {
    Verification answer =
        verifier.verify(
            Claim.of(
                "We have 6,000 crowns for the long-term repair of the old bridge, and nobody in"
                    + " this council has ever asked for them"));
    List<Difference> differences = answer.candidates().getFirst().differences();
    assertEquals(Weight.HEAVY, differences.getFirst().weight());
    assertEquals(
        List.of(About.NEGATION, About.NUMBER, About.WORD),
        differences.stream().map(Difference::about).toList());
    Difference number = differences.get(1);
    assertEquals(Op.REPLACED, number.op());
    assertEquals("6,000", number.askedText());
    assertEquals("5,000", number.foundText());
    assertEquals("6,000", number.asked().in(answer.claim().words()));
  }

  @Test
  void anotherWayOfWritingItIsLight() throws IOException {
    Verification answer =
        verifier.verify(Claim.of("The old cannery burned for 3 nights and nobody rang the bell"));
    assertEquals(Verdict.ALTERED, answer.verdict());
    assertTrue(
        answer.candidates().getFirst().differences().stream()
            .allMatch(difference -> difference.weight() == Weight.LIGHT),
        told(answer));
  }

  @Test
  void anEllipsisOverATurnIsHeavy() throws IOException {
    Verification answer = verifier.verify(Claim.of("The captain … lied to the islanders"));
    assertEquals(About.TURN, answer.candidates().getFirst().differences().getFirst().about());
  }

  @Test
  void aPieceShowsWhatStandsAroundIt() throws IOException {
    Verification answer =
        verifier.verify(Claim.of("for the long-term repair of the harbour bridge"));
    Candidate best = answer.candidates().getFirst();
    String text = best.paragraph().text();
    assertEquals("We don't have 5,000 crowns ", best.before().in(text));
    assertEquals(", and nobody in this council has ever asked for them", best.after().in(text));
  }

  @Test
  void copiesAreOneCandidateTheEarliestFirst() throws IOException {
    Verification answer = verifier.verify(Claim.of(BRIDGE));
    assertEquals(1, answer.candidates().size());
    assertEquals("bridge~p1", answer.candidates().getFirst().paragraph().id());
    assertEquals(1, answer.candidates().getFirst().copies().count());
  }

  @Test
  void anotherSpeakerIsNamed() throws IOException {
    Verification answer = verifier.verify(Claim.of(FERRY).by("Ruth Alder"));
    assertEquals(Verdict.OTHER_SPEAKER, answer.verdict());
    assertEquals(Verdict.EXACT, answer.candidates().getFirst().wording());
    assertEquals(SaidBy.OTHER, answer.candidates().getFirst().saidBy());
    assertEquals(Verdict.EXACT, verifier.verify(Claim.of(FERRY).by("tom hale")).verdict());
    assertEquals(Verdict.EXACT, verifier.verify(Claim.of(FERRY).by("Hale")).verdict());
  }

  @Test
  void aSpeakerNobodyKnowsGetsSuggestions() throws IOException {
    Verification answer = verifier.verify(Claim.of(FERRY).by("Melania Trumpet"));
    AskedSpeaker speaker = answer.speaker().orElseThrow();
    assertEquals(
        List.of("Donald Trumpet"),
        speaker.suggestions().stream().map(AskedSpeaker.Suggestion::name).toList());
    assertTrue(!speaker.known());
  }

  @Test
  void otherDaysAndOtherOutlets() throws IOException {
    Claim late =
        new Claim(FERRY, null, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), List.of());
    assertEquals(Verdict.OTHER_DATE, verifier.verify(late).verdict());
    Claim elsewhere = new Claim(FERRY, null, null, null, List.of("ferry news"));
    assertEquals(Verdict.NOT_HERE, verifier.verify(elsewhere).verdict());
  }

  @Test
  void theArchivesSpanAndGapsAreTold() throws IOException {
    ArchiveSpan span = verifier.verify(Claim.of("nothing of this")).archive();
    assertEquals(LocalDate.of(2024, 11, 7), span.from());
    assertEquals(LocalDate.of(2025, 6, 1), span.to());
    assertEquals(4, span.articles());
    assertEquals(
        List.of(new ArchiveSpan.Gap(LocalDate.of(2024, 12, 2), LocalDate.of(2025, 5, 31))),
        span.gaps());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '' | Nothing is to be verified
          ' … ' | no word
          bridge | One word
          """)
  void tooLittleIsRefused(String words, String reason) {
    refused(words, reason);
  }

  @Test
  void tooMuchIsRefused() {
    refused("a ".repeat(Claim.MOST + 1), "501 words");
    refused("bridge ".repeat(10_000), "70,000 characters");
  }

  private static void refused(String words, String reason) {
    String said =
        assertThrows(InvalidRequestException.class, () -> verifier.verify(Claim.of(words)))
            .getMessage();
    assertTrue(String.valueOf(said).contains(reason), said);
  }

  @Test
  void anythingIsAnswered() throws IOException {
    for (String words :
        List.of(
            "[[[ [ ]",
            "... … ... no",
            "\"\" “” ‘’ he said",
            "½ ² ٣ ४",
            "Он сказал, что нет",
            "彼は言った",
            "a\u0000b c",
            "[not] [here] [5]",
            "$ % € 5",
            "' ' 's 'd n't",
            "the the the the the the the the the",
            "\uD83D\uDEA2 \uD83D")) {
      try {
        assertTrue(
            verifier.verify(Claim.of(words)).candidates().size() <= Verification.MOST_CANDIDATES);
      } catch (InvalidRequestException e) {
        assertEquals("q", e.parameter());
      }
    }
  }
}
