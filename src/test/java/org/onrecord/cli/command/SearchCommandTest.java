package org.onrecord.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.SpeakerType;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.query.QuerySyntax;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;
import org.onrecord.search.CopyMode;
import org.onrecord.search.HitBounds;
import org.onrecord.search.PartyMode;
import org.onrecord.search.ReservedMode;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SortOrder;

class SearchCommandTest {
  @TempDir private Path folder;
  private CommandRun command;

  @BeforeEach
  void start() {
    command = new CommandRun(folder);
  }

  @Test
  void wordsAloneMakeThePlainRequest() {
    assertEquals(0, command.run("search", "Trump", "Imran", "Khan"));
    assertEquals(SearchRequest.of("Trump Imran Khan"), command.archives().request());
  }

  @Test
  void optionsNarrowTheRequest() {
    assertEquals(
        0,
        command.run(
            "search",
            "road",
            "--type",
            "quote",
            "--party",
            "PTI",
            "--party",
            "PML-N",
            "--mentioned-party",
            "uk-labour",
            "--speaker",
            "Imran Khan",
            "--from",
            "2024-11-01",
            "--to",
            "7 November 2024",
            "--syntax",
            "lucene",
            "--sort",
            "newest",
            "--size",
            "3"));
    SearchRequest request = command.archives().request();
    assertEquals(Set.of(DocumentType.QUOTE), request.types());
    assertEquals(
        Map.of(
            Facet.PARTY, List.of("PTI", "PML-N"),
            Facet.MENTIONED_PARTY, List.of("uk-labour"),
            Facet.SPEAKER, List.of("Imran Khan")),
        request.filters());
    assertEquals(LocalDate.of(2024, 11, 1), request.from());
    assertEquals(LocalDate.of(2024, 11, 7), request.to());
    assertEquals(QuerySyntax.LUCENE, request.syntax());
    assertEquals(SortOrder.NEWEST, request.sort());
    assertEquals(3, request.size());
  }

  @Test
  void boundsNarrowTheRequest() {
    assertEquals(
        0,
        command.run(
            ("search --type quote --former-party PTI --role Mayor --gender female --marked true"
                    + " --id a --id b --url post.example --speaker-type person --has-party false"
                    + " --min-length 5 --max-length 90")
                .split(" ")));
    SearchRequest request = command.archives().request();
    assertEquals(
        Map.of(
            Facet.FORMER_PARTY, List.of("PTI"),
            Facet.ROLE, List.of("Mayor"),
            Facet.GENDER, List.of("female"),
            Facet.MARKED, List.of("true")),
        request.filters());
    assertEquals(
        new HitBounds(
            List.of("a", "b"),
            List.of("post.example"),
            SpeakerType.PERSON,
            PartyMode.FALSE,
            5,
            90,
            ReservedMode.INCLUDE),
        request.scope().bounds());
  }

  @Test
  void whatCannotBeABoundIsRefusedAndSaysWhatCan() {
    assertEquals(2, command.run("search", "--gender", "woman"));
    assertTrue(command.err().contains("female, male, other, unknown"), command.err());
    assertEquals(2, command.run("search", "--min-length", "5"));
    assertTrue(command.err().contains("ask for quote"), command.err());
    assertEquals(
        2, command.run("search", "--type", "quote", "--min-length", "5", "--max-length", "4"));
  }

  @Test
  void paragraphIsShownWithItsWordsInPlace() {
    command.archives().answer(Results.paragraph());
    command.run("search", "road", "doe");
    assertEquals(
        """
        2 hits: road AND doe (3 ms)

        1. 2024-11-07 · Valley Gazette · Minister promises a road · paragraph 1
           … “The road will be built,” Jane Doe said. …
           speaker: Jane Doe
           Jane Doe (Road Party), direct: The road\ufffd[31m will be built

        party: Road Party 2, Bridge Party 1, …
        """,
        command.out());
  }

  @Test
  void wordsAreBoldOnATerminalOnly() {
    command.archives().answer(Results.paragraph());
    command.interactive(Terminal.Stream.OUT).run("search", "road", "doe");
    assertTrue(
        command
            .out()
            .contains(
                "… “The \u001b[1mroad\u001b[0m will be built,” Jane \u001b[1mDoe\u001b[0m said."),
        command.out());
    assertFalse(command.out().contains("\u001b[31m"), "the archive's own text must not colour");
  }

  @Test
  void relaxedQuoteIsShown() {
    command.archives().answer(Results.quote());
    command.run("search", "bridge", "doe", "--type", "any");
    assertEquals(
        """
        1 hit: bridge OR doe (3 ms)
        Nothing holds all of these words; these hold at least one, or another of the same root.

        1. 2024-11-07 · Valley Gazette · Minister promises a road · paragraph 1
           The road\ufffd[31m will be built
           speaker: Jane Doe
           Jane Doe (Road Party), direct
        """,
        command.out());
  }

  @Test
  void copiesAreToldAndCanBeUnfolded() {
    command.archives().answer(Results.copied());
    command.run("search", "--copies", "unfold");
    assertEquals(CopyMode.UNFOLD, command.archives().request().copies());
    assertEquals(
        """
        1 hit, 3 with their copies: everything (3 ms)

        1. 2024-11-07 · Valley Gazette · Minister promises a road · paragraph 1
           also in: Ferry News, wire~p1~q1
           The road\ufffd[31m will be built
           Jane Doe (Road Party), direct
        """,
        command.out());
  }

  @Test
  void jsonIsWhatTheApiAnswers() {
    assertEquals(0, command.run("search", "road", "--json"));
    assertEquals("{\"q\":\"road\",\"total\":0}\n", command.out());
  }

  @Test
  void errorInTheQueryIsPointedAt() {
    assertEquals(2, command.run("search", "road \"to nowhere"));
    assertEquals(
        List.of("onrecord: this phrase is not closed", "  road \"to nowhere", "       ^"),
        command.errLines());
  }

  @Test
  void malformedDateIsBadUsage() {
    assertEquals(2, command.run("search", "road", "--from", "32 May 2024"));
    assertEquals(
        "onrecord: Invalid value for option '--from': \"32 May 2024\" is no date: May 2024 has no"
            + " day 32",
        command.errLines().getFirst());
  }

  @Test
  void sizeBeyondTheLimitIsBadUsage() {
    assertEquals(2, command.run("search", "road", "--size", "101"));
    assertEquals("onrecord: size is 0 to 100, not 101", command.errLines().getFirst());
  }

  @Test
  void unknownOptionIsBadUsage() {
    assertEquals(2, command.run("search", "road", "--partei", "PTI"));
    assertTrue(command.err().startsWith("onrecord: Unknown option: '--partei'"), command.err());
  }

  @Test
  void missingIndexFailsWithWhatToDo() {
    assertEquals(1, command.run("search", "road", "--index", "missing"));
    assertEquals(
        List.of("onrecord: there is no index in missing; make one with: onrecord index PATH"),
        command.errLines());
  }
}
