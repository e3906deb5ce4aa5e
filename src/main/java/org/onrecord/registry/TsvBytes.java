package org.onrecord.registry;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file of tab-separated values, read without a string for what is looked at only
 * once. Texts that occur often are one object. A column that is not there is empty. Not for several
 * threads.
 */
final class TsvBytes {
  private static final int MOST_COLUMNS = 16;
  private static final int SHARED = 1 << 10;

  private final byte[] bytes;
  private final int[] starts = new int[MOST_COLUMNS];
  private final int[] ends = new int[MOST_COLUMNS];
  private final @Nullable String[] texts = new @Nullable String[SHARED];
  private int position;
  private int columns;
  private int line;

  private final int end;

  TsvBytes(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  /** The lines from one place of a file to before another. */
  TsvBytes(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.position = from;
    this.end = end;
  }

  /** The place of the line that {@link #next} would read. */
  int position() {
    return position;
  }

  /** Passes over the lines that begin with a letter. */
  void skip(char kind) {
    while (position < end && bytes[position] == kind) {
      int i = position;
      while (i < end && bytes[i] != '\n') {
        i++;
      }
      position = i + 1;
      line++;
    }
  }

  /** Goes to the next line; false behind the last. */
  boolean next() {
    if (position >= end) {
      return false;
    }
    line++;
    columns = 0;
    int start = position;
    int i = position;
    while (i < end && bytes[i] != '\n') {
      if (bytes[i] == '\t') {
        column(start, i);
        start = i + 1;
      }
      i++;
    }
    column(start, i > start && bytes[i - 1] == '\r' ? i - 1 : i);
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
    return character(0);
  }

  /** The first character of a column; a blank for an empty one. */
  char character(int column) {
    return isEmpty(column) ? ' ' : (char) bytes[starts[column]];
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
    int stop = ends[column];
    int hash = 0;
    for (int i = start; i < stop; i++) {
      hash = hash * 31 + bytes[i];
    }
    int slot = (hash ^ hash >>> 15) & (SHARED - 1);
    String known = texts[slot];
    if (known == null || !isAt(known, start, stop)) {
      known = text(start, stop);
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
    int stop = ends[column];
    List<String> members = new ArrayList<>();
    for (int i = start; i <= stop; i++) {
      if (i == stop || bytes[i] == ';') {
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

  private String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  /** Whether a text of Latin letters alone stands there. */
  private boolean isAt(String text, int from, int to) {
    if (text.length() != to - from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (text.charAt(i - from) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
