package org.onrecord.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is remembered of feeds, by their addresses, in a file of JSON: the state of each, and of the
 * articles that it held last a digest by id, so that an article that has not changed is not taken
 * in again. Not safe for use by several threads.
 */
final class FeedMemory {
  private static final JsonMapper JSON = JsonMapper.shared();

  /**
   * Of one feed.
   *
   * @param articles digests by id
   */
  record Entry(FeedState state, Map<String, String> articles) {
    static final Entry NEW = new Entry(FeedState.NEW, Map.of());

    Entry {
      articles = Map.copyOf(articles);
    }
  }

  private final Path file;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /**
   * That of a file, which need not be there yet.
   *
   * @throws IOException if it cannot be read
   */
  FeedMemory(Path file) throws IOException {
    this.file = file;
    if (Files.exists(file)) {
      try {
        entries.putAll(
            JSON.readValue(Files.readAllBytes(file), new TypeReference<Map<String, Entry>>() {}));
      } catch (JacksonException e) {
        throw new IOException(
            file + " is broken; delete it, and feeds are read as if for the first time", e);
      }
    }
  }

  Entry of(String address) {
    return entries.getOrDefault(address, Entry.NEW);
  }

  /** Keeps it: the file is whole at any time. */
  void put(String address, Entry entry) throws IOException {
    entries.put(address, entry);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path next = file.resolveSibling(file.getFileName() + ".new");
    Files.write(next, JSON.writeValueAsBytes(entries));
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
