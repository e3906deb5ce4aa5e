package org.onrecord.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.format.ReadResult.Accepted;
import org.onrecord.format.ReadResult.Rejected;

class ArticleSourceTest {
  private static final String TEXT = "date 2024-11-07\n\nThe minister spoke.\n";
  private static final String LINE =
      "{\"id\":\"j1\",\"date\":\"2024-11-07\",\"body\":\"The minister spoke.\"}\n";

  @TempDir private Path folder;

  @Test
  void folderIsReadInOrderWithPathsAsIds() throws IOException {
    write("b.txt", TEXT);
    write("2024/11/07/road.txt", TEXT);
    write("2024/11/07/bridge.text", TEXT);
    write("a.jsonl", LINE);
    assertEquals(
        List.of("2024/11/07/bridge", "2024/11/07/road", "j1", "b"), ids(folder.toString()));
  }

  @Test
  void fileNamedDirectlyIsKnownByItsName() throws IOException {
    assertEquals(List.of("road"), ids(write("2024/road.txt", TEXT).toString()));
  }

  @Test
  void fullStopsInANameAreNoExtension() throws IOException {
    write("story 7.11.2024", TEXT);
    write("v1.2.txt", TEXT);
    assertEquals(List.of("story 7.11.2024", "v1.2"), ids(folder.toString()));
  }

  @Test
  void gzipIsUnpackedWhateverItsName() throws IOException {
    Files.write(folder.resolve("a.jsonl.gz"), gzip(LINE));
    Files.write(folder.resolve("b.txt.gz"), gzip(TEXT));
    Files.write(folder.resolve("c.txt"), gzip(TEXT));
    assertEquals(List.of("j1", "b", "c"), ids(folder.toString()));
  }

  @Test
  void formatIsToldByContentWhereTheNameSaysNothing() throws IOException {
    write("one", TEXT);
    write("two.json", LINE);
    assertEquals(List.of("one", "j1"), ids(folder.toString()));
  }

  @Test
  void idsThatComeTwiceInAFileAreToldWithTheFirstPlace() throws IOException {
    String other = LINE.replace("spoke", "wrote");
    Path twice = write("twice.jsonl", LINE + "\n" + other + LINE.replace("j1", "j2"));
    write("other.jsonl", LINE);
    write("versions.jsonl", version(1) + version(2));
    List<String> warned = new ArrayList<>();
    List<String> taken = new ArrayList<>();
    new ArticleSource(
            List.of(folder.toString()),
            Optional.empty(),
            InputStream.nullInputStream(),
            ReadOptions.DEFAULT)
        .read(
            result -> {
              switch (result) {
                case ReadResult.Warned warning -> warned.add(warning.sentence());
                case Accepted(var article) -> taken.add(article.id().value());
                case Rejected rejected -> throw new AssertionError(rejected.sentence());
                case ReadResult.Skipped _ -> {}
              }
            });
    assertEquals(6, taken.size());
    assertEquals(
        List.of(
            twice
                + ", line 3: the id \"j1\" is also that of the article on line 1, whose place it"
                + " takes"),
        warned);
  }

  private static String version(int number) {
    return LINE.replace("\"body\"", "\"version\":\"" + number + "\",\"body\"");
  }

  @Test
  void namedFormatIsUsedForEveryFile() throws IOException {
    Path file = write("story.md", TEXT);
    assertEquals("story", id(read(Optional.of(ArticleFormat.TEXT), file.toString()).getFirst()));
  }

  @Test
  void otherKindsOfFilesAreRefused() throws IOException {
    write("report.pdf", "%PDF-1.7");
    write("table.XLS", "a,b");
    write("laid-out.json", "{\n  \"id\": 1\n}\n");
    Files.write(folder.resolve("binary"), new byte[] {1, 2, 3, 0});
    assertEquals(
        List.of(
            folder + "/binary: not an article format that OnRecord reads",
            folder + "/laid-out.json, line 1: no body: neither a member \"body\" nor \"text\"",
            folder + "/report.pdf: not an article format that OnRecord reads: .pdf",
            folder + "/table.XLS: not an article format that OnRecord reads: .xls"),
        refusals(folder.toString()));
  }

