package org.onrecord.cli;

import java.io.IOException;
import org.onrecord.ingest.ArticleAnalyzer;
import org.onrecord.ingest.Corrections;

/** The port by which commands get an analysis. */
@FunctionalInterface
public interface Analyzers {

  /**
   * An analysis that knows people and parties, and in which editors have the last word.
   *
   * @param names whom it knows, and by which spellings
   * @param corrections what editors decided
   * @throws IOException if the registry cannot be read or is none; the message names its file
   */
  ArticleAnalyzer with(KnownNames names, Corrections corrections) throws IOException;
}
