package org.onrecord.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.onrecord.ingest.ArticleAnalyzer;

/** The port by which commands get an analysis. */
@FunctionalInterface
public interface Analyzers {

  /**
   * An analysis that knows the people and parties of a registry.
   *
   * @param registry its file; empty for the registry that comes with OnRecord
   * @throws IOException if the file cannot be read or is no registry; the message names it
   */
  ArticleAnalyzer with(Optional<Path> registry) throws IOException;
}
