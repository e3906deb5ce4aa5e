package org.onrecord.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onrecord.search.SampleArticle.article;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.onrecord.article.ArticleId;
import org.onrecord.query.QueryParser;
import org.onrecord.query.QuerySyntaxException;

/** What the query language must find in every engine. */
public abstract class LanguageContract extends BackendContract {
  private List<String> found(String q) throws IOException {
    return ids(q).stream().sorted().toList();
  }

  private List<String> marks(String q) throws IOException {
    return snippets(SearchRequest.of(q));
  }

  @Test
  void whereAnyWordWillDoOneOfItsRootWillToo() throws IOException {
    index(
        SampleArticle.article("she").paragraph("She was elected."),
        SampleArticle.article("bridge").paragraph("The bridge is shut."),
        SampleArticle.article("harbour").paragraph("A harbour elected nobody."));
    assertEquals(0, search("election").total());
    assertEquals(2, search("election", MatchMode.ANY).total());
    assertEquals(3, search("election of the bridge", MatchMode.ANY).total());
    assertEquals(1, search("harbour -election", MatchMode.ANY).total());
    assertEquals(0, search("text:election", MatchMode.ANY).total());
    assertEquals(1, search("the of", MatchMode.ANY).total());
  }

  @Test
  void whereAnyWordWillDoWordsOfTheBestHitsHelpTheOrderAlone() throws IOException {
    index(
        article("a").paragraph("The ferry is on strike for the pilots."),
        article("b").paragraph("A strike of pilots keeps the ferry in port."),
        article("y").paragraph("A ferry of pilots."),
        article("z").paragraph("All pilots are at home."));
    for (int i = 0; i < 7; i++) {
      index(article("f" + i).paragraph("A ferry of bakers."));
    }
    BackendResult found = search("ferry strike", MatchMode.ANY);
    assertEquals(10, found.total());
    assertEquals("y", found.hits().get(2).article().id().value());
    assertEquals(0, search("party:none OR nowhere", MatchMode.ANY).total());
  }

  @Test
  void finds() {
    assertEach(
        List.of(
            // near
            "bridge NEAR/5 ferry | The bridge one two three four five ferry.",
            "ferry NEAR/5 bridge | The bridge one two three four five ferry.",
            "bridge NEAR/0 old | an old bridge",
            "bridges NEAR/2 ferry | the bridge, the ferry",
            "\"old bridge\" NEAR/1 ferry | the old bridge or ferry",
            "br* NEAR/1 ferry | the bridge or ferry",
            "bridje~ NEAR/1 ferry | the bridge or ferry",
            "bridge NEAR/1 (tunnel OR ferry) | the bridge or ferry",
            "khan NEAR/3 khan | Imran Khan and Asad Khan",
            "a NEAR/2 b NEAR/1 c | b a x x b x c",
            "a NEAR/1 (b NEAR/1 c) | c x b x a",
            "(\"new york\" OR york) NEAR/1 boss | boss x new york",
            "PML-N NEAR/2 leader | a leader of the PML-N",
            "bridge NEAR/S ferry | The bridge and, much later on in the day, at last, the ferry."
                + " End.",
            "ferry NEAR/S bridge | Rain. The bridge of Mr. Bell and the ferry. End.",
            "x NEAR/S y | a x. y x. b",
            "a NEAR/S b NEAR/S c | x. c b a. x",
            "a NEAR/S (b NEAR/2 c) | x. b c d e f g a. x",
            // prefixes and spellings
            "minist* | the ministry",
            "MINIST* | Ministers met",
            "announc* | she announced it",
            "caf* | a café",
            "tehreek-e-ins* | Tehreek-e-Insaf",
            "u.s* | USAID staff",
            "chaudhry~ | Mr Chaudhary",
            "chaudhry~1 | Mr Chaudhri",
            "ferry~ | the fery",
            // numbers
            "1500 | some 1,500 people",
            "1,500 | some 1500 people",
            "\"1500 people\" | some 1,500 people",
            "$5 | it costs $5",
            "$5 | it costs 5 dollars",
            "5% | by 5 percent",
            "2024 | in \u0662\u0660\u0662\u0664",
            "10:30 | at 10:30 am",
            "24/7 | open 24/7",
            "1.5 | some 1.5 million",
            // names
            "Fein | Sinn Féin",
            "Féin | Sinn Fein",
            "Khan's | Khan",
            "obrien | Mr O'Brien",
            "O’Brien | Mr OBrien",
            "D'Souza | DSouza said",
            "\"Jamiat Ulema-e-Islam\" | Jamiat Ulema-e-Islam (F)",
            "AT&T | AT&T said",
            "minister | mini\u00ADster",
            "minister | mini\u200Bster, whom min\u200Bis\u200Bters meet",
            // initials
            "U.S. | the US Senate",
            "US | the U.S. Senate",
            "U.S | the U.S.'s Senate",
            "us | the US Senate",
            "us | tell us",
            "U.N. | the UN",
            "un | the U.N. office",
            "WHO | the W.H.O. said",
            // other scripts
            "خان | عمران خان نے کہا",
            "عمران | عِمران خان",
            "کراچی | كراچي",
            "ख़ान | इमरान खान",
            "北京 | 他在北京说",
            "東京* | 東京都",
            "서울 | 서울에서",
            "กรุงเทพ | ในกรุงเทพมหานคร",
            "ｶﾀｶﾅ | カタカナ",
            "МОСКВА | в Москва"),
        (q, text) -> {
          index(article("a").paragraph(text));
          assertEquals(1, search(q).total(), () -> q + " in " + text);
        });
  }

