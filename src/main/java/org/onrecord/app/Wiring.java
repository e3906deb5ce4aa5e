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
import org.onrecord.ingest.ArticleAnalyzer;
import org.onrecord.ingest.ArticleExtraction;
import org.onrecord.ingest.Corrections;
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

  private Wiring() {}

  /**
   * The ports of the program.
   *
   * @param afterSignal what is done when a service has ended because the program was told to
   * @param patience how long who writes waits for another who does
   */
  static Ports ports(Runnable afterSignal, Duration patience) {
    return new Ports(
        index -> archive(index, patience),
        Wiring::analyzer,
        new ArchiveService(
            knowledge -> extraction(knowledge, ArchiveService::warn), afterSignal, patience),
        (request, result) -> ApiJson.text(SearchBody.of(request, result)));
  }

  private static ArchiveAccess archive(Path index, Duration patience) {
    return ClusterFile.isIn(index)
        ? new ClusterArchiveAccess(index, patience)
        : new LuceneArchiveAccess(index, patience);
  }

  private static ArticleAnalyzer analyzer(
      Knowledge knowledge, Corrections corrections, Consumer<String> warnings) throws IOException {
    return extraction(knowledge, warnings).with(corrections);
  }

  private static ArticleExtraction extraction(Knowledge knowledge, Consumer<String> warnings)
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
