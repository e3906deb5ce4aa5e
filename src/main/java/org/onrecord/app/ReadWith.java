package org.onrecord.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.onrecord.article.Sha256;
import org.onrecord.cli.option.Knowledge;
import org.onrecord.cli.option.RegistryChoice;
import org.onrecord.ingest.ArticleExtraction;
import org.onrecord.quotation.ModelFile;
import org.onrecord.registry.RegistryLoader;

/** What articles are read with, as text: the same as long as they would be read alike. */
final class ReadWith {
  private static final int DIGITS = 12;

  private ReadWith() {}

  /**
   * Digests of all that is known.
   *
   * @throws IOException if a file cannot be read
   */
  static String of(Knowledge knowledge) throws IOException {
    return String.join(
        "; ",
        "program " + ArticleExtraction.VERSION,
        "model " + digest(ModelFile.open(knowledge.model())),
        "registry " + digest(RegistryLoader.openBuiltIn()),
        "added registry " + added(knowledge.registry()),
        "setting of variants " + knowledge.variants().name().toLowerCase(Locale.ROOT));
  }

  private static String added(RegistryChoice choice) throws IOException {
    List<String> parts = new ArrayList<>();
    for (Path file : choice.files()) {
      parts.add(digest(Files.newInputStream(file)));
    }
    if (!choice.countries().isEmpty()) {
      parts.add("of " + String.join(",", new TreeSet<>(choice.countries())));
    }
    return parts.isEmpty() ? "none" : String.join(" ", parts);
  }

  /** The same, where it can be told. */
  static Optional<String> ifReadable(Knowledge knowledge) {
    try {
      return Optional.of(of(knowledge));
    } catch (IOException _) {
      // Whoever reads an article with it says why.
      return Optional.empty();
    }
  }

  private static String digest(InputStream bytes) throws IOException {
    try (bytes) {
      return Sha256.hex(bytes.readAllBytes(), DIGITS);
    }
  }
}
