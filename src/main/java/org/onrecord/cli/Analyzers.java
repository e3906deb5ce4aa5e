package org.onrecord.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.onrecord.ingest.ArticleAnalyzer;
import org.onrecord.ingest.Corrections;

/** The port by which commands get an analysis. */
@FunctionalInterface
public interface Analyzers {

  /**
   * An analysis that knows the people and parties of a registry, and in which editors have the last
   * word.
   *
   * @param registry its file; empty for the registry that comes with OnRecord
   * @param corrections what editors decided
   * @throws IOException if the file cannot be read or is no registry; the message names it
   */
  ArticleAnalyzer with(Optional<Path> registry, Corrections corrections) throws IOException;
}
