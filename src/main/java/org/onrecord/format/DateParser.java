package org.onrecord.format;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of dates.
 *
 * <pre>
 * date    ::= (iso | [weekday] day month year | [weekday] month day year | numbers) [clock]
 *           | [weekday] day month yy clock   RFC 822
 *           | yyyymmdd ['T' hhmm[ss] [zone]]
 *           | seconds | milliseconds        since 1970: 9 or 10 digits, 12 or 13
 * iso     ::= yyyy sign mm sign dd
 * numbers ::= dd sign mm sign yyyy | mm sign dd sign yyyy
 * sign    ::= '-' | '/' | '.'             twice the same
 * month   ::= an English name, or its first three letters or more
 * clock   ::= hh ':' mm [':' ss ['.' fraction]] ['am' | 'pm'] [zone]
 * </pre>
 *
 * Commas and full stops between the words are optional, and so is a T before the clock. The clock
 * is checked and left out. Numbers that make a day in one order only are that day; others need a
 * {@link DateOrder}.
 */
final class DateParser {
  private static final int FIRST_YEAR = 1500;
  private static final int LAST_YEAR = 2200;

  private static final String REST = "(?:,? (?<rest>\\S.*))?";
  private static final String WEEKDAY = "(?:(?<weekday>\\p{Alpha}{3,})\\.?,? )?";
  private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
  private static final String MONTH = "(?<month>\\p{Alpha}{3,})\\.?,?";
  private static final String YEAR = "(?<year>\\d{4})";
  private static final Pattern ISO =
      Pattern.compile(
          "(?<weekday>)(?<year>\\d{4})(?<sign>[-/.])(?<month>\\d\\d?)\\k<sign>(?<day>\\d\\d?)"
              + "(?:[Tt ](?<rest>\\S.*))?");
  private static final Pattern BASIC =
      Pattern.compile(
          "(?<weekday>)(?<year>\\d{4})(?<month>\\d\\d)(?<day>\\d\\d)"
              + "(?<rest>)(?:[Tt ]?(?:[01]\\d|2[0-4])[0-5]\\d(?:[0-5]\\d(?:[.,]\\d+)?)?"
              + "(?: ?(?:Z|[+-]\\d\\d(?::?\\d\\d)?))?)?");
  private static final Pattern NUMBERS =
      Pattern.compile(
          "(?<first>\\d{1,2})(?<sign>[-/.])(?<second>\\d{1,2})\\k<sign>(?<year>\\d{2,4})"
              + "(?:[Tt ]|, )?(?<rest>\\S.*)?");
  private static final Pattern EPOCH = Pattern.compile("\\d{9,10}|\\d{12,13}");
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          WEEKDAY + DAY + "[ -](?:of )?" + MONTH + "[ -]" + YEAR + REST, Pattern.CASE_INSENSITIVE);
  private static final Pattern MONTH_FIRST =
      Pattern.compile(WEEKDAY + MONTH + " " + DAY + ",? " + YEAR + REST, Pattern.CASE_INSENSITIVE);

  /** As in RFC 822, where a clock follows: {@code Thu, 07 Nov 24 10:15 GMT}. */
  private static final Pattern MAIL =
      Pattern.compile(
          WEEKDAY + DAY + " " + MONTH + " (?<year>\\d{2}) (?<rest>\\d{1,2}:.*)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CLOCK =
      Pattern.compile(
          "(?:at )?(?:[01]?\\d|2[0-4])(?::[0-5]\\d){1,2}(?:[.,]\\d+)?(?: ?[ap]\\.?m\\.?)?"
              + " ?(?:[A-Z]{1,5}|(?:GMT|UTC)?[+-]\\d\\d(?::?\\d\\d)?(?:\\[\\S+])?)?",
          Pattern.CASE_INSENSITIVE);

  /** So much of what is no date is shown, in UTF-16 characters. */
  private static final int LONGEST = 60;

  private static final String EXAMPLES = "write it like 2024-11-07 or 7 November 2024";

  private DateParser() {}

  static PublicationDate parse(String text, DateOrder order) {
    String words = Blank.strip(text).replaceAll("[\\s\\p{Z}]+", " ");
    for (Pattern shape : new Pattern[] {ISO, DAY_FIRST, MAIL, MONTH_FIRST, BASIC}) {
      Matcher matcher = shape.matcher(words);
      if (matcher.matches()) {
        return date(words, matcher);
      }
    }
    if (EPOCH.matcher(words).matches()) {
      long number = Long.parseLong(words);
      Instant time =
          words.length() > 10 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
      return new PublicationDate.Day(LocalDate.ofInstant(time, ZoneOffset.UTC));
    }
    Matcher numbers = NUMBERS.matcher(words);
    return numbers.matches()
        ? numbers(words, numbers, order)
        : malformed(words, "is no date; " + EXAMPLES);
  }

  private static PublicationDate numbers(String words, Matcher parts, DateOrder order) {
    String rest = parts.group("rest");
    if (rest != null && !CLOCK.matcher(rest).matches()) {
      return malformed(words, "is no date; " + EXAMPLES);
    }
    if (parts.group("year").length() != 4) {
      return malformed(words, "is no date: its year has not four digits; write it like 2024-11-07");
    }
    int year = Integer.parseInt(parts.group("year"));
    int first = Integer.parseInt(parts.group("first"));
    int second = Integer.parseInt(parts.group("second"));
    Optional<LocalDate> dayFirst = day(year, second, first);
    Optional<LocalDate> monthFirst = day(year, first, second);
    if (dayFirst.isPresent() && monthFirst.isPresent() && !dayFirst.equals(monthFirst)) {
      return switch (order) {
        case DMY -> new PublicationDate.Day(dayFirst.get());
        case MDY -> new PublicationDate.Day(monthFirst.get());
        case UNSAID ->
            malformed(
                words,
                "can be read in two ways; write it like %s, or say --dates=dmy or --dates=mdy"
                    .formatted(dayFirst.get()));
      };
    }
    return dayFirst
        .or(() -> monthFirst)
        .<PublicationDate>map(PublicationDate.Day::new)
        .orElseGet(
            () -> malformed(words, "is no date: there is no such day; write it like 2024-11-07"));
  }

  private static Optional<LocalDate> day(int year, int month, int day) {
    try {
      return year < FIRST_YEAR || year > LAST_YEAR
          ? Optional.empty()
          : Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static PublicationDate date(String words, Matcher parts) {
    String rest = parts.group("rest");
    if (rest != null && !rest.isEmpty() && !CLOCK.matcher(rest).matches()) {
      return malformed(words, "is no date; " + EXAMPLES);
    }
    Optional<Month> month = month(parts.group("month"));
    if (month.isEmpty()) {
      return malformed(words, "is no date: there is no month " + shown(parts.group("month")));
    }
    int year = year(parts.group("year"));
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      return malformed(
          words, "is no date: its year is not from " + FIRST_YEAR + " to " + LAST_YEAR);
    }
    int day = Integer.parseInt(parts.group("day"));
    LocalDate date;
    try {
      date = LocalDate.of(year, month.get(), day);
    } catch (DateTimeException _) {
      return malformed(
          words, "is no date: " + name(month.get()) + " " + year + " has no day " + day);
    }
    return weekdayChecked(words, parts.group("weekday"), date);
  }

  /** The year; of two digits that which RFC 2822, section 4.3, makes of them. */
  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    return digits.length() > 2 ? year : year < 50 ? 2000 + year : 1900 + year;
  }

  private static PublicationDate weekdayChecked(
      String words, @Nullable String weekday, LocalDate date) {
    if (weekday == null || weekday.isEmpty()) {
      return new PublicationDate.Day(date);
    }
    Optional<DayOfWeek> named = abbreviated(weekday, DayOfWeek.values(), DateParser::name);
    if (named.isEmpty()) {
      return malformed(words, "is no date; " + EXAMPLES);
    }
    if (named.get() != date.getDayOfWeek()) {
      return malformed(
          words,
          "is no date: that day is a "
              + name(date.getDayOfWeek())
              + ", not a "
              + name(named.get()));
    }
    return new PublicationDate.Day(date);
  }

  private static Optional<Month> month(String text) {
    if (Character.isDigit(text.charAt(0))) {
      int number = Integer.parseInt(text);
      return number >= 1 && number <= 12 ? Optional.of(Month.of(number)) : Optional.empty();
    }
    return abbreviated(text, Month.values(), DateParser::name);
  }

  /** The one of {@code all} whose name begins with {@code text}, three letters or more. */
  private static <T> Optional<T> abbreviated(String text, T[] all, Function<T, String> name) {
    return Arrays.stream(all)
        .filter(
            one ->
                text.length() >= 3
                    && name.apply(one).regionMatches(true, 0, text, 0, text.length()))
        .findFirst();
  }

  private static String name(Month month) {
    return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private static PublicationDate.Malformed malformed(String words, String reason) {
    return new PublicationDate.Malformed(shown(words) + " " + reason);
  }

  private static String shown(String words) {
    return "\"" + (words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…") + "\"";
  }
}
