package org.onrecord.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.onrecord.format.ReadResult.Accepted;

/** Articles in archives, one in the other, and what is in them beside. */
class UnpackingTest {
  private static final String LINE =
      "{\"id\":\"%s\",\"date\":\"2024-11-07\",\"body\":\"The ferry is back.\"}\n";
  private static final String TEXT = "date 2024-11-07\n\nThe ferry is back.\n";

  /** Writes packed bytes. */
  private interface Packer {
    void pack(OutputStream out) throws IOException;
  }

  @Test
  void bzip2IsUnpacked() throws IOException {
    byte[] packed =
        packed(
            out -> {
              try (OutputStream bzip2 = new BZip2CompressorOutputStream(out)) {
                bzip2.write(LINE.formatted("j1").getBytes(UTF_8));
              }
            });
    assertEquals(List.of("j1"), told(packed));
  }

  @Test
  void whatCannotBeUnpackedIsToldByName() throws IOException {
    byte[] zstandard = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0, 1, 2};
    byte[] xz = {(byte) 0xFD, '7', 'z', 'X', 'Z', 0, 0, 1};
    for (Map.Entry<String, byte[]> each : Map.of("Zstandard", zstandard, "xz", xz).entrySet()) {
      List<String> told = told(each.getValue());
      assertTrue(told.getFirst().contains("packed by " + each.getKey()), told::toString);
      assertEquals(1, told.size());
    }
  }

  @Test
  void articlesInAZipAreKnownByTheirPath() throws IOException {
    byte[] zip =
        zip(
            Map.of(
                "2024/ferry.txt", TEXT,
                "a.jsonl", LINE.formatted("j1"),
                "README.md", "Not this.",
                ".hidden/x.txt", TEXT,
                "__MACOSX/y.txt", TEXT));
    assertEquals(List.of("2024/ferry", "j1"), told(zip));
  }

  @Test
  void faultNamesTheEntryAndTheLineAndTheRestIsRead() throws IOException {
    byte[] zip =
        zip(
            new TreeMap<>(
                Map.of(
                    "1.xml",
                    "<nitf>\n<body>\n</nitf>",
                    "2.jsonl",
                    LINE.formatted("j1") + "{oops}\n",
                    "3.txt",
                    TEXT,
                    "4.jpg",
                    "\u00ff\u00d8\u00ff")));
    List<String> told = told(zip);
    assertTrue(told.getFirst().startsWith("in!1.xml, line 3: broken XML: "), told::toString);
    assertEquals("j1", told.get(1));
    assertTrue(
        told.get(2).startsWith("in!2.jsonl, line 2: broken JSON at column "), told::toString);
    assertEquals("3", told.get(3));
  }

  @Test
  void zipInATarInAGzipIsRead() throws IOException {
    byte[] zip = zip(Map.of("ferry.txt", TEXT));
    byte[] tar =
        packed(
            out -> {
              try (TarArchiveOutputStream entries =
                  new TarArchiveOutputStream(new GZIPOutputStream(out))) {
                TarArchiveEntry entry = new TarArchiveEntry("november/week.zip");
                entry.setSize(zip.length);
                entries.putArchiveEntry(entry);
                entries.write(zip);
                entries.closeArchiveEntry();
              }
            });
    assertEquals(List.of("november/week/ferry"), told(tar));
  }

  @Test
  void nameThatLeadsOutOfTheArchiveIsRefused() throws IOException {
    for (String name : List.of("../../etc/ferry.txt", "/ferry.txt", "C:/ferry.txt")) {
      assertEquals(
          List.of("in!" + name + ": refused: its name leads out of the archive"),
          told(zip(Map.of(name, TEXT))));
    }
  }

  @Test
  void bombIsRefusedWithItsEntry() throws IOException {
    byte[] zip =
        packed(
            out -> {
              try (ZipOutputStream entries = new ZipOutputStream(out)) {
                entries.putNextEntry(new ZipEntry("bomb.jsonl"));
                byte[] blanks = " ".repeat(1 << 20).getBytes(UTF_8);
                for (int i = 0; i < 100; i++) {
                  entries.write(blanks);
                }
                entries.closeEntry();
              }
            });
    List<String> told = told(zip);
    assertTrue(
        told.getFirst().startsWith("in!bomb.jsonl: it unpacks to more than 200 times its size"),
        told::toString);
  }

  @Test
  void archivesWithinArchivesEndSomewhere() throws IOException {
    byte[] zip = TEXT.getBytes(UTF_8);
    for (int i = 0; i < 6; i++) {
      byte[] inner = zip;
      zip =
          packed(
              out -> {
                try (ZipOutputStream entries = new ZipOutputStream(out)) {
                  entries.putNextEntry(new ZipEntry("in.zip"));
                  entries.write(inner);
                  entries.closeEntry();
                }
              });
    }
    assertEquals(
        List.of("in!in.zip!in.zip!in.zip!in.zip: it is packed more than 4 times over"), told(zip));
  }

  @Test
  void emptyZipIsSkippedAndACutOneRefused() throws IOException {
    assertEquals(List.of("in: empty"), told(zip(Map.of())));
    byte[] whole = zip(Map.of("ferry.jsonl", LINE.formatted("j1").repeat(1)));
    List<String> cut = told(Arrays.copyOf(whole, 60));
    assertTrue(cut.getLast().contains("cannot be read to its end"), cut::toString);
  }

  @Test
  void officeDocumentIsNoArchiveOfArticles() throws IOException {
    assertEquals(
        List.of("in: not an article format that OnRecord reads: an office document or a program"),
        told(zip(Map.of("[Content_Types].xml", "<Types/>"))));
  }

  /** The ids of what is read, and the sentences about what is not. */
  private static List<String> told(byte[] bytes) {
    List<String> told = new ArrayList<>();
    ArticleSource source =
        new ArticleSource(List.of("-"), Optional.empty(), new ByteArrayInputStream(bytes));
    source.read(
        result ->
            told.add(
                switch (result) {
                  case Accepted accepted -> accepted.article().id().value();
                  case ReadResult.Rejected rejected -> rejected.sentence().replaceFirst("^-", "in");
                  case ReadResult.Skipped skipped -> skipped.sentence().replaceFirst("^-", "in");
                  case ReadResult.Warned warned -> warned.sentence();
                }));
    return told;
  }

  private static byte[] zip(Map<String, String> files) throws IOException {
    return packed(
        out -> {
          try (ZipOutputStream entries = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
              entries.putNextEntry(new ZipEntry(file.getKey()));
              entries.write(file.getValue().getBytes(UTF_8));
              entries.closeEntry();
            }
          }
        });
  }

  private static byte[] packed(Packer packer) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    packer.pack(bytes);
    return bytes.toByteArray();
  }
}
