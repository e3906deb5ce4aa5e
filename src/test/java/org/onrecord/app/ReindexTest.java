package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.Await;
import org.onrecord.article.Permalinks;
import org.onrecord.backend.lucene.LuceneArchiveReader;
import org.onrecord.backend.lucene.LuceneRebuilding;
import org.onrecord.cli.Service;
import org.onrecord.ingest.ArticleExtraction;
import org.onrecord.ingest.Rebuilding;
import org.onrecord.ingest.Reindex;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.SchemaVersion;

/** An index made anew from its own articles, and everything written out and read back. */
class ReindexTest {
  @TempDir private Path home;

  private String done(String... args) {
    ProgramRun run = ProgramRun.of(home, args);
    assertEquals(0, run.code(), run.err());
    return run.out();
  }

  private void assertFails(int code, String says, String... args) {
    ProgramRun run = ProgramRun.of(home, args);
    assertEquals(code, run.code(), run.out());
    assertTrue(run.err().contains(says), run.err());
  }

  /** An index that an older version made of two articles, with a correction. */
  private void unpack(int version) throws IOException {
    Path index = Files.createDirectory(home.resolve("index"));
    String name = "/index/schema-" + version + ".zip";
    try (InputStream in = Objects.requireNonNull(ReindexTest.class.getResourceAsStream(name));
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry file = zip.getNextEntry(); file != null; file = zip.getNextEntry()) {
        Files.copy(zip, index.resolve(file.getName()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void indexOfAnOlderVersionSaysWhatToDoAndIsBroughtOver(int version) throws IOException {
    unpack(version);
    Path articles = Files.writeString(home.resolve("a.jsonl"), "{}");
    for (List<String> command :
        List.of(
            List.of("search", "ferry"),
            List.of("index", articles.toString()),
            List.of("check"),
            List.of("serve", "--port", "0"),
            List.of("correct", "bridge~p1~q1", "--no-party", "--by", "R. Elm"))) {
      assertFails(1, "onrecord reindex --index ", command.toArray(new String[0]));
    }
    Path backups = home.resolve("backups");
    done("backup", backups.toString());
    String exported = done("export");
    assertTrue(exported.contains("\"id\":\"ferry-1\""), exported);
    assertTrue(exported.contains("\"desk\":\"north\""), exported);

    String said = done("reindex");
    assertEquals(
        "before: 2 articles, 6 paragraphs, "
            + (version < 8 ? 4 : 5)
            + " quotations\n"
            + "now:    2 articles, 6 paragraphs, 5 quotations\n",
        said);
    assertTrue(done("check").contains("is sound: 2 articles"));
    String found = done("search", "--type", "quote", "--speaker", "Quill", "cost", "voters");
    assertTrue(found.contains("Quill, indirect"), found);
    assertEquals(exported, done("export"));

    Path restored = home.resolve("restored");
    done("restore", backups.toString(), "--index", restored.toString());
    assertFails(1, "onrecord reindex", "search", "ferry", "--index", restored.toString());
    done("reindex", "--index", restored.toString());
    assertEquals(exported, done("export", "--index", restored.toString()));
  }

  @Test
  void addressesOfAnOlderVersionLeadToTheSameWords() throws Exception {
    unpack(2);
    done("reindex");
    String words = "that the council had hidden the cost from voters";
    String now = Permalinks.quotation("bridge", words);
    try (Service.Running service = ProgramRun.serve(home.resolve("index"));
        HttpClient client = HttpClient.newHttpClient()) {
      for (String page : List.of("quotes/", "embed/quotes/")) {
        HttpResponse<String> moved = get(client, service, page + "bridge~p3~q1");
        assertEquals(308, moved.statusCode());
        assertEquals("/" + page + now, moved.headers().firstValue("Location").orElse("no address"));
      }
      for (String path : List.of("api/v1/quotes/", "cite/quotes/")) {
        HttpResponse<String> found = get(client, service, path + "bridge~p3~q1");
        assertEquals(200, found.statusCode());
        assertTrue(found.body().contains(words), found.body());
        assertTrue(found.body().contains(now), found.body());
      }
      assertEquals(404, get(client, service, "quotes/bridge~p3~q7").statusCode());
    }
    assertTrue(done("corrections").contains("now " + now), done("corrections"));
    assertFalse(done("corrections").contains("no longer found"), done("corrections"));
    String corrected = done("correct", "bridge~p3~q1", "--no-party", "--by", "R. Elm");
    assertTrue(corrected.startsWith(now + ": " + words), corrected);
    done("reindex");
    assertTrue(done("check").contains("is sound: 2 articles"));
  }

  private static HttpResponse<String> get(HttpClient client, Service.Running service, String path)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(service.address().resolve("/" + path))
            .header("Accept", "text/html, */*")
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  @Test
  void indexOfANewerVersionIsLeftAlone() throws IOException {
    unpack(2);
    // The commit's data are text: of a schema "2" a later one is made, and the checksum with it.
    String later = Integer.toString(SchemaVersion.CURRENT.number() + 1);
    try (var directory = org.apache.lucene.store.FSDirectory.open(home.resolve("index"));
        var writer =
            new org.apache.lucene.index.IndexWriter(
                directory, new org.apache.lucene.index.IndexWriterConfig())) {
      writer.setLiveCommitData(java.util.Map.of("onrecord.schema", later).entrySet());
      writer.commit();
    }
    for (String command : List.of("reindex", "check", "export")) {
      assertFails(1, "Use that version, or another folder", command);
    }
  }

  @Test
  void otherKnowledgeIsToldUntilAllIsReadAnew() throws Exception {
    String registry = "src/docs/examples/people.csv";
    ProgramRun first = ProgramRun.of(home, "index", "src/docs/examples/articles");
    assertEquals("", first.err());
    long articles = counted();
    Path more =
        Files.writeString(home.resolve("more.txt"), "date 2024-11-08\n\nIt shut, she said.\n");
    ProgramRun second = ProgramRun.of(home, "index", more.toString(), "--registry", registry);
    String told =
        articles
            + " of "
            + (articles + 1)
            + " articles were read with another added registry than there is now; \"onrecord"
            + " reindex\"";
    assertTrue(second.err().contains(told), second.err());
    String mixed = done("check");
    assertTrue(mixed.contains("is sound"), mixed);
    assertTrue(mixed.contains("read with different things"), mixed);
    assertTrue(
        mixed.contains("  1 article: program " + ArticleExtraction.VERSION + "; model "), mixed);
    assertTrue(
        done("check", "--json")
            .contains("added registry none; setting of variants on\",\"articles\":" + articles));
    assertServedSays("1 of " + (articles + 1) + " articles were read with another added registry");
    done("reindex");
    assertTrue(!done("check").contains("different things"));
    assertServedSays("\"reindex\":null");
    assertTrue(
        ProgramRun.of(home, "index", more.toString(), "--variants", "off")
            .err()
            .contains(
                articles
                    + " of "
                    + (articles + 1)
                    + " articles were read with another setting of variants"));
  }

  private long counted() throws IOException {
    try (LuceneArchiveReader reader = LuceneArchiveReader.open(home.resolve("index"))) {
      assertEquals(0, reader.readings().unknown());
      return reader.backend().counts().articles();
    }
  }

  private void assertServedSays(String what) throws Exception {
    try (Service.Running served = ProgramRun.serve(home.resolve("index"));
        HttpClient client = HttpClient.newHttpClient()) {
      String ready =
          client
              .send(
                  HttpRequest.newBuilder(served.address().resolve("health/ready")).build(),
                  BodyHandlers.ofString())
              .body();
      assertTrue(ready.contains(what), ready);
    }
  }

  @Test
  void newRegistryIsReadIntoEveryArticle() throws IOException {
    done("index", "src/docs/examples/articles");
    String query = "cost";
    assertTrue(!done("search", "--type", "quote", query).contains("Free Ferry List"));
    done("reindex", "--registry", "src/docs/examples/people.csv");
    String found = done("search", "--type", "quote", query);
    assertTrue(found.contains("Tom Birch (Free Ferry List)"), found);
  }

  @Test
  void serviceAnswersFromTheOldOneUntilTheNewOneIsThere() throws Exception {
    done("index", "src/docs/examples/articles");
    Path index = home.resolve("index");
    try (Service.Running service = ProgramRun.serve(index);
        HttpClient client = HttpClient.newHttpClient()) {
      URI search = service.address().resolve("/api/v1/search?q=cost&facets=none");
      String before = get(client, search);
      try (Rebuilding rebuilding = LuceneRebuilding.open(index)) {
        rebuilding
            .stored()
            .forEach(
                article -> {
                  try {
                    rebuilding.put(ArchivedArticle.of(article));
                  } catch (IOException e) {
                    throw new AssertionError(e);
                  }
                });
        Thread.sleep(LuceneArchiveReader.REFRESH);
        assertEquals(before, get(client, search));
        assertFails(1, "is being written by another process", "reindex");
      }
      assertEquals(before, get(client, search));
      done("reindex", "--registry", "src/docs/examples/people.csv");
      Await.until(() -> get(client, search).contains("Free Ferry List"), "the old is served");
    }
    done("check");
  }

  private static String get(HttpClient client, URI address) throws Exception {
    String body =
        client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
    return body.replaceAll("\"tookMillis\":\\d+", "");
  }

  @Test
  void articleThatCannotBeReadAnewLeavesEverythingAsItWas() throws IOException {
    done("index", "src/docs/examples/articles");
    String before = done("export");
    try (Rebuilding rebuilding = LuceneRebuilding.open(home.resolve("index"))) {
      Reindex broken =
          new Reindex(
              article -> {
                throw new IllegalStateException("no " + article.id());
              },
              2,
              InstantSource.system());
      IOException e = assertThrows(IOException.class, () -> broken.run(rebuilding, _ -> {}));
      assertTrue(String.valueOf(e.getMessage()).contains("nothing was changed"), e::toString);
    }
    assertTrue(done("check").contains("3 articles"));
    assertEquals(before, done("export"));
  }

  @Test
  void everythingExportedIsReadBackUnchanged() throws IOException {
    Path odd = home.resolve("odd.jsonl");
    Files.writeString(
        odd,
        """
        {"id":"a b/ü?#","date":"2024-11-07","title":"“Marks” & <b>","body":"It said 😀 \\ud83d and \\u0000\\u2028 so.\\r\\n\\r\\nTwo.","n":1.5,"big":12345678901234567890,"list":[1,{"x":null}],"text":"other","t":true}
        {"id":7,"date":"2024-11-08","source":"Ferry News","text":"  Ruth Alder said yes. \\n\\n\\n no","author":"R. Elm"}
        """);
    done("index", odd.toString(), "src/docs/examples/articles");
    String first = done("export");
    assertEquals(5, first.lines().count());
    Path file = home.resolve("all.jsonl");
    done("export", "--out", file.toString());
    assertEquals(first, Files.readString(file));
    Path other = home.resolve("other");
    done("index", file.toString(), "--index", other.toString());
    assertEquals(first, done("export", "--index", other.toString()));
    assertEquals(versions(home.resolve("index")), versions(other));
    assertTrue(first.contains("\\ud83d and") && first.contains("😀"), first);
    try (Stream<Path> left = Files.list(home)) {
      assertTrue(left.noneMatch(f -> f.toString().endsWith(".unfinished")));
    }
  }

  private static List<String> versions(Path index) throws IOException {
    try (var stored = org.onrecord.backend.lucene.care.LuceneStoredArticles.open(index)) {
      List<String> versions = new java.util.ArrayList<>();
      stored.forEach(a -> versions.add(a.article().id() + " " + a.article().version()));
      return versions;
    }
  }

  @Test
  void hitsAreExportedAsTheServiceDoes() throws Exception {
    done("index", "src/docs/examples/articles");
    String csv = done("export", "--hits", "quote", "--format", "csv", "--sort", "newest", "papers");
    String unmarked =
        done("export", "--no-bom", "--hits=quote", "--format=csv", "--sort=newest", "papers");
    String jsonl = done("export", "--hits", "any", "--outlet", "ferry news");
    try (Service.Running service = ProgramRun.serve(home.resolve("index"));
        HttpClient client = HttpClient.newHttpClient()) {
      String api = "/api/v1/export?type=quote&format=csv&sort=newest&q=papers";
      assertEquals(get(client, service.address().resolve(api)), csv);
      assertEquals("\uFEFF" + unmarked, csv);
      api = "/api/v1/export?type=any&format=jsonl&outlet=ferry+news";
      assertEquals(get(client, service.address().resolve(api)), jsonl);
    }
    assertTrue(csv.lines().count() > 1 && jsonl.lines().count() > 1, csv + jsonl);
    assertFails(2, "say --hits quote", "export", "papers");
    assertFails(2, "say --hits quote", "export", "--format", "csv");
    assertFails(2, "never closed", "export", "--hits", "any", "\"papers");
  }

  @Test
  void whatIsHeldBackStaysSo() throws IOException {
    Path lines = home.resolve("held.jsonl");
    Files.writeString(
        lines,
        """
        {"id":"a","date":"2024-11-07","body":"Ruth Alder said the quay is shut."}
        {"id":"b","date":"2024-11-07","body":"Ruth Alder said the dredger sank.","embargoed":"2999-01-01T00:00:00Z"}
        {"id":"a","pubStatus":"withheld","version":"2"}
        """);
    done("index", lines.toString());
    done("reindex");
    done("check");
    assertTrue(done("search", "quay").startsWith("0 hits"));
    assertTrue(done("search", "dredger").startsWith("0 hits"));
    ProgramRun export = ProgramRun.of(home, "export");
    assertEquals("{\"id\":\"a\",\"pubStatus\":\"withheld\",\"version\":\"2\"}\n", export.out());
    assertTrue(export.err().contains("1 article under embargo left out"), export.err());
    String all = done("export", "--embargoed");
    assertTrue(all.contains("dredger") && !all.contains("quay"), all);
    Path other = home.resolve("other");
    Path file = Files.writeString(home.resolve("all.jsonl"), all);
    done("index", file.toString(), "--index", other.toString());
    assertEquals(all, done("export", "--embargoed", "--index", other.toString()));
    assertTrue(done("search", "dredger", "--index", other.toString()).startsWith("0 hits"));
  }

  @Test
  void whatItsPublisherReservesIsExportedOnlyWhenAsked() throws IOException {
    Path lines = home.resolve("reserved.jsonl");
    Files.writeString(
        lines,
        """
        {"id":"a","date":"2024-11-07","body":"The quay is shut.","dataMining":"DMI-PROHIBITED"}
        {"id":"b","date":"2024-11-07","body":"The dredger sank.","dataMining":"DMI-PROHIBITED-AIMLTRAINING"}
        """);
    done("index", lines.toString());
    ProgramRun export = ProgramRun.of(home, "export");
    assertTrue(export.out().contains("dredger") && !export.out().contains("quay"), export.out());
    assertTrue(export.err().contains("1 article left out, of which the publisher"), export.err());
    String all = done("export", "--reserved");
    assertTrue(all.contains("quay") && all.contains("\"dataMining\":\"DMI-PROHIBITED\""), all);
  }
}
