package org.onrecord.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.access.KeyFile;
import org.onrecord.archive.RegistryAliases;
import org.onrecord.article.Permalinks;
import org.onrecord.backend.lucene.LuceneArchiveReader;
import org.onrecord.cli.Service;
import org.onrecord.correction.CorrectionFile;
import org.onrecord.format.ArticleFormat;
import org.onrecord.format.ArticleSource;
import org.onrecord.format.ReadResult;
import org.onrecord.search.FacetCounts;
import org.onrecord.search.InvalidRequestException;
import org.onrecord.search.RandomInput;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchResult;
import org.onrecord.search.SearchService;

/**
 * Input that nobody sends by mistake, from fixed seeds: every reader, query, parameter, body and
 * file of settings takes it or says what is wrong, in time. {@code -Donrecord.fuzz.seconds=600}
 * goes on for about so long with further seeds, a part of it with each kind of input.
 */
class FuzzTest {
  private static final Duration EACH = Duration.ofSeconds(20);
  private static final int KINDS = 6;
  private static final long SECONDS = Long.getLong("onrecord.fuzz.seconds", 0) / KINDS;

  /** How often without that. */
  private static final int RUNS = 160;

  private static final List<String> LINES =
      List.of(
          "{\"id\":\"a\",\"date\":\"2024-11-07\",\"title\":\"Bridge\",\"body\":\"“It opens,” Ruth"
              + " Alder said.\\n"
              + "\\n"
              + "Tom Birch called it late.\"}\n",
          "{\"id\":7,\"date\":\"7 November 2024\",\"source\":\"Ferry News\",\"text\":\"x"
              + " y\",\"pubStatus\":\"withheld\",\"version\":\"3\"}\n",
          "{\"url\":\"https://harbourpost.example/x\",\"date\":\"2024-11-08T10:00:00Z\",\"body\":\"z\",\"more\":{\"a\":[1,2,{\"b\":null}]},\"embargoed\":\"2030-01-01T00:00:00Z\"}\n");
  private static final String TEXT =
      """
      Harbour bridge to open in May

      date: 7 November 2024
      outlet: The Harbour Post

      “We have waited,” Mayor Ruth Alder told reporters.
      """;

  private static final String BRIDGE =
      Permalinks.quotation("bridge", "We have waited ten years for this");

  @TempDir static Path home;
  private static Service.Running service;
  private static HttpClient client;

  @BeforeAll
  static void serve() throws IOException {
    Path index = home.resolve("index");
    ProgramRun run =
        ProgramRun.of(home, "index", "src/docs/examples/articles", "--index", index.toString());
    assertEquals(0, run.code(), run.err());
    service = ProgramRun.serve(index);
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    client.close();
    service.close();
  }

  /** Runs with the seeds 1, 2, 3 and so on, each in time. */
  private static void seeds(int runs, LongConsumer run) {
    long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
    for (long seed = 1; seed <= runs || System.nanoTime() < end; seed++) {
      long one = seed;
      assertTimeoutPreemptively(EACH, () -> run.accept(one), () -> "seed " + one);
    }
  }

  private static int read(byte[] bytes, Optional<ArticleFormat> format) {
    int[] results = {0};
    new ArticleSource(List.of("-"), format, new ByteArrayInputStream(bytes))
        .read(
            (ReadResult result) -> {
              results[0]++;
              if (result instanceof ReadResult.Rejected(var _, String reason, var _)) {
                assertTrue(!reason.isBlank() && reason.length() < 2_000, reason);
              }
            });
    return results[0];
  }

  @Test
  void readersTakeOrRefuseWhateverComes() {
    List<byte[]> samples = new ArrayList<>(LINES.stream().map(l -> l.getBytes(UTF_8)).toList());
    samples.add(TEXT.getBytes(UTF_8));
    samples.add(String.join("", LINES).getBytes(UTF_8));
    samples.add(TEXT.getBytes(java.nio.charset.StandardCharsets.UTF_16));
    samples.addAll(goldenSamples());
    List<byte[]> packed = samples.stream().map(FuzzTest::gzip).toList();
    seeds(
        4 * RUNS,
        seed -> {
          Mutations mutations = new Mutations(seed);
          byte[] input = mutations.of(seed % 4 == 0 ? packed : samples);
          read(input, Optional.empty());
          for (ArticleFormat format : ArticleFormat.values()) {
            read(input, Optional.of(format));
          }
        });
  }

