package org.onrecord.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.batch.BatchTable;
import org.onrecord.search.Hit;

/**
 * The answer of {@code /batch}.
 *
 * @param columns the names of each row's cells
 */
public record BatchBody(List<String> columns, List<RowBody> rows) {

  /**
   * An entry of the list.
   *
   * @param fault why it was not counted; null where it was
   */
  public record RowBody(
      List<String> cells,
      long total,
      @Nullable HitRefBody first,
      @Nullable HitRefBody newest,
      @Nullable String fault) {}

  /** A hit, by its day and address. */
  public record HitRefBody(@Nullable LocalDate date, @Nullable String outlet, String self) {
    static @Nullable HitRefBody of(@Nullable Hit hit) {
      return hit == null
          ? null
          : new HitRefBody(hit.article().date(), hit.article().outlet(), address(hit));
    }
  }

  private static String address(Hit hit) {
    return switch (hit) {
      case Hit.QuoteHit found -> Links.quote(found.quote().quotation().id());
      case Hit.ParagraphHit found -> Links.paragraph(found.paragraph().id());
    };
  }

  public static BatchBody of(BatchTable table) {
    return new BatchBody(
        table.columns(),
        table.rows().stream()
            .map(
                row ->
                    new RowBody(
                        row.entry().cells(),
                        row.total(),
                        HitRefBody.of(row.first()),
                        HitRefBody.of(row.newest()),
                        row.fault()))
            .toList());
  }

  /** The same as CSV: what was given, then what was counted. */
  public static String csv(BatchTable table) {
    StringBuilder csv =
        new StringBuilder(
            CsvRow.row(
                Stream.concat(
                    table.columns().stream(),
                    Stream.of(
                        "total",
                        "first",
                        "first_outlet",
                        "first_hit",
                        "newest",
                        "newest_outlet",
                        "newest_hit",
                        "fault"))));
    for (RowBody row : of(table).rows()) {
      List<String> cells = new ArrayList<>(row.cells());
      cells.add(row.fault() == null ? String.valueOf(row.total()) : "");
      add(cells, row.first());
      add(cells, row.newest());
      cells.add(row.fault() == null ? "" : row.fault());
      csv.append(CsvRow.row(cells.stream()));
    }
    return csv.toString();
  }

  private static void add(List<String> cells, @Nullable HitRefBody hit) {
    cells.add(hit == null || hit.date() == null ? "" : hit.date().toString());
    cells.add(hit == null || hit.outlet() == null ? "" : hit.outlet());
    cells.add(hit == null ? "" : hit.self());
  }
}
