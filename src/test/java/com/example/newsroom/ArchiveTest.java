package com.example.newsroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.Await;
import org.onrecord.archive.Archive;
import org.onrecord.archive.ArchiveReader;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.ingest.IngestReport;
import org.onrecord.schema.Facet;
import org.onrecord.search.ExportedHits;
import org.onrecord.search.HitStream;
import org.onrecord.search.SearchRequest;

/** OnRecord as a library, seen from outside. */
class ArchiveTest {
  private static final Pattern SERVICE =
      Pattern.compile(".*[/\\\\](micronaut|netty|reactor|picocli|logback|jakarta)[^/\\\\]*\\.jar");

  @TempDir Path folder;

  @Test
  void programRunsWithoutTheService() throws Exception {
    String path =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !SERVICE.matcher(entry).matches())
            .collect(Collectors.joining(File.pathSeparator));
    assertFalse(path.contains("micronaut-"), path);
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                path,
                ArchiveUse.class.getName(),
                folder.resolve("index").toString())
            .redirectError(folder.resolve("errors").toFile())
            .start();
    String out = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, program.waitFor(), () -> errors());
    assertEquals(
        List.of(
            "1 article",
            "bridge: “We have waited ten years for this,” she told reporters.",
            "Ruth Alder, INDIRECT: The new bridge will open in May",
            "Ruth Alder, DIRECT: We have waited ten years for this"),
        out.lines().toList());
  }

  private String errors() {
    try {
      return Files.readString(folder.resolve("errors"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Test
  void programIsTheOneThatReadmeShows() throws Exception {
    Matcher shown =
        Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("README.md")));
    assertTrue(shown.find());
    List<String> program =
        Files.readString(Path.of("src/test/java/com/example/newsroom/ArchiveUse.java"))
            .lines()
            .map(String::strip)
            .toList();
    for (String line : shown.group(1).lines().toList()) {
      assertTrue(program.contains(line.strip()), line);
    }
  }

  @Test
  void filesAreTakenInAndRefusalsTold() throws Exception {
    Files.writeString(
        folder.resolve("a.jsonl"),
        """
        {"id":"one","date":"2024-11-08","body":"The ferry is late, Tom Birch said."}
        {"id":"two","body":"No date."}
        """);
    try (Archive archive = Archive.open(folder.resolve("index"))) {
      var report = archive.index(folder.resolve("a.jsonl"));
      assertEquals(1, report.articles());
      assertTrue(report.refused().getFirst().reason().contains("no date"));
      assertEquals(1, archive.counts().articles());
      var quotation =
          archive
              .article(new ArticleId("one"))
              .orElseThrow()
              .paragraphs()
              .getFirst()
              .quotations()
              .getFirst();
      assertEquals("Tom Birch", quotation.speaker().name());
      assertTrue(archive.quotation(quotation.id()).isPresent());
    }
  }

  @Test
  void replacedAndDeletedArticlesLeaveNoTrace() throws Exception {
    LocalDate day = LocalDate.of(2024, 11, 8);
    try (Archive archive = Archive.open(folder)) {
      archive.index(
          Article.of("one", day, "The ferry is late."), Article.of("two", day, "The ferry sank."));
      archive.index(Article.of("one", day, "The tunnel is open."));
      assertEquals(1, archive.search("ferry").total());
      try (HitStream hits = export(archive, "ferry OR tunnel").hits()) {
        assertEquals(2, hits.total());
      }
      assertTrue(archive.delete(new ArticleId("two")));
      assertFalse(archive.delete(new ArticleId("two")));
      assertEquals(0, archive.search("ferry").total());
    }
    try (Archive archive = Archive.open(folder)) {
      assertEquals(1, archive.search("tunnel").total());
    }
  }

  @Test
  void readerSeesWhatOthersWriteAndStopsNobody() throws Exception {
    Article late =
        Article.builder("late", "“The ferry is late,” Tom Birch said.")
            .date(LocalDate.of(2024, 11, 8))
            .outlet("Ferry News")
            .member("desk", "north")
            .build();
    try (Archive archive = Archive.open(folder);
        ArchiveReader reader = Archive.openReadOnly(folder)) {
      assertEquals(0, reader.counts().articles());
      archive.index(late);
      Await.until(() -> found(reader) == 1, Duration.ofSeconds(10), () -> "it is never seen");
    }
    try (ArchiveReader reader = Archive.openReadOnly(folder);
        Archive other = Archive.open(folder)) {
      assertTrue(other.delete(new ArticleId("late")));
      assertEquals("Ferry News", late.outlet());
      Await.until(() -> found(reader) == 0, Duration.ofSeconds(10), () -> "it is still there");
    }
  }

  private static long found(ArchiveReader reader) {
    try {
      SearchRequest birch = SearchRequest.of("ferry").forQuotations();
      return reader.search(birch.with(Facet.SPEAKER, "Tom Birch")).total();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void takingInTellsHowFarItIsAndCanBeStopped() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      lines.append("{\"id\":\"n%d\",\"date\":\"2024-11-08\",\"body\":\"Late.\"}%n".formatted(i));
    }
    Path file = Files.writeString(folder.resolve("many.jsonl"), lines);
    List<Long> told = new ArrayList<>();
    try (Archive archive = Archive.open(folder.resolve("index"))) {
      IngestReport report =
          archive.index(
              Archive.files(file),
              articles -> {
                told.add(articles);
                return articles < 10;
              });
      assertEquals(1, told.getFirst());
      assertTrue(report.articles() >= 10 && report.articles() < 500, report::toString);
      assertEquals(report.articles(), archive.counts().articles());
    }
  }

  private static ExportedHits export(Archive archive, String q) throws IOException {
    return archive.export(SearchRequest.of(q));
  }
}
