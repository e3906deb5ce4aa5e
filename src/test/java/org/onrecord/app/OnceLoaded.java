package org.onrecord.app;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.onrecord.article.Lazy;
import org.onrecord.cli.Ports;
import org.onrecord.cli.option.Knowledge;
import org.onrecord.ingest.ArticleExtraction;

/**
 * The ports of the program for commands and services that follow each other within one Java
 * machine: what comes with OnRecord is loaded for the first of them. What a file says is read anew
 * each time, as it may have changed.
 */
final class OnceLoaded {
  private static final Map<Knowledge, Lazy<ArticleExtraction>> LOADED = new ConcurrentHashMap<>();

  private OnceLoaded() {}

  static Ports ports(Duration patience) {
    return Wiring.ports(() -> {}, patience, OnceLoaded::extraction);
  }

  private static ArticleExtraction extraction(Knowledge knowledge, Consumer<String> warnings)
      throws IOException {
    return knowledge.model().isPresent() || !knowledge.registry().files().isEmpty()
        ? Wiring.extraction(knowledge, warnings)
        : LOADED
            .computeIfAbsent(knowledge, _ -> new Lazy<>())
            .get(() -> Wiring.extraction(knowledge, warnings));
  }
}
