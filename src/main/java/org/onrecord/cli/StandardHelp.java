package org.onrecord.cli;

import picocli.CommandLine.Option;

/** The option {@code --help}. */
final class StandardHelp {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean asked;
}
