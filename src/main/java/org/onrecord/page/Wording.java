package org.onrecord.page;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onrecord.query.QuerySyntax;

/** How the pages write days, numbers and lists. */
public final class Wording {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);

  private Wording() {}

  /** A number of a drawing: "12.5". */
  public static String decimal(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }

  /** "7 November 2024", as its reader has it, or that it is not given. */
  public static String longDay(@Nullable LocalDate day) {
    return day == null ? "Date not given" : DayStyle.held().longDay(day);
  }

  /** "Nov 2024". */
  public static String month(LocalDate day) {
    return MONTH.format(day);
  }

  /** "7 Nov 2024", as its reader has it, or that it is not given. */
  public static String day(@Nullable LocalDate day) {
    return day == null ? "date not given" : DayStyle.held().day(day);
  }

  /** "7 Nov 2024", whoever reads it: what is cited is the same for all; or that it is not given. */
  public static String citedDay(@Nullable LocalDate day) {
    return day == null ? "date not given" : DayStyle.DAY_FIRST.day(day);
  }

  /** "1,204". */
  public static String number(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  /** "1 passage", "1,204 passages". */
  public static String count(long number, String one, String many) {
    return number(number) + " " + (number == 1 ? one : many);
  }

  /** "a", "a and b", "a, b and c". */
  public static String list(List<String> words, String joint) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " " + joint + " " + words.get(last);
  }

  /** A section as a person reads it: what feeds write with underscores has blanks. */
  public static String section(String section) {
    return section.replace('_', ' ');
  }

  /** Whose syntax it is. */
  public static String syntax(QuerySyntax syntax) {
    return switch (syntax) {
      case ONRECORD -> "OnRecord’s syntax";
      case LUCENE -> "Lucene’s syntax";
    };
  }
}
