package org.onrecord.cli.option;

import picocli.CommandLine.Option;

/** The option {@code --help}. */
public final class StandardHelp {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean asked;
}
