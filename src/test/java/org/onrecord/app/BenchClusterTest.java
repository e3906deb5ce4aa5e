package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.backend.opensearch.OpenSearchNode;

/** What {@code onrecord bench cluster} and {@code bench grow} do on a real node. */
class BenchClusterTest {
  @TempDir private Path home;
  private final String prefix = OpenSearchNode.prefix();
  private String folder = "";
  private String cluster = "";
  private String log = "";

  @BeforeEach
  void fill() throws IOException {
    folder = home.resolve("folder").toString();
    cluster = Files.createDirectories(home.resolve("cluster")).toString();
    Files.writeString(
        Path.of(cluster, "cluster.properties"),
        "hosts = %s%nprefix = %s%nreplicas = 0%n".formatted(OpenSearchNode.address(), prefix));
    log = home.resolve("log.jsonl").toString();
    Files.write(
        Path.of(log),
        List.of(
            "{\"q\": \"ferry\"}",
            "{\"q\": \"pier shut\"}",
            "{\"q\": \"pier is\", \"phrase\": true}",
            "{\"q\": \"late\", \"filters\": {\"from\": \"2024-11-07\"}}"));
    index(
        "{\"id\": \"a\", \"date\": \"2024-11-07\", \"body\": \"The ferry is late.\"}\n"
            + "{\"id\": \"b\", \"date\": \"2024-11-08\", \"body\": \"“The pier is shut,” Ria Holm"
            + " said.\"}",
        folder);
    String grown =
        run("bench", "grow", "--from", folder, "--into", cluster, "--articles", "2").out();
    assertTrue(grown.lines().toList().getLast().startsWith("| 2 | 2 | 1 | "), grown);
  }

  private void index(String articles, String into) throws IOException {
    Path file = Files.writeString(home.resolve("articles.jsonl"), articles);
    run("index", file.toString(), "--index", into);
  }

  private ProgramRun run(String... words) {
    ProgramRun run = ProgramRun.of(home, words);
    assertEquals(0, run.code(), () -> String.join(" ", words) + ": " + run.err());
    return run;
  }

  private ProgramRun bench(String... more) {
    List<String> words = new ArrayList<>(List.of("bench", "cluster", log, "--index", cluster));
    words.addAll(List.of(more));
    return run(words.toArray(String[]::new));
  }

  @Test
  void archiveIsAskedBesideFolderAndPlainIndex() throws IOException {
    String plain = prefix + "_plain";
    ProgramRun made = bench("--rounds", "1", "--beside", folder);
    assertTrue(made.err().contains(plain + " was made: 3 passages."), made.err());
    List<String> rows = made.outLines();
    assertTrue(rows.get(2).startsWith("| 1 | cluster | 2 | "), made.out());
    assertTrue(rows.get(3).startsWith("| 1 | plain | 2 | "), made.out());
    assertTrue(rows.get(4).startsWith("| 1 | folder | 2 | "), made.out());
    assertTrue(
        made.out().contains("Totals: 2 of 2 are the same of cluster and plain."), made.out());
    assertTrue(
        made.out().contains("Totals: 2 of 2 are the same of cluster and folder."), made.out());
    index("{\"id\": \"c\", \"date\": \"2024-11-09\", \"body\": \"The weir is open.\"}", cluster);
    String after = bench("--rounds", "0").err();
    assertTrue(after.contains(plain + " was made: 4 passages."), after);
    String again = bench("--rounds", "0").err();
    assertTrue(again.contains(plain + " has 4 passages already."), again);
    String gone = bench("--rounds", "0", "--drop").err();
    assertTrue(gone.endsWith(plain + " was taken away.\n"), gone);
    assertTrue(bench("--rounds", "0").err().contains(" was made: 4 passages."), "it was not");
  }
}
