package org.onrecord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.app.ProgramRun;
import org.onrecord.archive.Archive;
import org.onrecord.archive.ArchiveReader;
import org.onrecord.search.Hit;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SortOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Questions with the one paragraph that answers them. Where the ranks have changed, run with {@code
 * -Donrecord.golden=write} and read the difference.
 */
class RankingTest {
  private static final Path SOURCE = Path.of("src/test/resources/org/onrecord/search/ranking");
  private static final int DEPTH = 10;

  @TempDir private Path home;

  @Test
  void answersStandWhereTheyStood() throws IOException {
    ProgramRun indexed = ProgramRun.of(home, "index", resource("articles.jsonl").toString());
    assertEquals(0, indexed.code(), indexed.err());
    List<String> lines = new ArrayList<>();
    int first = 0;
    double reciprocal = 0;
    List<String> questions = Files.readAllLines(resource("questions.tsv"));
    try (ArchiveReader archive = Archive.openReadOnly(home.resolve("index"))) {
      for (String question : questions) {
        String[] fields = question.split("\t", -1);
        int rank = rank(archive, fields[0], fields[1]);
        first += rank == 1 ? 1 : 0;
        reciprocal += rank == 0 ? 0 : 1.0 / rank;
        lines.add((rank == 0 ? "-" : rank) + "\t" + fields[0]);
      }
    }
    assertEquals(60, questions.size());
    lines.addFirst(
        String.format(
            Locale.ROOT,
            "success@1 %.3f, MRR %.3f",
            (double) first / questions.size(),
            reciprocal / questions.size()));
    String ranks = String.join("\n", lines) + "\n";
    if (System.getProperty("onrecord.golden", "").equals("write")) {
      Files.writeString(SOURCE.resolve("ranks.txt"), ranks);
    }
    assertEquals(Files.readString(SOURCE.resolve("ranks.txt")), ranks);
  }

  /** The rank of the answer, from 1; 0 where it is not among the first. */
  private static int rank(ArchiveReader archive, String question, String answer)
      throws IOException {
    SearchRequest request = SearchRequest.of(question).withPage(SortOrder.RELEVANCE, DEPTH, null);
    List<Hit> hits = archive.search(request).hits();
    for (int i = 0; i < hits.size(); i++) {
      String id =
          switch (hits.get(i)) {
            case Hit.ParagraphHit hit -> hit.paragraph().id();
            case Hit.QuoteHit hit -> hit.quote().quotation().id();
          };
      if (id.equals(answer)) {
        return i + 1;
      }
    }
    return 0;
  }

  private static Path resource(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(RankingTest.class.getResource("search/ranking/" + name)).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void evaluatePrintsTheFiguresOfACollection() throws IOException {
    Path folder = Files.createDirectories(home.resolve("harbour"));
    Files.writeString(
        folder.resolve("docs.jsonl"),
        """
        {"id":"d1","title":"Bridge opens","body":"The bridge over the Sill opened."}
        {"id":"d2","title":"Ferry ends","body":"The ferry made its last journey.\\n\\nIt was foggy."}
        {"id":"d3","title":"","body":"Rovers won the cup."}
        """);
    Files.writeString(
        folder.resolve("queries.jsonl"),
        """
        {"id":"q1","text":"When did the \\"bridge\\" (over the Sill) open? AND -why: https://a.b/c*"}
        {"id":"q2","text":"last ferry"}
        {"id":"q3","text":"nobody judged this"}
        """);
    Files.writeString(
        folder.resolve("qrels.tsv"),
        "query_id\tdoc_id\trelevance\nq1\td1\t2\nq1\td3\t0\nq2\td3\t1\n");
    Path json = home.resolve("scores.json");
    ProgramRun run =
        ProgramRun.of(
            home,
            "evaluate",
            "search",
            folder.toString(),
            "--worst",
            "1",
            "--json",
            json.toString());
    assertEquals(0, run.code(), run.err());
    assertTrue(
        run.outLines().get(1).matches("harbour +3 +2 +0\\.5000 0\\.5000 0\\.5000 .* ms"),
        run.out());
    assertEquals("  0.0000 0.0000  q2: last ferry", run.outLines().get(2));
    JsonNode scores = JsonMapper.shared().readTree(Files.readString(json));
    assertEquals("onrecord evaluate search harbour", scores.path("command").asString());
    assertEquals(1, scores.at("/harbour/byQuery/q1/ndcg10").asDouble());
  }

  @Test
  void collectionThatIsWrongIsToldWithItsPlace() throws IOException {
    Path folder = Files.createDirectories(home.resolve("wrong"));
    ProgramRun missing = ProgramRun.of(home, "evaluate", "search", folder.toString());
    assertEquals(1, missing.code());
    assertTrue(missing.err().contains("has no docs.jsonl"), missing.err());
    Files.writeString(folder.resolve("docs.jsonl"), "{\"id\":\"d1\",\"body\":\"One.\"}\n");
    Files.writeString(folder.resolve("queries.jsonl"), "{\"id\":\"q1\",\"text\":\"one\"}\n");
    Files.writeString(folder.resolve("qrels.tsv"), "query\tdoc\trelevance\nq1 d1 1\n");
    ProgramRun wrong = ProgramRun.of(home, "evaluate", "search", folder.toString());
    assertEquals(1, wrong.code());
    assertTrue(wrong.err().contains("qrels.tsv, line 2: three fields"), wrong.err());
  }
}