  @Test
  void doesNotFind() {
    assertEach(
        List.of(
            "bridge NEAR/4 ferry | The bridge one two three four five ferry.",
            "\"bridge old\" NEAR/1 ferry | the old bridge or ferry",
            "\"old bridges\" NEAR/1 ferry | the old bridge or ferry",
            "khan NEAR/3 khan | Imran Khan",
            "a NEAR/2 b NEAR/1 c | a b x x c",
            "bridge NEAR/S ferry | The bridge. The ferry.",
            "bridge NEAR/S ferry | The bridge? The ferry.",
            "bridge NEAR/S bridge | The bridge. Bridge news.",
            "ann NEAR/S ben NEAR/S cid | Cid ben. Ben ann. Cid ben.",
            "minist* | administer",
            "election* | elect",
            "chaudhry~1 | Mr Choudhary",
            "U.S. | tell us",
            "US | tell us",
            "WHO | who said so",
            "15 | 1,500 people",
            "1500 | 1.500 people",
            "北京 | 京北",
            "서울 | 울서"),
        (q, text) -> {
          index(article("a").paragraph(text));
          assertEquals(0, search(q).total(), () -> q + " in " + text);
        });
  }

  @Test
  void findsWhatTheDocumentShows() throws IOException {
    Pattern row =
        Pattern.compile("^\\| `([^`]+)` \\| ([^`|]+) \\| ([^`|]+) \\|$", Pattern.MULTILINE);
    String document = Files.readString(Path.of("src/docs/query-syntax.md"));
    List<MatchResult> rows = row.matcher(document).results().toList();
    assertTrue(rows.size() > 15, "the table was not read");
    for (MatchResult shown : rows) {
      index(article("a").paragraph(shown.group(2)), article("b").paragraph(shown.group(3)));
      assertEquals(List.of("a~p1"), found(shown.group(1)), shown.group());
    }
  }

  private void indexFields() throws IOException {
    index(
        article("a")
            .title("Free elections at last")
            .in("The Harbour Gazette", "World")
            .on("2024-11-07")
            .paragraph("The mayor said the bridge stays. Tom Birch left.")
            .said("the bridge stays", "Ada Bell", "Free Ferry List")
            .mention("Tom Birch", "Tom Birch"),
        article("b")
            .title("A free election")
            .in("Gazette", "Sport")
            .on("2025-02-01")
            .paragraph("The coach hopes, and Ada Bell says nothing.")
            .said("hopes", "Cleo Marsh", "Harbour Party")
            .mention("Ada Bell", "Ada Bell"),
        article("c").undated().paragraph("Nobody speaks, and the bridge is closed."));
  }

