package org.onrecord.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.onrecord.api.ApiJson;
import org.onrecord.api.SearchBody;
import org.onrecord.backend.opensearch.ClusterFile;
import org.onrecord.cli.ArchiveAccess;
import org.onrecord.cli.Ports;
import org.onrecord.cli.option.Knowledge;
import org.onrecord.ingest.ArticleExtraction;
import org.onrecord.ingest.WriteLimits;
import org.onrecord.quotation.ModelFile;
import org.onrecord.registry.LoadedRegistry;
import org.onrecord.registry.Registry;
import org.onrecord.registry.RegistryLoader;
import org.onrecord.registry.Spellings;

/** What the commands get: the index in Lucene, the analysis, the service. */
final class Wiring {
  /** How long a command waits for a service that is writing, and a service for a command. */
  static final Duration PATIENCE = WriteLimits.DEFAULT.patience();

  /** How the program comes by an analysis. */
  @FunctionalInterface
  interface Extractions {
    /**
     * An analysis that knows this.
     *
     * @param warnings told what is wrong in a file and was left out
     * @throws IOException if a file cannot be read
     */
    ArticleExtraction of(Knowledge knowledge, Consumer<String> warnings) throws IOException;
  }

  private Wiring() {}

  /**
   * The ports of the program.
   *
   * @param afterSignal what is done when a service has ended because the program was told to
   * @param patience how long who writes waits for another who does
   */
  static Ports ports(Runnable afterSignal, Duration patience) {
    return ports(afterSignal, patience, Wiring::extraction);
  }

  /** The same with another way to an analysis. */
  static Ports ports(Runnable afterSignal, Duration patience, Extractions extractions) {
    return new Ports(
        index -> archive(index, patience),
        (knowledge, corrections, warnings) -> extractions.of(knowledge, warnings).with(corrections),
        new ArchiveService(
            knowledge -> extractions.of(knowledge, ArchiveService::warn), afterSignal, patience),
        (request, result) -> ApiJson.text(SearchBody.of(request, result)));
  }

  private static ArchiveAccess archive(Path index, Duration patience) {
    return ClusterFile.isIn(index)
        ? new ClusterArchiveAccess(index, patience)
        : new LuceneArchiveAccess(index, patience);
  }

  /** Loads what an analysis knows; what is wrong in its files is told. */
  static ArticleExtraction extraction(Knowledge knowledge, Consumer<String> warnings)
      throws IOException {
    LoadedRegistry loaded = RegistryLoader.builtInWith(knowledge.registry().files());
    loaded.problems().forEach(warnings);
    Registry registry = loaded.registry().finding(knowledge.registry().countries());
    Spellings spellings =
        switch (knowledge.variants()) {
          case ON -> Spellings.VARIANTS;
          case OFF -> Spellings.EXACT;
        };
    return new ArticleExtraction(
            ModelFile.readOrShipped(knowledge.model()), registry.finding(spellings))
        .saying(ReadWith.of(knowledge));
  }
}