  @Test
  void hiddenAndAccompanyingFilesAreLeftOut() throws IOException {
    write(".gitkeep", "");
    write(".cache/x.txt", TEXT);
    write("README.txt", TEXT);
    write("Licence/LICENSE", TEXT);
    write("NOTICE.md", TEXT);
    assertEquals(List.of(), read(Optional.empty(), folder.toString()));
  }

  @Test
  void missingFileIsRefusedAndTheRestIsRead() throws IOException {
    Path there = write("there.txt", TEXT);
    List<ReadResult> results =
        read(Optional.empty(), folder + "/missing.txt", there.toString(), folder + "/no\0name");
    assertEquals(
        folder + "/missing.txt: there is no such file or folder",
        ((Rejected) results.get(0)).sentence());
    assertEquals("there", id(results.get(1)));
    assertTrue(
        ((Rejected) results.get(2)).reason().startsWith("is no file name: "), results::toString);
  }

  @Test
  void fileInALockedFolderIsDeniedAndNotMissing() throws IOException {
    Path there = write("locked/there.txt", TEXT);
    Path locked = folder.resolve("locked");
    Files.setPosixFilePermissions(locked, Set.of());
    try {
      assumeFalse(Files.exists(there), "whoever may read everything is not denied anything");
      List<ReadResult> results = read(Optional.empty(), there.toString());
      assertEquals(there + ": permission denied", ((Rejected) results.getFirst()).sentence());
    } finally {
      Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void linkThatLeadsNowhereIsRefused() throws IOException {
    Files.createSymbolicLink(folder.resolve("gone.txt"), folder.resolve("missing.txt"));
    assertEquals(
        List.of(folder + "/gone.txt: the link leads nowhere"), refusals(folder.toString()));
  }

  @Test
  void linksBackIntoTheFolderAreNotFollowed() throws IOException {
    write("sub/a.txt", TEXT);
    Files.createSymbolicLink(folder.resolve("sub/back"), folder);
    assertEquals(List.of("sub/a"), ids(folder.toString()));
  }

  @Test
  void linkedFoldersAreRead() throws IOException {
    write("real/a.txt", TEXT);
    Files.createSymbolicLink(folder.resolve("zlink"), folder.resolve("real"));
    assertEquals(List.of("real/a", "zlink/a"), ids(folder.toString()));
  }

  @Test
  void damagedGzipIsRefusedAfterItsGoodPart() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      lines.append(LINE.replace("j1", "j" + Integer.toHexString(i * 7919)));
    }
    byte[] packed = gzip(lines.toString());
    Path file = folder.resolve("cut.jsonl.gz");
    Files.write(file, Arrays.copyOf(packed, packed.length * 3 / 4));
    List<ReadResult> results = read(Optional.empty(), file.toString());
    assertTrue(results.size() > 1000, () -> "only " + results.size());
    assertEquals(
        file + ": cannot be read to its end: it ends in the middle",
        ((Rejected) results.getLast()).sentence());
  }

  @Test
  void standardInputHasAnIdMadeOfItsContent() {
    InputStream in = new ByteArrayInputStream(TEXT.getBytes(UTF_8));
    List<ReadResult> results = new ArrayList<>();
    new ArticleSource(List.of("-"), Optional.empty(), in).read(results::add);
    assertTrue(id(results.getFirst()).startsWith("sha256-"));
    assertEquals("-", results.getFirst().provenance().file());
  }

  @Test
  void bytesAreCountedAsTheyAreRead() throws IOException {
    write("a.txt", TEXT);
    write("b.jsonl", LINE);
    ArticleSource source =
        new ArticleSource(
            List.of(folder.toString()), Optional.empty(), InputStream.nullInputStream());
    source.read(_ -> {});
    assertEquals(TEXT.length() + LINE.length(), source.bytesRead());
    assertEquals(OptionalLong.of(source.bytesRead()), source.totalBytes());
  }

  private List<String> ids(String... names) {
    return read(Optional.empty(), names).stream().map(ArticleSourceTest::id).toList();
  }

  private List<String> refusals(String... names) {
    return read(Optional.empty(), names).stream().map(r -> ((Rejected) r).sentence()).toList();
  }

  private static List<ReadResult> read(Optional<ArticleFormat> format, String... names) {
    List<ReadResult> results = new ArrayList<>();
    new ArticleSource(List.of(names), format, InputStream.nullInputStream()).read(results::add);
    return results;
  }

  private static String id(ReadResult result) {
    return ((Accepted) result).article().id().value();
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    return Files.writeString(file, text);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