  @Test
  void fieldsNarrow() throws IOException {
    indexFields();
    assertEach(
        List.of(
            "speaker:bell | a~p1",
            "speaker:\"ada bell\" | a~p1",
            "speaker:\"bell ada\" | ",
            "speaker:(bell OR marsh) | a~p1 b~p1",
            "speaker:(ada NEAR/0 bell) | a~p1",
            "speaker:mar* | b~p1",
            "speaker:marhs~ | b~p1",
            "bell | a~p1 b~p1",
            "text:bell | b~p1",
            "mention:bell | b~p1",
            "mention:bell OR mention:birch | a~p1 b~p1",
            "bridge -speaker:bell | c~p1",
            "party:free-ferry-list | a~p1",
            "party:free | ",
            "party:free* | a~p1",
            "outlet:gazette hopes | b~p1",
            "outlet:(gazette OR \"the harbour gazette\") -text:coach | a~p0 a~p1 b~p0",
            "section:WORLD bridge | a~p1",
            "kind:direct | a~p1 b~p1",
            "kind:indirect | ",
            "title:election | a~p0 a~p1 b~p0 b~p1",
            "title:\"free elections\" | a~p0 a~p1",
            "title:elect* stays | a~p1",
            "title:(free NEAR/0 election) hopes | b~p1",
            "date:2024 | a~p0 a~p1",
            "date:2024-11-07 | a~p0 a~p1",
            "date:2024-11-08.. | b~p0 b~p1",
            "date:..2024-11-07 | a~p0 a~p1",
            "date:2024-12..2025 | b~p0 b~p1",
            "-date:2024 -date:2025 | c~p1",
            "date:2020 OR bridge | a~p1 c~p1"),
        (q, expected) -> {
          assertEquals(expected.isEmpty() ? List.of() : List.of(expected.split(" ")), found(q), q);
        });
  }

  @Test
  void nearDoesNotReachFromNameToName() throws IOException {
    index(
        article("a")
            .paragraph("He and she met.")
            .mention("He", "Ada Bell")
            .mention("she", "Cleo Marsh"));
    assertEquals(List.of(), found("mention:(bell NEAR/100 cleo)"));
  }

  @Test
  void loosenedQueryKeepsItsFields() throws IOException {
    indexFields();
    assertEquals(1, search("stays hopes date:2024", MatchMode.ANY).total());
  }

  // Marks

  @Test
  void partsOfNearAreMarkedWhereTheyAreNear() throws IOException {
    index(
        article("a")
            .paragraph("A ferry far away from all of it. The old bridge has no ferry or ferries."));
    assertEquals(
        List.of(
            "text: A ferry far away from all of it. The [old bridge] has no [ferry] or ferries."),
        marks("\"old bridge\" NEAR/2 ferry"));
    assertEquals(
        List.of(
            "text: A ferry far away from all of it. The old [bridge] has no [ferry] or [ferries]."),
        marks("bridge NEAR/S ferry"));
  }

  @Test
  void prefixesAndSpellingsAreMarkedAsWritten() throws IOException {
    index(article("a").paragraph("Ministers and the ministry of Mr Chaudhary."));
    assertEquals(
        List.of("text: [Ministers] and the [ministry] of Mr [Chaudhary]."),
        marks("minist* chaudhry~"));
  }

  @Test
  void fieldsAreMarkedWhereTheyWereFound() throws IOException {
    indexFields();
    assertEquals(List.of("speaker: Ada [Bell]"), marks("speaker:bell"));
    assertEquals(
        List.of("text: The mayor said the [bridge] stays. Tom Birch left."),
        marks("text:bridge party:free* date:2024"));
    assertEquals(
        List.of("title: [Free elections] at last"),
        marks("title:\"free elections\" text:stays").stream()
            .filter(m -> m.startsWith("title"))
            .toList());
  }

