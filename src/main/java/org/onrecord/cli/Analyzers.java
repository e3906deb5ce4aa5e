package org.onrecord.cli;

import java.io.IOException;
import java.util.function.Consumer;
import org.onrecord.cli.option.Knowledge;
import org.onrecord.ingest.ArticleAnalyzer;
import org.onrecord.ingest.Corrections;

/** The port by which commands get an analysis. */
@FunctionalInterface
public interface Analyzers {

  /**
   * An analysis that works with a registry and a model, and in which editors have the last word.
   *
   * @param corrections what editors decided
   * @param warnings takes what is wrong in a registry that is used all the same
   * @throws IOException if a file cannot be read or is not what it should be; the message names it
   */
  ArticleAnalyzer with(Knowledge knowledge, Corrections corrections, Consumer<String> warnings)
      throws IOException;
}
