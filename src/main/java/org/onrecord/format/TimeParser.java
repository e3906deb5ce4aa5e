package org.onrecord.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The time of day and its zone behind a date, of which {@link DateParser} has the grammar. The
 * names of zones are those of RFC 822.
 */
final class TimeParser {
  private static final String ZONE =
      "(?<zone>Z|UTC?|GMT|[ECMP][SD]T|(?:GMT|UTC)?[+-]\\d\\d(?::?\\d\\d)?)";
  private static final Pattern CLOCK =
      Pattern.compile(
          "\\b?(?<hour>\\d{1,2}):(?<minute>\\d\\d)(?::(?<second>\\d\\d)(?:[.,](?<fraction>\\d{1,9})\\d*)?)?(?:"
              + " ?(?<half>[ap])\\.?m\\.?)? ?"
              + ZONE
              + "(?:\\[\\S+])?$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BASIC =
      Pattern.compile(
          "^\\d{8}[Tt"
              + " ]?(?<hour>\\d\\d)(?<minute>\\d\\d)(?:(?<second>\\d\\d)(?:[.,](?<fraction>\\d{1,9})\\d*)?)?(?<half>)"
              + " ?"
              + ZONE
              + "$");
  private static final Pattern EPOCH = Pattern.compile("\\d{9,10}|\\d{12,13}");
  private static final Map<String, Integer> NAMED =
      Map.of(
          "EST", -5, "EDT", -4, "CST", -6, "CDT", -5, "MST", -7, "MDT", -6, "PST", -8, "PDT", -7);

  private TimeParser() {}

  static Optional<OffsetDateTime> parse(String text) {
    String words = Blank.strip(text).replaceAll("[\\s\\p{Z}]+", " ");
    if (words.length() > 100) {
      return Optional.empty();
    }
    if (EPOCH.matcher(words).matches()) {
      long number = Long.parseLong(words);
      Instant time =
          words.length() > 10 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
      return Optional.of(time.atOffset(ZoneOffset.UTC));
    }
    Matcher basic = BASIC.matcher(words);
    Matcher clock = basic.find() ? basic : CLOCK.matcher(words);
    if (clock != basic && !clock.find()) {
      return Optional.empty();
    }
    // In whatever order its numbers are: a time without its day is no time.
    return PublicationDate.parse(words) instanceof PublicationDate.Day(LocalDate day)
        ? at(day, clock)
        : Optional.empty();
  }

  private static Optional<OffsetDateTime> at(LocalDate day, Matcher clock) {
    try {
      int hour = Integer.parseInt(clock.group("hour"));
      String half = clock.group("half");
      if (half != null && !half.isEmpty()) {
        hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
      }
      String fraction = clock.group("fraction");
      int nano = fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
      LocalTime time =
          LocalTime.of(
              hour == 24 ? 0 : hour,
              number(clock.group("minute")),
              number(clock.group("second")),
              nano);
      return Optional.of(
          OffsetDateTime.of(day.plusDays(hour == 24 ? 1 : 0), time, zone(clock.group("zone"))));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static ZoneOffset zone(String written) {
    String zone = written.toUpperCase(Locale.ROOT);
    Integer named = NAMED.get(zone);
    if (named != null) {
      return ZoneOffset.ofHours(named);
    }
    String offset = zone.replaceFirst("^(?:GMT|UTC?|Z)", "");
    return offset.isEmpty() ? ZoneOffset.UTC : ZoneOffset.of(offset);
  }
}
