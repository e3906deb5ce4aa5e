package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onrecord.search.SampleArticle.article;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.Await;
import org.onrecord.archive.RegistryAliases;
import org.onrecord.backend.lucene.LuceneArchive;
import org.onrecord.cli.option.ServiceSettings;
import org.onrecord.http.RegistrySource;
import org.onrecord.search.SampleArticle;
import org.onrecord.search.SearchService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Exports over HTTP, from an index that is written to meanwhile. */
final class ExportTest {
  private static final JsonMapper JSON = new JsonMapper();

  /** How many articles of 1000 paragraphs an export takes more than one pass for. */
  private static final int MANY = 12;

  @TempDir private static Path folder;
  private static ServedArchive served;

  @BeforeAll
  static void start() throws IOException {
    served = ServedArchive.open(folder, ExportTest::serve);
  }

  private static HttpServer serve(LuceneArchive archive) throws IOException {
    RegistryAliases names = new RegistryAliases();
    return HttpServer.start(new SearchService(archive.backend(), names, names), "127.0.0.1", 0);
  }

  @AfterEach
  void empty() throws IOException {
    served.deleteAll();
  }

  @AfterAll
  static void stop() throws IOException {
    served.close();
  }

  /** Articles of 1000 paragraphs each. */
  private static void fill(ServedArchive served, int from, int to) throws IOException {
    List<SampleArticle> articles = new ArrayList<>();
    for (int a = from; a < to; a++) {
      SampleArticle article = article("a" + a).on("2024-11-%02d".formatted(1 + a % 28));
      for (int p = 1; p <= 1000; p++) {
        article.paragraph("The ferry number " + (a * 1000 + p) + " left Harbour at dawn.");
      }
      articles.add(article);
    }
    served.put(articles.toArray(SampleArticle[]::new));
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return served.get(path);
  }

  @Test
  void everyHitIsExportedOnceWhileArticlesAreWritten() throws Exception {
    fill(served, 0, MANY);
    for (String sort : List.of("relevance", "newest")) {
      HttpResponse<InputStream> answer =
          served.send(
              served.request("/api/v1/export?format=jsonl&q=ferry&sort=" + sort),
              BodyHandlers.ofInputStream());
      assertEquals(MANY + "000", header(answer, "X-Total-Count"));
      fill(served, MANY, MANY + 2);
      served.delete("a3");
      Set<String> ids = new HashSet<>();
      List<String> days = new ArrayList<>();
      for (String line : lines(answer.body())) {
        JsonNode hit = JSON.readTree(line);
        assertTrue(ids.add(hit.get("id").asString()), "twice: " + line);
        days.add(hit.at("/article/date").asString());
      }
      assertEquals(MANY * 1000, ids.size());
      if (sort.equals("newest")) {
        assertEquals(days.stream().sorted((a, b) -> b.compareTo(a)).toList(), days);
      }
      served.delete("a" + MANY, "a" + (MANY + 1));
      fill(served, 3, 4);
    }
  }

