package org.onrecord.registry;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file of tab-separated values, read without a string for what is looked at only
 * once. Texts and dates that occur often are one object. A column that is not there is empty. Not
 * for several threads.
 */
final class TsvBytes {
  private static final int MOST_COLUMNS = 16;
  private static final int SHARED = 1 << 14;

  private final byte[] bytes;
  private final int[] starts = new int[MOST_COLUMNS];
  private final int[] ends = new int[MOST_COLUMNS];
  private final @Nullable String[] texts = new @Nullable String[SHARED];
  private final @Nullable LocalDate[] dates = new @Nullable LocalDate[SHARED];
  private int position;
  private int columns;
  private int line;

  TsvBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Goes to the next line; false behind the last. */
  boolean next() {
    if (position >= bytes.length) {
      return false;
    }
    line++;
    columns = 0;
    int start = position;
    int i = position;
    while (i < bytes.length && bytes[i] != '\n') {
      if (bytes[i] == '\t') {
        column(start, i);
        start = i + 1;
      }
      i++;
    }
    int end = i > start && bytes[i - 1] == '\r' ? i - 1 : i;
    column(start, end);
    position = i + 1;
    return true;
  }

  private void column(int start, int end) {
    if (columns == MOST_COLUMNS) {
      throw new IllegalArgumentException("more than " + MOST_COLUMNS + " columns");
    }
    starts[columns] = start;
    ends[columns++] = end;
  }

  /** The number of the line, from 1. */
  int line() {
    return line;
  }

  /** The first character of the line; a blank for an empty one. */
  char kind() {
    return ends[0] > starts[0] ? (char) bytes[starts[0]] : ' ';
  }

  boolean isEmpty(int column) {
    return column >= columns || starts[column] == ends[column];
  }

  /** A text that occurs seldom. */
  String text(int column) {
    return isEmpty(column) ? "" : text(starts[column], ends[column]);
  }

  /** A text, or null where there is none. */
  @Nullable String textOrNull(int column) {
    return isEmpty(column) ? null : text(starts[column], ends[column]);
  }

  /** A text that occurs often. */
  @Nullable String shared(int column) {
    if (isEmpty(column)) {
      return null;
    }
    int start = starts[column];
    int end = ends[column];
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + bytes[i];
    }
    int slot = (hash ^ hash >>> 15) & (SHARED - 1);
    String known = texts[slot];
    if (known == null || !isAt(known, start, end)) {
      known = text(start, end);
      texts[slot] = known;
    }
    return known;
  }

  /** The members of a list. */
  List<String> list(int column) {
    if (isEmpty(column)) {
      return List.of();
    }
    int start = starts[column];
    int end = ends[column];
    List<String> members = new ArrayList<>();
    for (int i = start; i <= end; i++) {
      if (i == end || bytes[i] == ';') {
        if (i > start) {
          members.add(text(start, i));
        }
        start = i + 1;
      }
    }
    return List.copyOf(members);
  }

  /** The first day of a date; null where there is none. */
  @Nullable LocalDate firstDay(int column) {
    if (isEmpty(column)) {
      return null;
    }
    return isDay(column) ? day(column) : PartialDate.parse("start", text(column)).firstDay();
  }

  /** The last day of a date; null where there is none. */
  @Nullable LocalDate lastDay(int column) {
    if (isEmpty(column)) {
      return null;
    }
    return isDay(column) ? day(column) : PartialDate.parse("end", text(column)).lastDay();
  }

  private boolean isDay(int column) {
    int start = starts[column];
    return ends[column] - start == 10
        && bytes[start + 4] == '-'
        && bytes[start + 7] == '-'
        && (bytes[start + 5] != '0' || bytes[start + 6] != '0')
        && (bytes[start + 8] != '0' || bytes[start + 9] != '0');
  }

  private LocalDate day(int column) {
    int start = starts[column];
    int year = number(start, start + 4);
    int month = number(start + 5, start + 7);
    int day = number(start + 8, start + 10);
    int slot = ((year * 12 + month) * 31 + day) & (SHARED - 1);
    LocalDate known = dates[slot];
    if (known == null
        || known.getYear() != year
        || known.getMonthValue() != month
        || known.getDayOfMonth() != day) {
      known = newDay(column, year, month, day);
      dates[slot] = known;
    }
    return known;
  }

  private LocalDate newDay(int column, int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(text(column) + " is no date", e);
    }
  }

  private int number(int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  private String text(int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  /** Whether a text of Latin letters alone stands there. */
  private boolean isAt(String text, int start, int end) {
    if (text.length() != end - start) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (text.charAt(i - start) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
