package org.onrecord.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The day of a wire's message: what its trailer says; else what a line of the head or the dateline
 * says with a year.
 */
final class WireDate {
  /** ANPA: {@code AP-WF-11-13-13 0713GMT}, month, day, year. */
  private static final Pattern ANPA =
      Pattern.compile("\\b(\\d\\d)-(\\d\\d)-(\\d\\d) (\\d\\d)(\\d\\d) ?GMT");

  /** Numbers alone behind a clock: {@code KWS-21:37-09-12-18}. */
  private static final Pattern NUMBERS =
      Pattern.compile("(\\d\\d):(\\d\\d)-(\\d\\d)-(\\d\\d)-(\\d\\d)\\b");

  /** IPTC 7901: {@code 212322 GMT Nov 18}, day, hour and minute, month, year. */
  private static final Pattern IPTC =
      Pattern.compile(
          "\\b(\\d\\d)(\\d\\d)(\\d\\d) (GMT|UTC|[A-Z]{2,4}) (\\p{L}{3,9})\\.? (\\d\\d)\\s*$",
          Pattern.MULTILINE);

  private static final Pattern DATELINE =
      Pattern.compile("\\p{Lu}[^\\n]{0,80}?, (\\p{L}{3,9}\\.? \\d{1,2}, \\d{4})\\b");
  private static final Pattern MONTH_AND_DAY =
      Pattern.compile(
          "\\b(Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\\p{L}*\\.? (\\d{1,2})\\b");
  private static final Pattern LABELLED = Pattern.compile("(?i)(?:\\p{L}+ )?date:\\s*(.{6,40})");
  private static final List<String> GERMAN =
      List.of("jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez");

  /** So many lines from the top may say it. */
  private static final int HEAD = 12;

  private final WireMessage message;
  private final ReadOptions options;

  WireDate(WireMessage message, ReadOptions options) {
    this.message = message;
    this.options = options;
  }

  /** As ISO 8601, or as it stands there. */
  Optional<String> written() {
    String end =
        message.text().substring(Math.max(0, message.text().length() - 300))
            + "\n"
            + message.trailer();
    return anpa(end).or(() -> iptc(end)).or(() -> numbers(end)).or(this::head).or(this::dateline);
  }

  private static Optional<String> anpa(String end) {
    Matcher matcher = ANPA.matcher(end);
    return matcher.find()
        ? time(
            matcher.group(3),
            matcher.group(1),
            matcher.group(2),
            matcher.group(4),
            matcher.group(5))
        : Optional.empty();
  }

  private static Optional<String> iptc(String end) {
    Matcher matcher = IPTC.matcher(end);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String name = matcher.group(5).toLowerCase(Locale.ROOT);
    int german = GERMAN.indexOf(name.substring(0, 3));
    int month =
        german >= 0
            ? german + 1
            : Arrays.stream(Month.values())
                .filter(m -> m.name().toLowerCase(Locale.ROOT).startsWith(name))
                .mapToInt(Month::getValue)
                .findFirst()
                .orElse(0);
    Optional<String> time =
        time(
            matcher.group(6),
            "%02d".formatted(month),
            matcher.group(1),
            matcher.group(2),
            matcher.group(3));
    boolean utc = matcher.group(4).equals("GMT") || matcher.group(4).equals("UTC");
    return utc ? time : time.map(t -> t.substring(0, 10));
  }

  /** Two numbers of which the dateline says which is the day, or only one can be. */
  private Optional<String> numbers(String end) {
    Matcher matcher = NUMBERS.matcher(end);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String first = matcher.group(3);
    String second = matcher.group(4);
    String year = matcher.group(5);
    Matcher named = MONTH_AND_DAY.matcher(message.text());
    Optional<String> dayFirst = day(year, second, first);
    Optional<String> monthFirst = day(year, first, second);
    if (named.find()) {
      int day = Integer.parseInt(named.group(2));
      boolean isFirst = Math.abs(Integer.parseInt(first) - day) <= 1;
      boolean isSecond = Math.abs(Integer.parseInt(second) - day) <= 1;
      if (isFirst != isSecond) {
        return isFirst ? dayFirst : monthFirst;
      }
    }
    return switch (options.dates()) {
      case DMY -> dayFirst;
      case MDY -> monthFirst;
      case UNSAID ->
          dayFirst.isPresent() != monthFirst.isPresent() || dayFirst.equals(monthFirst)
              ? dayFirst.or(() -> monthFirst)
              : Optional.of(first + "/" + second + "/20" + year);
    };
  }

  private Optional<String> head() {
    return message
        .text()
        .lines()
        .limit(HEAD)
        .map(
            line -> {
              Matcher labelled = LABELLED.matcher(line.strip());
              return labelled.matches() ? labelled.group(1) : line.strip();
            })
        .filter(
            line -> line.length() <= 60 && line.matches(".*\\d{4}.*") && line.matches(".*\\p{L}.*"))
        .filter(line -> PublicationDate.parse(line, options.dates()) instanceof PublicationDate.Day)
        .findFirst();
  }

  private Optional<String> dateline() {
    String top = message.text().lines().limit(HEAD).reduce("", (a, b) -> a + b + "\n");
    Matcher matcher = DATELINE.matcher(top);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static Optional<String> time(
      String year, String month, String day, String hour, String minute) {
    return day(year, month, day).map(d -> d + "T" + hour + ":" + minute + "Z");
  }

  /** Two digits of a year are those of 1970 to 2069. */
  private static Optional<String> day(String year, String month, String day) {
    int short2 = Integer.parseInt(year);
    int whole = short2 + (short2 < 70 ? 2000 : 1900);
    try {
      LocalDate date = YearMonth.of(whole, Integer.parseInt(month)).atDay(Integer.parseInt(day));
      return Optional.of(date.toString());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
