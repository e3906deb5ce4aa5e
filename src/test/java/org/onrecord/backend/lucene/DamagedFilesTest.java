package org.onrecord.backend.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onrecord.search.SampleArticle.article;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.ArticleId;
import org.onrecord.backend.lucene.care.LuceneIndexVerifier;
import org.onrecord.backend.lucene.care.LuceneSnapshot;
import org.onrecord.backend.lucene.index.DocumentCodec;
import org.onrecord.backend.lucene.index.DocumentFields;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.LuceneFolder;
import org.onrecord.backend.lucene.index.NewsAnalyzer;
import org.onrecord.backend.lucene.index.WrittenArticle;
import org.onrecord.backup.BackupFolder;
import org.onrecord.backup.DamagedFileException;
import org.onrecord.backup.Restore;
import org.onrecord.query.QueryParser;
import org.onrecord.search.ArchiveUnavailableException;
import org.onrecord.search.MatchMode;
import org.onrecord.search.SampleArticle;
import org.onrecord.search.SearchRequest;

/**
 * One byte flipped, half of a file, no file at all: of each kind of file that an index is made of.
 * Each is found and named, and the backup brings the index back.
 */
class DamagedFilesTest {
  @TempDir Path home;
  private Path index;
  private BackupFolder backups;
  private List<Path> kept = List.of();

  /** An index of packed and of loose segments, with deletions and updates of copies' keys. */
  @BeforeEach
  void fill() throws IOException {
    index = home.resolve("index");
    backups = new BackupFolder(home.resolve("backups"), InstantSource.system());
    SampleArticle bridge = article("a").title("Bridge").in("The Harbour Post", "City");
    write(
        true,
        bridge.paragraph("It opens."),
        article("b").paragraph("It rains.").said("It rains", "Ruth Alder", "HP"));
    write(true, article("b").paragraph("It snows.").said("It snows", "Tom Birch", ""));
    write(
        false,
        article("c").title("Ferry").paragraph("It sails.").said("It sails", "Marta Quill", "FFL"));
    backups.add(() -> LuceneSnapshot.open(index), index);
    try (Stream<Path> all = Files.list(index)) {
      kept = all.filter(f -> !f.endsWith("write.lock")).toList();
    }
  }

  /** Adds a segment, and gives the first article's first paragraph another key. */
  private void write(boolean packed, SampleArticle... articles) throws IOException {
    IndexWriterConfig configuration =
        new IndexWriterConfig(NewsAnalyzer.create())
            .setUseCompoundFile(packed)
            .setMergePolicy(NoMergePolicy.INSTANCE);
    DocumentFields fields = new DocumentFields(new DocumentCodec(), new FacetFields());
    try (Directory directory = FSDirectory.open(index);
        IndexWriter writer = new IndexWriter(directory, configuration)) {
      for (SampleArticle article : articles) {
        writer.updateDocuments(
            new Term(Fields.ARTICLE, article.id().value()),
            fields.of(article.archived(), WrittenArticle.of(article.archived())));
      }
      writer.updateDocValues(
          new Term(Fields.ID, "a~p1"), new NumericDocValuesField(Fields.PASSAGE, 7L));
      writer.setLiveCommitData(LuceneFolder.commitData().entrySet());
      writer.commit();
    }
  }

  /** A file of each kind, by its ending or what stands before its number. */
  private Map<String, Path> kinds() throws IOException {
    Map<String, Path> kinds = new TreeMap<>();
    try (LuceneSnapshot snapshot = LuceneSnapshot.open(index)) {
      for (var file : snapshot.files()) {
        String name = file.name();
        kinds.put(
            name.startsWith("segments") ? "segments" : name.substring(name.lastIndexOf('.')),
            index.resolve(name));
      }
    }
    return kinds;
  }

  @Test
  void everyKindOfFileIsThere() throws IOException {
    assertTrue(
        kinds()
            .keySet()
            .containsAll(
                Set.of(
                    "segments",
                    ".si",
                    ".cfs",
                    ".cfe",
                    ".liv",
                    ".fnm",
                    ".fdt",
                    ".fdx",
                    ".fdm",
                    ".tim",
                    ".tip",
                    ".tmd",
                    ".doc",
                    ".pos",
                    ".nvd",
                    ".nvm",
                    ".dvd",
                    ".dvm",
                    ".kdd",
                    ".kdi",
                    ".kdm")),
        kinds().keySet()::toString);
    assertEquals(List.of(), new LuceneIndexVerifier(index).verify().problems());
  }

  @Test
  void flippedByteIsFoundAndNamed() throws IOException {
    for (Path file : kinds().values()) {
      byte[] whole = Files.readAllBytes(file);
      for (int at : new int[] {0, 5, whole.length / 2, whole.length - 3}) {
        byte[] flipped = whole.clone();
        flipped[at] ^= 4;
        Files.write(file, flipped);
        assertFoundAndNamed(file, "byte " + at);
      }
      Files.write(file, whole);
    }
  }

  @Test
  void halfAFileIsFoundAndNamed() throws IOException {
    for (Path file : kinds().values()) {
      byte[] whole = Files.readAllBytes(file);
      for (int length : new int[] {0, 3, whole.length / 2, whole.length - 1}) {
        Files.write(file, java.util.Arrays.copyOf(whole, length));
        assertFoundAndNamed(file, length + " bytes");
      }
      Files.write(file, whole);
    }
  }

