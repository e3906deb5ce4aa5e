package org.onrecord.cli.command;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.KeyBounds;
import org.onrecord.cli.option.DayConverter;
import picocli.CommandLine.Option;

/** The options that bind a key. */
final class KeyBoundsOptions {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  @Option(
      names = "--until",
      paramLabel = "DAY",
      converter = DayConverter.class,
      description = "The last day on which it holds, in UTC.")
  private @Nullable LocalDate until;

  @Option(
      names = "--outlet",
      paramLabel = "NAME",
      description = "It opens the articles of this outlet alone; may repeat.")
  private List<String> outlets = new ArrayList<>();

  @Option(
      names = "--section",
      paramLabel = "NAME",
      description = "It opens the articles of this section alone; may repeat.")
  private List<String> sections = new ArrayList<>();

  @Option(
      names = "--origin",
      paramLabel = "ORIGIN",
      description = {
        "It is for pages of this origin alone, such as",
        "https://post.example, and may stand in them; may repeat."
      })
  private List<String> origins = new ArrayList<>();

  @Option(
      names = "--feed",
      paramLabel = "SEARCH",
      description = {
        "It is the token of the feed of this search and opens",
        "nothing else: the address of a search page, or what",
        "stands in it after the question mark."
      })
  private @Nullable String feed;

  /**
   * The bounds.
   *
   * @throws IllegalArgumentException if no key can have them
   */
  KeyBounds read() {
    return new KeyBounds(
        until == null ? null : until.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
        outlets,
        sections,
        origins,
        feed == null ? null : escaped(feed.strip().replaceFirst("^[^?]*\\?", "")));
  }

  /** As it stands in an address: what is typed by hand has blanks and accents. */
  private static String escaped(String query) {
    StringBuilder escaped = new StringBuilder();
    for (byte each : query.replaceFirst("#.*", "").getBytes(StandardCharsets.UTF_8)) {
      if (each > ' ' && each < 0x7f) {
        escaped.append((char) each);
      } else {
        HEX.toHexDigits(escaped.append('%'), each);
      }
    }
    return escaped.toString();
  }
}
