package org.onrecord.batch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.Hit;

/**
 * What was counted for a list.
 *
 * @param columns the names of what stands first in each row
 * @param rows one for each entry, in their order
 */
public record BatchTable(List<String> columns, List<Row> rows) {
  public BatchTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * An entry.
   *
   * @param entry as it was given
   * @param total how many hits it has; 0 where it was not counted
   * @param first the oldest hit that has a date; null where there is none
   * @param newest the newest one
   * @param fault why it was not counted; null where it was
   */
  public record Row(
      BatchList.Entry entry,
      long total,
      @Nullable Hit first,
      @Nullable Hit newest,
      @Nullable String fault) {}
}
