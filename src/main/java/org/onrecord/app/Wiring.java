package org.onrecord.app;

import java.io.IOException;
import java.time.Duration;
import org.onrecord.api.ApiJson;
import org.onrecord.api.SearchBody;
import org.onrecord.cli.Knowledge;
import org.onrecord.cli.Ports;
import org.onrecord.ingest.ArticleAnalyzer;
import org.onrecord.ingest.ArticleDesk;
import org.onrecord.ingest.ArticleExtraction;
import org.onrecord.ingest.Corrections;
import org.onrecord.quotation.ModelFile;
import org.onrecord.registry.Registry;
import org.onrecord.registry.RegistryFormatException;
import org.onrecord.registry.RegistryLoader;
import org.onrecord.registry.Spellings;

/** What the commands get: the index in Lucene, the analysis, the service. */
final class Wiring {
  /** How long a command waits for a service that is writing, and a service for a command. */
  static final Duration PATIENCE = ArticleDesk.Limits.DEFAULT.patience();

  private Wiring() {}

  /**
   * The ports of the program.
   *
   * @param afterSignal what is done when a service has ended because the program was told to
   * @param patience how long who writes waits for another who does
   */
  static Ports ports(Runnable afterSignal, Duration patience) {
    LuceneArchives archives = new LuceneArchives(patience);
    return new Ports(
        archives,
        Wiring::analyzer,
        new ArchiveService(Wiring::extraction, afterSignal, patience),
        (request, result) -> ApiJson.text(SearchBody.of(request, result)));
  }

  private static ArticleAnalyzer analyzer(Knowledge knowledge, Corrections corrections)
      throws IOException {
    return extraction(knowledge).with(corrections);
  }

  private static ArticleExtraction extraction(Knowledge knowledge) throws IOException {
    Registry registry = RegistryLoader.builtIn();
    if (knowledge.registry().isPresent()) {
      try {
        registry = RegistryLoader.extend(registry, knowledge.registry().get());
      } catch (RegistryFormatException e) {
        throw new IOException(e.getMessage(), e);
      }
    }
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