  private static List<String> lines(InputStream body) throws IOException {
    try (body) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  @Test
  void lineOfJsonIsTheHitOfASearch() throws Exception {
    served.put(
        article("one")
            .paragraph("We are ready, Ruth Alder said.")
            .said("We are ready", "Ruth Alder", "Harbour Party"));
    for (String type : List.of("paragraph", "quote")) {
      JsonNode found = JSON.readTree(get("/api/v1/search?q=ready&type=" + type).body());
      JsonNode line = JSON.readTree(get("/api/v1/export?format=jsonl&q=ready&type=" + type).body());
      assertEquals(found.get("hits").get(0), line);
    }
  }

  @Test
  void spreadsheetSeesNoFormulaAndEveryCharacter() throws Exception {
    served.put(
        article("one")
            .title("=HYPERLINK(\"http://evil.example\")")
            .in("+Ferry; \"News\"", "@city")
            .paragraph("-2+3, said Ruth Alder; =1+1\nand “no” to 🌊.")
            .said("-2+3", "Ruth Alder", "Harbour Party"));
    HttpResponse<String> answer = get("/api/v1/export?q=alder");
    assertEquals("text/csv;charset=utf-8", header(answer, "Content-Type"));
    assertEquals(
        "attachment; filename=\"onrecord.csv\"",
        header(answer, "Content-Disposition").replaceFirst("; filename\\*=.*", ""));
    try (CSVParser rows =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(new StringReader(unmarked(answer.body())))) {
      List<CSVRecord> all = rows.getRecords();
      assertEquals(1, all.size());
      CSVRecord row = all.getFirst();
      assertEquals("'=HYPERLINK(\"http://evil.example\")", row.get("title"));
      assertEquals("'+Ferry; \"News\"", row.get("outlet"));
      assertEquals("'@city", row.get("section"));
      assertEquals("'-2+3, said Ruth Alder; =1+1\nand “no” to 🌊.", row.get("text"));
      assertEquals("Ruth Alder", row.get("speaker"));
      assertEquals("Harbour Party", row.get("party"));
      assertEquals("harbour-party", row.get("party_id"));
      assertEquals("", row.get("former_party_id"));
      assertEquals("direct", row.get("kind"));
      row.forEach(cell -> assertTrue(cell.isEmpty() || "=+-@".indexOf(cell.charAt(0)) < 0, cell));
    }
    assertTrue(unmarked(answer.body()).startsWith("\"id\",\"type\","));
  }

  private static String unmarked(String csv) {
    assertEquals(0xFEFF, csv.charAt(0));
    return csv.substring(1);
  }

  @Test
  void markOfTheEncodingStandsOnceBeforeCsvAndCanBeLeftOut() throws Exception {
    served.put(article("one").paragraph("“Résumé prêt,” Zoë Müller said."));
    String marked = get("/api/v1/export?q=said").body();
    String plain = get("/api/v1/export?q=said&bom=false").body();
    assertEquals("\uFEFF" + plain, marked);
    assertTrue(plain.startsWith("\"id\"") && plain.contains("“Résumé prêt,” Zoë Müller"), plain);
    assertEquals(marked, get("/api/v1/export?q=said&format=csv&bom=TRUE").body());
    String lines = get("/api/v1/export?q=said&format=jsonl&bom=true").body();
    assertEquals('{', lines.charAt(0));
    HttpResponse<String> refused = get("/api/v1/export?q=said&bom=0");
    assertEquals(400, refused.statusCode());
    assertTrue(refused.body().contains("bom is true, false"), refused.body());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElseThrow();
  }

  @Test
  void relaxingIsToldBesideTheFile() throws Exception {
    served.put(article("one").paragraph("The ferry is late."));
    HttpResponse<String> answer = get("/api/v1/export?q=ferry+tunnel");
    assertEquals("any", header(answer, "X-Match"));
    assertEquals("true", header(answer, "X-Relaxed"));
    assertEquals(2, answer.body().lines().count());
  }

  @Test
  void nothingFoundIsAHeadAlone() throws Exception {
    served.put(article("one").paragraph("The ferry is late."));
    HttpResponse<String> answer = get("/api/v1/export?q=tunnel");
    assertEquals("0", header(answer, "X-Total-Count"));
    assertEquals(1, answer.body().lines().count());
  }

  @Test
  void headAsksForNoHits() throws Exception {
    served.put(article("one").paragraph("The ferry is late."));
    for (int i = 0; i < 20; i++) {
      HttpResponse<String> answer =
          served.send(served.request("/api/v1/export").HEAD(), BodyHandlers.ofString());
      assertEquals(200, answer.statusCode());
    }
    assertEquals(200, get("/api/v1/export").statusCode());
  }

  @Test
  void clientsThatDoNotReadHoldNothingUpAndAreLimited(@TempDir Path own) throws Exception {
    SampleArticle wide = article("long");
    for (int p = 0; p < 800; p++) {
      wide.paragraph(p + " ferries left Harbour. ".repeat(500));
    }
    AtomicLong nanos = new AtomicLong();
    RegistryAliases names = new RegistryAliases();
    List<Socket> stalled = new ArrayList<>();
    try (ServedArchive served =
        ServedArchive.open(
            own,
            archive ->
                HttpServer.start(
                    ServiceSettings.local(own),
                    new SearchService(archive.backend(), names, names),
                    (RegistrySource) names::registry,
                    (LongSupplier) nanos::get))) {
      served.put(wide);
      for (int i = 0; i < 8; i++) {
        stalled.add(stall(served.url()));
      }
      HttpResponse<String> refused = awaitStatus(served, 503);
      assertEquals("30", header(refused, "Retry-After"));
      assertTrue(refused.body().contains("Try again"), refused.body());
      assertEquals(200, served.get("/api/v1/search?q=ferry").statusCode());
      fill(served, 12, 13);
      JsonNode found = JSON.readTree(served.get("/api/v1/search?q=ferry+12500").body());
      assertEquals(1, found.get("total").asInt());
      assertEquals(503, served.get("/api/v1/export?q=nowhere").statusCode());
      Await.until(
          () -> {
            nanos.addAndGet(Duration.ofSeconds(20).toNanos());
            return served.get("/api/v1/export?q=nowhere").statusCode() != 503;
          },
          "no place comes free");
      awaitStatus(served, 200);
      assertTrue(stalled.stream().anyMatch(ExportTest::isCutShort), "none was given up");
      for (Socket socket : stalled) {
        socket.close();
      }
      awaitStatus(served, 200);
    } finally {
      for (Socket socket : stalled) {
        socket.close();
      }
    }
  }

  /** Asks for an export and reads no more of it than its status. */
  private static Socket stall(URI url) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress(url.getHost(), url.getPort()));
    socket
        .getOutputStream()
        .write(
            "GET /api/v1/export?format=jsonl HTTP/1.1\r\nHost: localhost\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
    String status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    assertEquals("HTTP/1.1 200", status);
    return socket;
  }

  /** Whether the file ends without its last chunk. */
  private static boolean isCutShort(Socket socket) {
    try {
      socket.setSoTimeout(2_000);
      String rest = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      return !rest.endsWith("\r\n0\r\n\r\n");
    } catch (SocketTimeoutException stillOpen) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  private static HttpResponse<String> awaitStatus(ServedArchive served, int status)
      throws Exception {
    List<HttpResponse<String>> answers = new ArrayList<>();
    Await.until(
        () -> {
          answers.add(served.get("/api/v1/export?q=nowhere"));
          return answers.getLast().statusCode() == status;
        },
        Duration.ofSeconds(60),
        () -> answers.getLast().body());
    return answers.getLast();
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() throws Exception {
    HttpResponse<String> answer = get("/api/v1/export?format=xls&size=3&from=soon");
    assertEquals(400, answer.statusCode());
    assertEquals(
        List.of("format", "from", "size"),
        IntStream.range(0, 3)
            .mapToObj(
                i -> JSON.readTree(answer.body()).at("/errors/" + i + "/parameter").asString())
            .sorted()
            .toList());
    assertEquals(400, get("/api/v1/export?q=%22open").statusCode());
  }
}
