package org.onrecord.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks gzip, bzip2, zip and tar, one within the other, while they are read: nothing is kept and
 * nothing written. Within archives the same is left out as in folders. What unpacks to far too
 * much, lies too deep or has a name that leads out of the archive is refused.
 */
final class Unpacking {
  /** So many layers may lie around a file; {@code .tar.gz} has two. */
  private static final int DEEPEST = 4;

  /** Who is told of what is found. */
  interface Visitor {
    /**
     * A file that is not packed, or no further.
     *
     * @param name with those of the archives around it, {@code a.zip!b/c.xml}
     * @throws IOException if its bytes cannot be read
     */
    void file(InputStream bytes, String name, Optional<String> id) throws IOException;

    /** What cannot be read, and why. */
    void unreadable(String name, String reason);

    /** An archive without a file. */
    void empty(String name);
  }

  private final AtomicLong packed;
  private final AtomicLong[] unpacked =
      Stream.generate(AtomicLong::new).limit(DEEPEST + 1L).toArray(AtomicLong[]::new);
  private final Visitor visitor;

  /**
   * An unpacking of one file.
   *
   * @param packed how many bytes of it were read so far
   */
  Unpacking(AtomicLong packed, Visitor visitor) {
    this.packed = packed;
    this.visitor = visitor;
  }

  /**
   * Gives the file, or those in it.
   *
   * @throws IOException if the bytes themselves cannot be read any further
   */
  void unpack(InputStream raw, String name, Optional<String> id) throws IOException {
    unpack(raw, name, id, 0);
  }

  private void unpack(InputStream raw, String name, Optional<String> id, int layer)
      throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(raw, 1 << 16);
    bytes.mark(Packing.SEEN);
    byte[] start = bytes.readNBytes(Packing.SEEN);
    bytes.reset();
    Optional<Packing> packing = Packing.of(start);
    Optional<String> unknown = Packing.unknown(start);
    if (unknown.isPresent()) {
      visitor.unreadable(
          name,
          "it is packed by " + unknown.get() + ", which OnRecord cannot undo: unpack it first");
      return;
    }
    if (packing.isEmpty()) {
      visitor.file(bytes, name, id);
      return;
    }
    if (layer == DEEPEST) {
      visitor.unreadable(name, "it is packed more than " + DEEPEST + " times over");
      return;
    }
    switch (packing.get()) {
      case GZIP -> unpack(bounded(new GZIPInputStream(bytes, 1 << 16), layer), name, id, layer + 1);
      case BZIP2 ->
          unpack(bounded(new BZip2CompressorInputStream(bytes, true), layer), name, id, layer + 1);
      case ZIP -> entries(new ZipArchiveInputStream(bytes, "UTF-8", true, true), name, id, layer);
      case TAR -> entries(new TarArchiveInputStream(bytes), name, id, layer);
    }
  }

  private void entries(
      ArchiveInputStream<? extends ArchiveEntry> archive,
      String name,
      Optional<String> id,
      int layer)
      throws IOException {
    int files = 0;
    for (ArchiveEntry entry = next(archive); entry != null; entry = next(archive)) {
      String inner = name + "!" + entry.getName();
      if (files == 0 && isDocument(entry.getName())) {
        visitor.unreadable(
            name, "not an article format that OnRecord reads: an office document or a program");
        return;
      }
      if (entry.isDirectory() || entry instanceof TarArchiveEntry tar && !tar.isFile()) {
        continue;
      }
      files++;
      if (leadsOut(entry.getName())) {
        visitor.unreadable(inner, "refused: its name leads out of the archive");
      } else if (!isLeftOut(entry.getName())) {
        entry(archive, entry, inner, id, layer);
      }
    }
    if (files == 0) {
      visitor.empty(name);
    }
  }

  private static @Nullable ArchiveEntry next(ArchiveInputStream<? extends ArchiveEntry> archive)
      throws IOException {
    try {
      return archive.getNextEntry();
    } catch (IllegalArgumentException e) {
      throw new IOException("it is damaged (" + e.getMessage() + ")", e);
    }
  }

  private void entry(
      ArchiveInputStream<? extends ArchiveEntry> archive,
      ArchiveEntry entry,
      String name,
      Optional<String> id,
      int layer)
      throws IOException {
    if (!archive.canReadEntryData(entry)) {
      visitor.unreadable(name, "it is encrypted, or packed in a way that OnRecord cannot undo");
      return;
    }
    String below = FileName.of(entry.getName()).stem();
    try {
      unpack(
          bounded(archive, layer),
          name,
          Optional.of(id.map(i -> i + "/").orElse("") + below),
          layer + 1);
    } catch (BombException e) {
      visitor.unreadable(name, String.valueOf(e.getMessage()));
      throw new BombException("what is behind " + name + " was not read");
    } catch (IOException e) {
      // If it is the archive itself that is damaged, its next entry says so.
      visitor.unreadable(name, "cannot be read to its end: " + Faults.reason(e));
    }
  }

  private InputStream bounded(InputStream bytes, int layer) {
    return new UnpackedInput(bytes, packed, unpacked[layer]);
  }

  private static boolean isDocument(String first) {
    return first.equals("[Content_Types].xml")
        || first.equals("mimetype")
        || first.startsWith("META-INF/");
  }

  private static boolean leadsOut(String name) {
    return name.startsWith("/")
        || name.startsWith("\\")
        || name.matches("(?s)[A-Za-z]:.*")
        || name.indexOf('\0') >= 0
        || Arrays.asList(name.split("[/\\\\]", -1)).contains("..");
  }

  private static boolean isLeftOut(String name) {
    return Arrays.stream(name.split("/", -1))
            .anyMatch(part -> part.startsWith(".") && !part.equals(".") || part.equals("__MACOSX"))
        || FileName.of(name).accompanies();
  }
}