  @Test
  void missingFileIsFoundAndNamed() throws IOException {
    for (Path file : kinds().values()) {
      byte[] whole = Files.readAllBytes(file);
      Files.delete(file);
      assertFoundAndNamed(file, "no file");
      Files.write(file, whole);
    }
  }

  private void assertFoundAndNamed(Path file, String what) throws IOException {
    String name = file.getFileName().toString();
    String where = name + ", " + what + ": ";
    String said;
    try {
      said = String.join("; ", new LuceneIndexVerifier(index).verify().problems());
    } catch (ArchiveUnavailableException e) {
      said = String.valueOf(e.getMessage());
      assertTrue(said.contains("onrecord restore"), where + said);
    }
    String named = name.startsWith("segments") ? "segments_" : name;
    assertTrue(said.contains(named), where + said);
    IOException refused =
        assertThrows(
            IOException.class, () -> backups.add(() -> LuceneSnapshot.open(index), index), where);
    assertTrue(
        refused instanceof DamagedFileException || refused instanceof ArchiveUnavailableException,
        where + refused);
    assertOpensOrSaysWhy(where);
    assertNothingIsTakenAway(file, where);
  }

  /** Who opens it all the same is told what is the matter, or searches what can be read. */
  private void assertOpensOrSaysWhy(String where) {
    for (Opening opening : List.<Opening>of(LuceneArchiveReader::open, LuceneArchive::open)) {
      try {
        opening.open(index).close();
      } catch (ArchiveUnavailableException e) {
        String said = e.getMessage();
        assertTrue(said != null && said.contains("onrecord check"), where + said);
      } catch (IOException e) {
        throw new AssertionError(where + e, e);
      }
    }
  }

  private interface Opening {
    java.io.Closeable open(Path folder) throws IOException;
  }

  private void assertNothingIsTakenAway(Path file, String where) throws IOException {
    List<Path> gone = new ArrayList<>();
    for (Path other : kept) {
      if (!other.equals(file) && !Files.exists(other)) {
        gone.add(other);
      }
    }
    assertEquals(List.of(), gone, where);
  }

  /** In the file itself, as a disk does it, under a reader that has it open. */
  @Test
  void damageUnderAReaderIsToldOrDoesNotMatter() throws Exception {
    int met = 0;
    int unclear = 0;
    for (Path file : kinds().values()) {
      byte[] whole = Files.readAllBytes(file);
      AtomicInteger told = new AtomicInteger();
      try (LuceneArchiveReader reader = LuceneArchiveReader.open(index)) {
        reader.whenDamaged(told::incrementAndGet);
        int from = whole.length / 3;
        byte[] noise = new byte[Math.min(40, whole.length - from)];
        new Random(1).nextBytes(noise);
        overwrite(file, from, noise);
        for (Question question : questions()) {
          switch (outcome(reader, question, file + " from " + from)) {
            case ANSWERED -> {}
            case TOLD -> met++;
            case UNCLEAR -> unclear++;
          }
        }
        assertEquals(reader.isDamaged() ? 1 : 0, told.get());
      } finally {
        overwrite(file, 0, whole);
      }
    }
    assertTrue(met > 5 && unclear < met, "met " + met + ", unclear " + unclear);
    try (LuceneArchiveReader reader = LuceneArchiveReader.open(index)) {
      for (Question question : questions()) {
        assertEquals(Outcome.ANSWERED, outcome(reader, question, "whole"));
      }
      assertFalse(reader.isDamaged());
    }
  }

  private interface Question {
    Object ask(LuceneArchiveReader reader) throws Exception;
  }

  private static List<Question> questions() {
    List<Question> all = new ArrayList<>();
    for (String id : List.of("a", "c")) {
      all.add(reader -> reader.backend().article(new ArticleId(id)));
    }
    for (String q : List.of("", "\"it sails\"", "sn* NEAR/3 it")) {
      SearchRequest request = SearchRequest.of(q);
      all.add(reader -> reader.backend().search(request, QueryParser.parse(q), MatchMode.ALL));
    }
    return all;
  }

  private enum Outcome {
    ANSWERED,
    TOLD,
    /** What was read is wrong, and only its checksum says so. */
    UNCLEAR
  }

  private static Outcome outcome(LuceneArchiveReader reader, Question question, String where)
      throws Exception {
    try {
      question.ask(reader);
      return Outcome.ANSWERED;
    } catch (ArchiveUnavailableException e) {
      assertEquals(ArchiveUnavailableException.Reason.DAMAGED, e.reason(), where);
      assertTrue(reader.isDamaged(), where);
      return Outcome.TOLD;
    } catch (RuntimeException | Error e) {
      return Outcome.UNCLEAR;
    }
  }

  private static void overwrite(Path file, int from, byte[] bytes) throws IOException {
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.seek(from);
      out.write(bytes);
    }
  }

  @Test
  void backupBringsItBack() throws IOException {
    for (Path file : kinds().values()) {
      Files.delete(file);
    }
    Path restored = home.resolve("restored");
    new Restore(backups, LuceneIndexVerifier::new)
        .run(backups.generation(Optional.empty()), Set.of(), restored);
    assertEquals(List.of(), new LuceneIndexVerifier(restored).verify().problems());
    try (LuceneArchiveReader reader = LuceneArchiveReader.open(restored)) {
      assertEquals(3, reader.backend().counts().articles());
    }
    assertFalse(Files.exists(restored.resolve("write.lock")));
  }
}
