package org.onrecord.cli.option;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options {@code --from} and {@code --to}. */
public final class DaysOption {
  @Option(
      names = "--from",
      paramLabel = "DAY",
      converter = DayConverter.class,
      description = "The first day, such as 2024-11-01.")
  private @Nullable LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DAY",
      converter = DayConverter.class,
      description = "The last day.")
  private @Nullable LocalDate to;

  /** The first day; null for the first that there is. */
  public @Nullable LocalDate from() {
    return from;
  }

  /** The last day; null for the last that there is. */
  public @Nullable LocalDate to() {
    return to;
  }
}
