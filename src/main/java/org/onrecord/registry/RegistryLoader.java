package org.onrecord.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads registries: the built-in one, Popolo JSON ({@code .json}) and CSV ({@code .csv}), both in
 * UTF-8.
 */
public final class RegistryLoader {
  private static final String BUILT_IN = "registry.tsv";

  /** What was read last, as long as somebody uses it. */
  private static WeakReference<@Nullable Registry> read = new WeakReference<>(null);

  private RegistryLoader() {}

  /**
   * The registry that comes with OnRecord. Who asks while another uses it gets the same one;
   * otherwise it is read anew.
   */
  public static synchronized Registry builtIn() {
    Registry known = read.get();
    if (known == null) {
      try (InputStream in = openBuiltIn()) {
        known = RegistryTsvReader.read(BUILT_IN, in.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      read = new WeakReference<>(known);
    }
    return known;
  }

  /**
   * The registry that comes with OnRecord and these files over it, a later one over an earlier.
   *
   * @throws RegistryFormatException if a file is no registry
   * @throws IOException if one cannot be read
   */
  public static LoadedRegistry builtInWith(List<Path> files) throws IOException {
    LoadedRegistry loaded = new LoadedRegistry(builtIn(), List.of());
    List<String> problems = new ArrayList<>();
    for (Path file : files) {
      loaded = extend(loaded.registry(), file);
      problems.addAll(loaded.problems());
    }
    return new LoadedRegistry(loaded.registry(), problems);
  }

  /** The bytes of {@link #builtIn()}. */
  public static InputStream openBuiltIn() {
    InputStream in = RegistryLoader.class.getResourceAsStream(BUILT_IN);
    if (in == null) {
      throw new IllegalStateException(BUILT_IN + " is missing from the class path");
    }
    return in;
  }

  /**
   * Reads a file that stands for itself.
   *
   * @throws RegistryFormatException if it is no registry
   * @throws IOException if it cannot be read
   */
  public static LoadedRegistry load(Path file) throws IOException {
    return extend(Registry.empty(), file);
  }

  /**
   * Reads a file and merges it over a registry, to whose parties and organisations it may refer: by
   * id, in CSV by name too. What is wrong in it is left out and told.
   *
   * @throws RegistryFormatException if it is no registry
   * @throws IOException if it cannot be read
   */
  public static LoadedRegistry extend(Registry base, Path file) throws IOException {
    RegistryProblems problems = new RegistryProblems(String.valueOf(file.getFileName()));
    Registry merged = RegistryMerge.of(base, read(file, base, problems));
    return new LoadedRegistry(merged, problems.list());
  }

  /**
   * Merges two registries. A person of the later is the earlier's of the same id, else of the same
   * Wikidata identifier (and keeps the earlier's id), else somebody else, even of the same name.
   * What the later states wins, all memberships together; what it leaves out stays; aliases add up.
   * So with parties, matched by id.
   */
  public static Registry merge(Registry earlier, Registry later) {
    return RegistryMerge.of(earlier, RegistryDraft.of(later));
  }

  private static RegistryDraft read(Path file, Registry known, RegistryProblems problems)
      throws IOException {
    String name = String.valueOf(file.getFileName());
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".json")) {
      try (InputStream in = Files.newInputStream(file)) {
        return PopoloReader.read(in, RegistryDraft.of(known), problems);
      }
    }
    if (lower.endsWith(".csv")) {
      try (Reader in = withoutMark(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
        return CsvReader.read(name, in, known, problems);
      } catch (CharacterCodingException e) {
        RegistryFormatException exception =
            new RegistryFormatException(List.of(name + ": is not UTF-8"));
        exception.initCause(e);
        throw exception;
      }
    }
    throw new RegistryFormatException(
        List.of(name + ": a registry's name ends in .json (Popolo) or .csv"));
  }

  /** Skips a byte order mark. */
  private static Reader withoutMark(Reader reader) throws IOException {
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }
}
