package org.onrecord.backend.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onrecord.search.SampleArticle.article;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.backend.lucene.care.LuceneIndexVerifier;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.search.ArchiveCounts;
import org.onrecord.search.ArchiveUnavailableException;
import org.onrecord.search.ArchiveUnavailableException.Reason;
import org.onrecord.search.SampleArticle;

class LuceneArchiveTest {
  @TempDir Path folder;

  private static void put(LuceneArchive archive, SampleArticle article) throws IOException {
    archive.put(article.archived());
  }

  private void assertUnavailable(Reason reason, String says, Executable opening) {
    var e = assertThrows(ArchiveUnavailableException.class, opening);
    assertEquals(reason, e.reason());
    assertTrue(e.getMessage() != null && e.getMessage().contains(says), e.getMessage());
  }

  @Test
  void missingIndexIsNamedWithTheCommandThatMakesOne() throws IOException {
    Path none = folder.resolve("none");
    String says =
        "There is no index in " + none + ". Make one: onrecord index PATH… --index " + none;
    assertUnavailable(Reason.MISSING, says, () -> LuceneArchiveReader.open(none));
    Files.createDirectories(none);
    Files.createFile(none.resolve(".gitkeep"));
    assertUnavailable(Reason.MISSING, says, () -> LuceneArchiveReader.open(none));
  }

  @Test
  void fileIsNoIndex() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertUnavailable(Reason.MISSING, file.toString(), () -> LuceneArchive.open(file));
    assertUnavailable(Reason.MISSING, file.toString(), () -> LuceneArchiveReader.open(file));
  }

  @Test
  void lockedIndexIsNamedWithWhatToDo() throws IOException {
    try (LuceneArchive archive = LuceneArchive.open(folder)) {
      assertUnavailable(Reason.LOCKED, folder.toString(), () -> LuceneArchive.open(folder));
      assertTrue(new LuceneIndexVerifier(folder).verify().sound());
      assertEquals(new ArchiveCounts(0, 0, 0), archive.backend().counts());
    }
    LuceneArchive.open(folder).close();
  }

  @Test
  void settlesIntoFewSegmentsThatAreCommitted() throws IOException {
    int articles = 30;
    try (LuceneArchive archive = LuceneArchive.openToFill(folder, Duration.ZERO)) {
      for (int i = 0; i < articles; i++) {
        put(archive, article("a" + i).paragraph("The ferry sails on day " + i + "."));
        archive.commit();
      }
      archive.settle();
      assertTrue(archive.settled());
    }
    try (Directory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      assertTrue(reader.leaves().size() <= 4, reader.leaves().toString());
    }
    try (LuceneArchiveReader reader = LuceneArchiveReader.open(folder)) {
      assertEquals(articles, reader.backend().counts().articles());
    }
  }

  @Test
  void indexOfAnotherVersionIsRefused() throws IOException {
    try (Directory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.setLiveCommitData(Map.of("onrecord.schema", "999").entrySet());
      writer.commit();
    }
    assertUnavailable(Reason.OTHER_VERSION, "999", () -> LuceneArchive.open(folder));
    assertUnavailable(Reason.OTHER_VERSION, "999", () -> LuceneArchiveReader.open(folder));
  }

  @Test
  void damagedIndexIsRefused() throws IOException {
    LuceneArchive.open(folder).close();
    try (var files = Files.newDirectoryStream(folder, "segments_*")) {
      for (Path file : files) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    assertUnavailable(Reason.DAMAGED, folder.toString(), () -> LuceneArchiveReader.open(folder));
    assertUnavailable(Reason.DAMAGED, folder.toString(), () -> LuceneArchive.open(folder));
  }

  @Test
  void committedArticlesAreThereAfterReopening() throws IOException {
    try (LuceneArchive archive = LuceneArchive.open(folder)) {
      put(archive, article("a").paragraph("One."));
      archive.commit();
      put(archive, article("b").paragraph("Two."));
    }
    try (LuceneArchive archive = LuceneArchive.open(folder)) {
      assertEquals(new ArchiveCounts(1, 1, 0), archive.backend().counts());
    }
  }

  @Test
  void readerSeesWhatAnotherCommits() throws IOException {
    AtomicLong clock = new AtomicLong();
    try (LuceneArchive archive = LuceneArchive.open(folder);
        LuceneArchiveReader reader = LuceneArchiveReader.open(folder, clock::get)) {
      put(archive, article("a").paragraph("One."));
      archive.commit();
      assertEquals(0, reader.backend().counts().articles());
      clock.addAndGet(LuceneArchiveReader.REFRESH.toNanos());
      assertEquals(1, reader.backend().counts().articles());
      archive.delete(article("a").id());
      archive.commit();
      clock.addAndGet(LuceneArchiveReader.REFRESH.toNanos());
      assertEquals(0, reader.backend().counts().articles());
    }
  }

  @Test
  void articleIsNeverSeenHalfReplaced() throws Exception {
    try (LuceneArchive archive = LuceneArchive.open(folder);
        ExecutorService threads = Executors.newFixedThreadPool(3)) {
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        SampleArticle shorter = article("a" + i).paragraph("x");
        SampleArticle longer = article("a" + i).paragraph("x").paragraph("x").paragraph("x");
        put(archive, shorter);
        writers.add(threads.submit(() -> replaceOften(archive, shorter, longer)));
      }
      archive.commit();
      while (!writers.stream().allMatch(Future::isDone)) {
        for (int i = 0; i < 2; i++) {
          ArchivedArticle seen = archive.backend().article(article("a" + i).id()).orElseThrow();
          assertEquals(seen.document().paragraphs(), seen.paragraphs().size());
        }
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
      assertEquals(2, archive.backend().counts().articles());
    }
  }

  private static Boolean replaceOften(LuceneArchive archive, SampleArticle... versions)
      throws IOException {
    for (int i = 0; i < 40; i++) {
      put(archive, versions[i % versions.length]);
      archive.commit();
    }
    return true;
  }

  @Test
  void soundIndexHasNoProblems() throws IOException {
    try (LuceneArchive archive = LuceneArchive.open(folder)) {
      put(archive, article("a").title("T").paragraph("It rains.").said("It rains", "Ada Bell", ""));
      put(archive, article("b").paragraph("One."));
      put(archive, article("b").paragraph("Two.").paragraph("Three."));
      archive.commit();
    }
    var report = new LuceneIndexVerifier(folder).verify();
    assertEquals(List.of(), report.problems());
    assertEquals(
        List.of(2L, 4L, 1L), List.of(report.articles(), report.paragraphs(), report.quotations()));
  }

  @Test
  void articleThatIsNotWholeIsReported() throws IOException {
    try (LuceneArchive archive = LuceneArchive.open(folder)) {
      ArchivedArticle whole = article("a").paragraph("One.").paragraph("Two.").archived();
      archive.put(new ArchivedArticle(whole.document(), whole.paragraphs().subList(0, 1)));
      archive.commit();
    }
    assertEquals(
        List.of("a has 2 paragraphs, of which the index holds 1"),
        new LuceneIndexVerifier(folder).verify().problems());
  }

  @Test
  void damagedFileIsReported() throws IOException {
    try (LuceneArchive archive = LuceneArchive.open(folder)) {
      put(archive, article("a").paragraph("One."));
      archive.commit();
    }
    try (var files = Files.newDirectoryStream(folder, "*.cfs")) {
      for (Path file : files) {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
      }
    }
    assertTrue(!new LuceneIndexVerifier(folder).verify().sound());
  }
}