  /** The inputs of every format's golden folder. */
  private static List<byte[]> goldenSamples() {
    List<byte[]> samples = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources/format"))) {
      for (Path file : files.filter(f -> f.getFileName().toString().startsWith("in.")).toList()) {
        samples.add(Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    assertTrue(samples.size() > 100, () -> "too few samples: " + samples.size());
    return samples;
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  /** More than any text may have, packed as some kilobytes, in one line, and less in many. */
  @Test
  void gzipBombIsReadInBoundedMemory() throws IOException {
    for (String unit : List.of("a", "{\"body\":\"x\"}\n")) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] block = unit.repeat((1 << 18) / unit.length()).getBytes(UTF_8);
      try (OutputStream gzip = new GZIPOutputStream(out)) {
        for (int i = 0; i < (unit.length() == 1 ? 4 * 20 : 1); i++) {
          gzip.write(block);
        }
      }
      for (ArticleFormat format : ArticleFormat.values()) {
        assertTimeoutPreemptively(
            Duration.ofSeconds(60),
            () -> assertTrue(read(out.toByteArray(), Optional.of(format)) > 0));
      }
    }
  }

  @Test
  void queriesAreAnsweredOrRefused() throws IOException {
    List<String> samples =
        List.of(
            "bridge \"ten years\" OR ferry -council",
            "speaker:\"Ruth Alder\" (bridge NEAR/5 open) date:2024-11..2025",
            "minist* chaudhry~ party:HP NOT title:council",
            "Alder NEAR/S reporters AND (a OR (b c))");
    RegistryAliases names = new RegistryAliases();
    try (LuceneArchiveReader reader = LuceneArchiveReader.open(home.resolve("index"))) {
      SearchService search = new SearchService(reader.backend(), names, names);
      seeds(
          RUNS,
          seed -> {
            Mutations mutations = new Mutations(seed);
            String q =
                seed % 2 == 0
                    ? mutations.ofText(samples)
                    : new RandomInput(mutations.random()).next();
            try {
              assertHolds(search, SearchRequest.of(q), "seed " + seed + ": " + q);
              search.complete(q.substring(0, Math.min(100, q.length())), 5);
            } catch (InvalidRequestException refused) {
              assertTrue(
                  refused.position() <= q.length()
                      && !String.valueOf(refused.getMessage()).isBlank(),
                  () -> "seed " + seed + ": " + refused);
            } catch (IOException e) {
              throw new AssertionError("seed " + seed + ": " + q, e);
            }
          });
    }
  }

  /** An answer agrees with itself, and with one to the same request without facets. */
  private static void assertHolds(SearchService search, SearchRequest request, String told)
      throws IOException {
    SearchResult result = search.search(request);
    assertEquals(Math.min(result.total(), request.size()), result.hits().size(), told);
    assertTrue(result.totalUnfolded() >= result.total(), told);
    assertEquals(result.next() != null, result.total() > request.size(), told);
    assertTrue(!result.explained().isBlank() || request.q().isBlank(), told);
    for (FacetCounts counts : result.facets()) {
      if (counts instanceof FacetCounts.Values values) {
        values.values().forEach(v -> assertTrue(v.count() <= result.total(), told + ": " + v));
      }
    }
    SearchResult bare = search.search(request.withFacets(Set.of(), 10));
    assertEquals(result.total(), bare.total(), told);
    assertEquals(
        result.hits().stream().map(hit -> hit.article().id() + " " + hit.place()).toList(),
        bare.hits().stream().map(hit -> hit.article().id() + " " + hit.place()).toList(),
        told);
  }

  private static int status(HttpRequest request) {
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      if (answer.statusCode() >= 400 && request.uri().getPath().startsWith("/api/")) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        assertTrue(type.startsWith("application/problem+json"), type);
      }
      return answer.statusCode();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static URI address(String path) {
    return URI.create(service.address().toString().replaceFirst("/$", "") + path);
  }

  @Test
  void parametersAreUnderstoodOrRefused() {
    List<String> routes =
        List.of(
            "search",
            "facets/speaker",
            "facets/outlet",
            "suggest",
            "export",
            "feed.atom",
            "articles/bridge",
            "quotes/" + BRIDGE,
            "paragraphs/bridge~p1",
            "speakers/ruth-alder",
            "parties/pti");
    List<String> pages =
        List.of(
            "/",
            "/articles/bridge",
            "/quotes/" + BRIDGE,
            "/embed/quotes/" + BRIDGE,
            "/speakers/ruth-alder",
            "/parties/pti",
            "/cite/quotes/" + BRIDGE,
            "/archive",
            "/people",
            "/check",
            "/help");
    List<String> names =
        List.of(
            "q",
            "type",
            "match",
            "syntax",
            "speaker",
            "party",
            "mention",
            "outlet",
            "kind",
            "from",
            "to",
            "sort",
            "size",
            "after",
            "facets",
            "interval",
            "variants",
            "copies",
            "format",
            "prefix");
    List<String> values =
        List.of(
            "bridge",
            "quote",
            "any",
            "lucene",
            "2024-11-07",
            "0000-01-01",
            "+999999999-12-31",
            "10",
            "100",
            "newest",
            "relevance",
            "none",
            "speaker,party",
            "month",
            "csv",
            "unfold",
            "off",
            "eyJ2IjoxLCJhIjpbMC41LCJ4Il19",
            "AAAA",
            "Ruth Alder",
            "2024-11..2025");
    seeds(
        2 * RUNS,
        seed -> {
          Mutations mutations = new Mutations(seed);
          StringBuilder path =
              new StringBuilder(
                  seed % 2 == 0 ? "/api/v1/" + mutations.pick(routes) : mutations.pick(pages));
          char parting = '?';
          for (int i = mutations.random().nextInt(4); i >= 0; i--) {
            String value =
                mutations.random().nextBoolean()
                    ? mutations.pick(values)
                    : mutations.ofText(values);
            String cut = value.substring(0, Math.min(value.length(), 500));
            path.append(parting)
                .append(mutations.pick(names))
                .append('=')
                .append(URLEncoder.encode(cut, UTF_8));
            parting = '&';
          }
          int status = status(HttpRequest.newBuilder(address(path.toString())).build());
          assertTrue(status < 500, () -> "seed " + seed + ": " + status + " for " + path);
        });
  }

  @Test
  void bodiesAreTakenOrRefused() {
    seeds(
        RUNS / 4,
        seed -> {
          Mutations mutations = new Mutations(seed);
          boolean one = seed % 3 == 0;
          byte[] body =
              mutations.of(
                  Stream.of(LINES.get(0), String.join("", LINES))
                      .map(s -> s.getBytes(UTF_8))
                      .toList());
          HttpRequest.Builder request =
              HttpRequest.newBuilder(address("/api/v1/articles" + (one ? "/fuzz" : "")))
                  .header("Content-Type", one ? "application/json" : "application/x-ndjson");
          int status =
              status(
                  one
                      ? request.PUT(BodyPublishers.ofByteArray(body)).build()
                      : request.POST(BodyPublishers.ofByteArray(body)).build());
          assertTrue(status < 500, () -> "seed " + seed + ": " + status);
        });
    assertEquals(200, status(HttpRequest.newBuilder(address("/api/v1/search?q=bridge")).build()));
  }

  @Test
  void filesBesideTheIndexAreReadOrRefused() throws IOException {
    Path folder = Files.createDirectory(home.resolve("beside"));
    KeyFile keys = new KeyFile(folder, InstantSource.system());
    keys.add("desk", org.onrecord.access.Role.READER);
    byte[] keyFile = Files.readAllBytes(folder.resolve("keys.jsonl"));
    byte[] correction =
        ("{\"at\":\"2024-11-08T10:00:00Z\",\"by\":\"R."
             + " Elm\",\"quotation\":\"bridge~p3~q1\",\"decision\":\"speaker\",\"name\":\"Ruth"
             + " Alder\",\"type\":\"person\",\"article\":\"bridge\",\"paragraph\":3,\"digest\":\"e706d6acaf5a39b535b519e9\",\"content\":[{\"start\":33,\"end\":37,\"words\":\"that\"}]}\n")
            .getBytes(UTF_8);
    seeds(
        RUNS,
        seed -> {
          Mutations mutations = new Mutations(seed);
          try {
            Files.write(folder.resolve("keys.jsonl"), mutations.of(List.of(keyFile)));
            Files.write(folder.resolve("corrections.jsonl"), mutations.of(List.of(correction)));
            new CorrectionFile(folder).history();
            try {
              new KeyFile(folder, InstantSource.system()).keys();
            } catch (IOException e) {
              assertTrue(String.valueOf(e.getMessage()).contains("keys.jsonl"), e::toString);
            }
          } catch (IOException e) {
            throw new AssertionError("seed " + seed, e);
          }
        });
  }

  @Test
  void settingsAreUnderstoodOrRefused() throws IOException {
    Path other = Files.createDirectory(home.resolve("settings"));
    List<byte[]> samples =
        List.of(
            "index = nowhere\nseeds = nowhere\nport = 0\nrate-limit = 7\ncors-origin = https://a.example\n"
                .getBytes(UTF_8));
    seeds(
        RUNS / 8,
        seed -> {
          Mutations mutations = new Mutations(seed);
          try {
            Files.write(other.resolve("onrecord.properties"), mutations.of(samples));
          } catch (IOException e) {
            throw new AssertionError(e);
          }
          ProgramRun run =
              ProgramRun.of(
                  other,
                  "serve",
                  "--create",
                  "--index",
                  home.resolve("none").toString(),
                  "--seeds",
                  "none",
                  "--host",
                  "256.1.1.1");
          assertTrue(run.code() == 1 || run.code() == 2, () -> "seed " + seed + run.err());
          assertTrue(
              !run.err().contains("should not have happened"), () -> "seed " + seed + run.err());
        });
  }
}