  // Completion and other words

  private String completed(String typed) throws IOException {
    return backend().complete(typed, 10).stream()
        .map(c -> c.kind().label() + " " + c.text() + "=" + c.count())
        .collect(Collectors.joining(", "));
  }

  @Test
  void namesAndPhrasesAreCompleted() throws IOException {
    indexFields();
    assertEquals("person Ada Bell=2, phrase bell=1", completed("Bel"));
    assertEquals("party Free Ferry List=1, phrase free=2", completed("free"));
    assertEquals("phrase A free=1", completed("A fr"));
    assertEquals("phrase the bridge=2", completed("the brid"));
    assertEquals("", completed("zzz"));
    assertEquals("", completed("\"(*"));
  }

  @Test
  void completionsDisappearWithTheirArticle() throws IOException {
    indexFields();
    sink().delete(new ArticleId("b"));
    sink().commit();
    assertEquals("", completed("Cleo"));
    assertEquals("", completed("coach"));
    assertEquals(List.of(), backend().similarWords("coahc"));
  }

  @Test
  void similarWordsAreNearestFirst() throws IOException {
    index(article("a").paragraph("bridge bride bridges brigade tunnel Brídge"));
    assertEquals(List.of("bride", "bridge"), backend().similarWords("bridg").subList(0, 2));
    assertEquals(List.of(), backend().similarWords("tehreek-e-insaf"));
  }

  // Limits

  @Test
  void tooManyWordsOfOnePrefixAreRefusedWithItsPlace() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1_200; i++) {
      text.append("w").append(i).append(' ');
    }
    index(article("a").paragraph(text.toString()));
    var e = assertThrows(InvalidRequestException.class, () -> search("bridge w*"));
    assertEquals(7, e.position());
    assertTrue(String.valueOf(e.getMessage()).contains("more than 1,000"), e.getMessage());
    assertEquals(1, search("w1*").total());
  }

  @Test
  void hardQueriesOverLongTextsAreAnsweredInTime() throws IOException {
    index(
        article("a").paragraph("a ".repeat(50_000)),
        article("b").paragraph("a b. ".repeat(20_000)),
        article("c").paragraph("ab ac ad ae af ag ".repeat(500)));
    List<String> hard =
        List.of(
            "a NEAR/100 a" + " NEAR/100 a".repeat(31),
            "a NEAR/S b" + " NEAR/S a".repeat(31),
            "a NEAR/0 (a OR \"a a\" OR a NEAR/100 a)",
            "a* NEAR/100 a* NEAR/100 a* NEAR/S a*",
            "a* ".repeat(32).strip(),
            "abc~2 ".repeat(32).strip(),
            ("\"" + "a ".repeat(250) + "\"").strip(),
            "a OR ".repeat(255) + "a",
            "-a ".repeat(255).strip(),
            "(".repeat(32) + "a" + ")".repeat(32));
    for (String q : hard) {
      assertTimeoutPreemptively(Duration.ofSeconds(20), () -> search(q), q);
    }
  }

  @Test
  void anyInputIsAnsweredOrRefusedWithinIt() throws IOException {
    indexFields();
    int answered = 0;
    for (long seed = 0; seed < draws(3_000); seed++) {
      String typed = new RandomInput(new Random(seed)).next();
      try {
        QueryParser.parse(typed);
      } catch (QuerySyntaxException refused) {
        continue;
      }
      try {
        for (Hit hit : search(typed).hits()) {
          hit.snippets().forEach(snippet -> marked(snippet));
        }
        answered++;
      } catch (InvalidRequestException e) {
        assertTrue(e.position() >= 0 && e.position() < typed.length(), "seed " + seed);
      }
    }
    assertTrue(answered > draws(500), "answered " + answered);
  }

  @Test
  void fuzzyNeedsOneWord() throws IOException {
    index(article("a").paragraph("text"));
    var e = assertThrows(InvalidRequestException.class, () -> search("x tehreek-e-insaf~"));
    assertEquals(2, e.position());
  }
}
