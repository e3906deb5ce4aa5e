package org.onrecord.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.OwnerOnly;

/**
 * A folder of backups. Each file lies in {@code files/} once, under its SHA-256, whichever backups
 * it belongs to; {@code backups/} holds a {@link Manifest} a backup, which is written last. All are
 * their owner's alone. One process at a time adds or takes away.
 */
public final class BackupFolder {
  static final String MANIFEST = ".jsonl";

  private static final String LOCK = "lock";
  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path folder;
  private final InstantSource clock;

  /** A folder that the first backup makes. */
  public BackupFolder(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * Adds a backup: of the index what was committed last, then of the files beside it what is there
   * then, so that a log is never older than the index. Only what no earlier backup has is copied.
   *
   * @param index the folder of the index
   * @throws DamagedFileException if a file of the index is damaged; the backups are as they were
   * @throws IOException if the index cannot be read or the backup not be written
   */
  public BackupReport add(SnapshotSource source, Path index) throws IOException {
    refuseOthersFolder();
    makeFolders();
    try (FileChannel channel = locked();
        Snapshot snapshot = source.open()) {
      List<Snapshot.Content> contents = new ArrayList<>(snapshot.files());
      contents.addAll(SideFile.in(index, snapshot));
      List<BackupFile> files = new ArrayList<>();
      List<Snapshot.Content> missing = new ArrayList<>();
      Set<String> known = new HashSet<>();
      for (Snapshot.Content content : contents) {
        BackupFile file =
            new BackupFile(
                content.name(), content.length(), copy(content, OutputStream.nullOutputStream()));
        files.add(file);
        if (!isThere(file) && known.add(file.sha256())) {
          missing.add(content);
        }
      }
      long bytes = missing.stream().mapToLong(Snapshot.Content::length).sum();
      DiskSpace.require(folder, bytes, "the backup");
      for (Snapshot.Content content : missing) {
        store(content);
      }
      Instant made = clock.instant().truncatedTo(ChronoUnit.SECONDS);
      Generation generation = new Generation(newId(made), made, files);
      write(manifest(generation.id()), Manifest.write(generation));
      return new BackupReport(generation, missing.size(), bytes);
    }
  }

  private void refuseOthersFolder() throws IOException {
    if (Files.isDirectory(folder) && !Files.isDirectory(folder.resolve("backups"))) {
      try (Stream<Path> all = Files.list(folder)) {
        if (all.anyMatch(file -> !file.getFileName().toString().startsWith("."))) {
          throw new IOException(
              folder + " holds other things than backups: name an empty or a new folder");
        }
      }
    }
  }

  private void makeFolders() throws IOException {
    OwnerOnly.makeFolder(folder);
    OwnerOnly.makeFolder(folder.resolve("files"));
    OwnerOnly.makeFolder(folder.resolve("backups"));
  }

  private FileChannel locked() throws IOException {
    FileChannel channel =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException _) {
      // held by this very process
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
    if (lock == null) {
      throw new IOException("another backup into " + folder + " is under way: wait until it ends");
    }
    return channel;
  }

  /** Where it is. */
  public Path path() {
    return folder;
  }

  private static String copy(Snapshot.Content content, OutputStream to) throws IOException {
    DigestStream digest = new DigestStream(to);
    content.copyTo(digest);
    return digest.text();
  }

  private boolean isThere(BackupFile file) throws IOException {
    Path stored = stored(file);
    return Files.isRegularFile(stored) && Files.size(stored) == file.length();
  }

  private void store(Snapshot.Content content) throws IOException {
    Path unfinished = unfinished();
    try {
      String sha256;
      try (FileChannel channel = create(unfinished);
          OutputStream out = Channels.newOutputStream(channel)) {
        sha256 = copy(content, out);
        channel.force(true);
      }
      Path stored = stored(new BackupFile(content.name(), content.length(), sha256));
      Files.createDirectories(stored.getParent());
      Files.move(
          unfinished, stored, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      force(stored.getParent());
      force(folder.resolve("files"));
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private void write(Path file, byte[] bytes) throws IOException {
    Path unfinished = unfinished();
    try {
      try (FileChannel channel = create(unfinished)) {
        for (ByteBuffer left = ByteBuffer.wrap(bytes); left.hasRemaining(); ) {
          channel.write(left);
        }
        channel.force(true);
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      force(file.getParent());
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private Path unfinished() throws IOException {
    Path unfinished = folder.resolve("unfinished");
    Files.deleteIfExists(unfinished);
    return unfinished;
  }

  private static FileChannel create(Path file) throws IOException {
    return FileChannel.open(
        file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OwnerOnly.of(file));
  }

  /** Makes the names in a folder safe from power loss, where a folder can be opened to that end. */
  static void force(@Nullable Path folder) throws IOException {
    if (folder != null && folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private String newId(Instant made) {
    String first = ID.format(made);
    String id = first;
    for (int i = 2; Files.exists(manifest(id)); i++) {
      id = first + "-" + i;
    }
    return id;
  }

  private Path manifest(String id) {
    return folder.resolve("backups").resolve(id + MANIFEST);
  }

  private Path stored(BackupFile file) {
    return folder.resolve("files").resolve(file.sha256().substring(0, 2)).resolve(file.sha256());
  }

  /** The names of the backups, the oldest first. */
  public List<String> ids() throws IOException {
    Path backups = folder.resolve("backups");
    if (!Files.isDirectory(backups)) {
      throw new IOException("there are no backups in " + folder + "; onrecord backup makes them");
    }
    try (Stream<Path> files = Files.list(backups)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(MANIFEST))
          .map(name -> name.substring(0, name.length() - MANIFEST.length()))
          .sorted(BackupFolder::byTime)
          .toList();
    }
  }

  private static int byTime(String a, String b) {
    int bySecond =
        a.substring(0, Math.min(16, a.length()))
            .compareTo(b.substring(0, Math.min(16, b.length())));
    return bySecond != 0
        ? bySecond
        : a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
  }

  /**
   * A backup by its name, or the newest.
   *
   * @throws IOException if there is none of that name
   * @throws DamagedFileException if its manifest is damaged
   */
  public Generation generation(Optional<String> id) throws IOException {
    List<String> ids = ids();
    if (id.isPresent() ? !ids.contains(id.get()) : ids.isEmpty()) {
      throw new IOException(
          id.map(i -> "there is no backup " + i + " in " + folder)
                  .orElse("there is no backup in " + folder)
              + (ids.isEmpty() ? "" : "; there are " + String.join(", ", ids)));
    }
    return Manifest.read(manifest(id.orElseGet(ids::getLast)));
  }

  /** A file as it was stored; nobody has compared it with its digest yet. */
  InputStream open(BackupFile file) throws IOException {
    try {
      return Files.newInputStream(stored(file));
    } catch (NoSuchFileException e) {
      throw new DamagedFileException(damaged(file) + "is missing", e);
    }
  }

  /**
   * Which snapshot on a cluster a backup stands for; empty where it holds an index.
   *
   * @throws DamagedFileException if that file of it is damaged
   */
  public Optional<SnapshotPointer> pointer(Generation generation) throws IOException {
    for (BackupFile file : generation.files()) {
      if (file.name().equals(SnapshotPointer.FILE)) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new StoredCopy(this).copy(file, bytes);
        return Optional.of(SnapshotPointer.read(bytes.toByteArray()));
      }
    }
    return Optional.empty();
  }

  String damaged(BackupFile file) {
    return "the backup of " + file.name() + ", " + stored(file) + ", ";
  }

  /**
   * Compares a backup's files with their digests.
   *
   * @return what is wrong, a sentence a file
   */
  public List<String> verify(Generation generation) throws IOException {
    List<String> problems = new ArrayList<>();
    for (BackupFile file : generation.files()) {
      DigestStream digest = new DigestStream(OutputStream.nullOutputStream());
      try (InputStream in = open(file)) {
        in.transferTo(digest);
        if (!digest.text().equals(file.sha256())) {
          problems.add(
              damaged(file)
                  + "is damaged. Delete it: the next backup copies it anew if the index still has"
                  + " it");
        }
      } catch (DamagedFileException e) {
        problems.add(e.getMessage() + ". The next backup copies it anew if the index still has it");
      }
    }
    return problems;
  }

  /** What else is taken away with backups, while nobody else adds or takes away. */
  @FunctionalInterface
  public interface Sweep {
    /** Takes away what none of these backups needs. */
    void leave(List<Generation> kept) throws IOException;
  }

  /**
   * Takes away all but the newest backups, and the files that none of these needs.
   *
   * @param keep how many stay, at least 1
   * @return the names of those taken away
   * @throws DamagedFileException if a manifest that stays is damaged; nothing was taken away
   */
  public List<String> prune(int keep, Sweep sweep) throws IOException {
    if (keep < 1) {
      throw new IllegalArgumentException("at least one backup is kept, not " + keep);
    }
    List<String> ids = ids();
    List<String> old = ids.subList(0, Math.max(0, ids.size() - keep));
    try (FileChannel lock = locked()) {
      List<Generation> kept = new ArrayList<>();
      for (String id : ids.subList(old.size(), ids.size())) {
        kept.add(Manifest.read(manifest(id)));
      }
      Set<Path> needed = new HashSet<>();
      kept.forEach(one -> one.files().forEach(file -> needed.add(stored(file))));
      for (String id : old) {
        Files.delete(manifest(id));
      }
      force(folder.resolve("backups"));
      sweep.leave(kept);
      try (Stream<Path> all = Files.walk(folder.resolve("files"))) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          if (!needed.contains(file)) {
            Files.delete(file);
          }
        }
      }
      return List.copyOf(old);
    }
  }
}
