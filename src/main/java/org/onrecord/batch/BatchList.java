package org.onrecord.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.onrecord.trend.SeriesKey;

/**
 * A list of names or queries: CSV (RFC 4180), or a line each. Where the first row names columns of
 * which one is {@code q} or a filter of a search, those narrow each row, and other columns are
 * given back as they are; else the first cell of each row is what is counted.
 *
 * @param columns the names of what is given back of each row
 * @param entries at least one
 */
public record BatchList(List<String> columns, List<Entry> entries) {
  /** How many entries are counted in one go at the most. */
  public static final int MOST_ENTRIES = 500;

  /** The longest list, in bytes. */
  public static final int LONGEST = 200_000;

  private static final int MOST_COLUMNS = 50;

  public BatchList {
    columns = List.copyOf(columns);
    entries = List.copyOf(entries);
  }

  /**
   * One line of it.
   *
   * @param cells as they were given, one for each column
   * @param keys all of which narrow the search
   */
  public record Entry(List<String> cells, List<SeriesKey> keys) {
    public Entry {
      cells = List.copyOf(cells);
      keys = List.copyOf(keys);
    }
  }

  /**
   * Reads a list.
   *
   * @param by what a line is where the first row names no column: {@code speaker}
   * @throws IllegalArgumentException if it cannot be read, or is empty or too long; the message
   *     says what is wrong
   */
  public static BatchList read(String text, String by) {
    String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
    List<String> lines = unmarked.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("the list is empty: give a name or a query a line");
    }
    if (!namesColumns(lines.getFirst())) {
      return of(List.of(by), lines.stream().map(List::of).toList());
    }
    List<List<String>> rows = rows(unmarked);
    if (rows.size() == 1) {
      throw new IllegalArgumentException(
          "the list has a first row that names columns, and no other");
    }
    return of(rows.getFirst(), rows.subList(1, rows.size()));
  }

  private static BatchList of(List<String> columns, List<List<String>> rows) {
    if (rows.size() > MOST_ENTRIES) {
      throw new IllegalArgumentException(
          "the list has %,d lines, and at most %,d are counted in one go: part it"
              .formatted(rows.size(), MOST_ENTRIES));
    }
    return new BatchList(columns, rows.stream().map(row -> entry(columns, row)).toList());
  }

  private static boolean namesColumns(String line) {
    return Arrays.stream(line.split(",", -1)).anyMatch(cell -> isKind(cell.replace("\"", "")));
  }

  private static boolean isKind(String cell) {
    return SeriesKey.of(cell.strip(), "x").isPresent();
  }

  private static List<List<String>> rows(String text) {
    List<List<String>> rows = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
      for (CSVRecord record : parser) {
        List<String> cells = record.stream().map(String::strip).limit(MOST_COLUMNS).toList();
        if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
          rows.add(cells);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalArgumentException(
          "the list is no CSV: "
              + e.getMessage()
              + "; put cells that hold quotation marks between"
              + " quotation marks, and double those within",
          e);
    }
    return rows;
  }

  private static Entry entry(List<String> columns, List<String> row) {
    List<String> cells = new ArrayList<>();
    List<SeriesKey> keys = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String cell = i < row.size() ? row.get(i) : "";
      cells.add(cell);
      if (!cell.isEmpty()) {
        Optional<SeriesKey> key = SeriesKey.of(columns.get(i).strip(), cell);
        key.ifPresent(keys::add);
      }
    }
    return new Entry(cells, keys);
  }
}
