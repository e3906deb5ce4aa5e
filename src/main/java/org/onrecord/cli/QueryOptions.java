package org.onrecord.cli;

import org.onrecord.query.QueryLimits;
import picocli.CommandLine.Option;

/**
 * The options {@code --max-query-length}, {@code --max-query-words} and {@code --max-expansion}.
 */
final class QueryOptions {
  @Option(
      names = "--max-query-length",
      paramLabel = "N",
      defaultValue = QueryLimits.CHARACTERS,
      description = "The longest query, in characters; ${DEFAULT-VALUE} by default.")
  private int maxQueryLength;

  @Option(
      names = "--max-query-words",
      paramLabel = "N",
      defaultValue = QueryLimits.WORDS,
      description = "The most words of a query, ${DEFAULT-VALUE} by default.")
  private int maxQueryWords;

  @Option(
      names = "--max-expansion",
      paramLabel = "N",
      defaultValue = QueryLimits.EXPANSION,
      description = {
        "How many words of the archive one with * or ~ stands for",
        "at the most, ${DEFAULT-VALUE} by default."
      })
  private int maxExpansion;

  /**
   * The limits, checked.
   *
   * @throws IllegalArgumentException if they cannot be
   */
  QueryLimits limits() {
    return new QueryLimits(maxQueryLength, maxQueryWords, maxExpansion);
  }
}
