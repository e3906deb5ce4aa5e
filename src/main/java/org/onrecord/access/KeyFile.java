package org.onrecord.access;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.OwnerOnly;

/**
 * The file {@code keys.jsonl} beside an index, a key a line, which its owner alone can read. It is
 * replaced as a whole, and what another process changes in it holds from the next request on. Safe
 * for use by several threads and processes: who changes it holds the lock of {@code
 * keys.jsonl.lock} meanwhile.
 */
public final class KeyFile implements ApiKeys {
  /** The file's name. */
  public static final String FILE = "keys.jsonl";

  private final Path file;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private @Nullable State read;
  private List<ApiKey> keys = List.of();

  /** What tells whether the file has changed. */
  private record State(long size, FileTime modified, @Nullable Object file) {}

  /**
   * The keys of an index.
   *
   * @param index the index's folder; the file in it is made by the first key
   */
  public KeyFile(Path index, InstantSource clock) {
    this.file = index.resolve(FILE);
    this.clock = clock;
  }

  @Override
  public synchronized List<ApiKey> keys() throws IOException {
    State now = state();
    if (now == null) {
      keys = List.of();
    } else if (!now.equals(read)) {
      keys = parse(lines());
    }
    read = now;
    return keys;
  }

  private List<String> lines() throws IOException {
    try {
      return Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw new IOException(file + " is not UTF-8: restore the file", e);
    }
  }

  @Override
  public Optional<ApiKey> find(String secret) throws IOException {
    return keys().stream()
        .filter(key -> secret.startsWith("onr_" + key.id() + "_") && key.isOf(secret))
        .findFirst();
  }

  @Override
  public ApiKey.Made add(String name, Role role, KeyBounds bounds) throws IOException {
    return alone(() -> addAlone(name, role, bounds));
  }

  private ApiKey.Made addAlone(String name, Role role, KeyBounds bounds) throws IOException {
    List<ApiKey> all = new ArrayList<>(keys());
    if (all.stream().anyMatch(key -> key.name().equals(name))) {
      throw new IllegalArgumentException(
          "there is a key \"" + name + "\" already: revoke it first, or take another name");
    }
    Instant created = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    ApiKey.Made made = ApiKey.make(name, role, bounds, created, random);
    all.add(made.key());
    write(all);
    return made;
  }

  @Override
  public Optional<ApiKey> revoke(String idOrName) throws IOException {
    return alone(() -> revokeAlone(idOrName));
  }

  private Optional<ApiKey> revokeAlone(String idOrName) throws IOException {
    List<ApiKey> all = new ArrayList<>(keys());
    Optional<ApiKey> found =
        all.stream()
            .filter(key -> key.id().equals(idOrName) || key.name().equals(idOrName))
            .findFirst();
    if (found.isPresent()) {
      all.remove(found.get());
      write(all);
    }
    return found;
  }

  private interface Change<T> {
    T make() throws IOException;
  }

  /** Makes a change while nobody else does. A lock of this program's own is waited for, too. */
  private <T> T alone(Change<T> change) throws IOException {
    synchronized (KeyFile.class) {
      try (FileChannel channel =
              FileChannel.open(
                  file.resolveSibling(FILE + ".lock"),
                  Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                  OwnerOnly.of(file));
          FileLock _ = channel.lock()) {
        synchronized (this) {
          read = null;
          return change.make();
        }
      }
    }
  }

  private @Nullable State state() throws IOException {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return new State(now.size(), now.lastModifiedTime(), now.fileKey());
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  private List<ApiKey> parse(List<String> lines) throws IOException {
    List<ApiKey> parsed = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      try {
        parsed.add(KeyLine.read(lines.get(i)));
      } catch (RuntimeException e) {
        throw new IOException(
            file + ", line " + (i + 1) + " is no key: restore the file, or remove that line", e);
      }
    }
    return List.copyOf(parsed);
  }

  private void write(List<ApiKey> all) throws IOException {
    StringBuilder text = new StringBuilder();
    for (ApiKey key : all) {
      text.append(KeyLine.written(key)).append('\n');
    }
    Path next = file.resolveSibling(FILE + ".new");
    Files.deleteIfExists(next);
    try (FileChannel channel =
        FileChannel.open(
            next,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            OwnerOnly.of(file))) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.toString());
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
