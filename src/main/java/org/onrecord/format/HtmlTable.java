package org.onrecord.format;

import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Tables that hold data, and not a page's layout. */
final class HtmlTable {
  /** The longest cell, in characters, of a table that holds data. */
  private static final int LONGEST_CELL = 250;

  private HtmlTable() {}

  /**
   * Adds the table as a paragraph, a row a line, its cells parted by tabs. A table of one row or
   * column, one within which another stands, or one with a long cell lays out a page.
   *
   * @return whether it holds data; else nothing was added
   */
  static boolean read(Element table, TextBlocks blocks) {
    Elements rows = table.select("tr");
    if (!holdsData(table, rows)) {
      return false;
    }
    blocks.paragraph();
    for (Element row : rows) {
      if (!row.hasText()) {
        continue;
      }
      boolean first = true;
      for (Element cell : row.children()) {
        if (!first) {
          blocks.cell();
        }
        first = false;
        blocks.words(cell.text());
      }
      blocks.line();
    }
    blocks.paragraph();
    return true;
  }

  private static boolean holdsData(Element table, Elements rows) {
    if (rows.size() < 2 || table.select("table").size() > 1) {
      return false;
    }
    int columns = 0;
    for (Element row : rows) {
      columns = Math.max(columns, row.childrenSize());
      for (Element cell : row.children()) {
        if (cell.text().length() > LONGEST_CELL) {
          return false;
        }
      }
    }
    return columns > 1;
  }
}
