package org.onrecord.format;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.onrecord.article.ArticleDetails;
import org.onrecord.article.Provenance;
import org.onrecord.format.ReadResult.Rejected;
import org.onrecord.format.ReadResult.Skipped;

/**
 * The columns of a table of articles, by the names in its header in any case: those of JSON Lines
 * and those that are usual beside them. What has another name is kept as a member.
 */
final class TableColumns {
  /** What a column may be, with the names that it goes by; of several the first counts. */
  private enum Column {
    BODY("body", "text", "content", "articlebody", "fulltext", "article", "story"),
    ID("id", "articleid", "guid", "uri"),
    TITLE("title", "headline"),
    DATE(
        "date",
        "published",
        "publishedat",
        "publishdate",
        "publicationdate",
        "datepublished",
        "pubdate",
        "publisheddate",
        "created",
        "createdat"),
    UPDATED("updated", "updatedat", "modified", "datemodified"),
    URL("url", "link", "address", "permalink"),
    OUTLET("outlet", "source", "publisher", "publication", "newspaper", "site", "sourcename"),
    SECTION("section", "category", "desk", "sections"),
    AUTHOR("author", "authors", "byline", "creator", "writer"),
    TAGS("tags", "keywords", "subjects"),
    LANGUAGE("language", "lang"),
    DECK("deck", "standfirst", "subtitle");

    private final List<String> names;

    Column(String... names) {
      this.names = List.of(names);
    }
  }

  private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

  private final CSVFormat dialect;
  private final List<String> names;
  private final Map<Column, Integer> known = new EnumMap<>(Column.class);

  private TableColumns(CSVFormat dialect, List<String> names) {
    this.dialect = dialect;
    this.names = names;
    for (Column column : Column.values()) {
      for (String name : column.names) {
        int at = plain(names).indexOf(name);
        if (at >= 0) {
          known.putIfAbsent(column, at);
        }
      }
    }
  }

  private static List<String> plain(List<String> names) {
    return names.stream().map(n -> n.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "")).toList();
  }

  /**
   * Those of a header, by the delimiter that makes most columns of it; empty where it is none: it
   * names no column for the text, or nothing beside it.
   */
  static Optional<TableColumns> of(String header) {
    TableColumns best = null;
    String line = header.startsWith("\uFEFF") ? header.substring(1) : header;
    for (char delimiter : DELIMITERS) {
      CSVFormat dialect =
          CSVFormat.RFC4180
              .builder()
              .setDelimiter(delimiter)
              .setRecordSeparator("\n")
              .setIgnoreEmptyLines(true)
              .get();
      List<String> names = names(line, dialect);
      if (names.size() > 1 && (best == null || names.size() > best.names.size())) {
        best = new TableColumns(dialect, names);
      }
    }
    return Optional.ofNullable(best)
        .filter(c -> c.known.containsKey(Column.BODY) && c.known.size() > 1);
  }

  private static List<String> names(String line, CSVFormat dialect) {
    try (CSVParser parser = CSVParser.parse(line, dialect)) {
      List<String> names = new ArrayList<>();
      parser.stream().limit(1).forEach(row -> row.forEach(n -> names.add(Blank.strip(n))));
      return names;
    } catch (java.io.IOException | java.io.UncheckedIOException | IllegalStateException _) {
      return List.of();
    }
  }

  CSVFormat dialect() {
    return dialect;
  }

  /** Reads one row. */
  void read(
      List<String> row,
      ArticleInput input,
      Provenance place,
      Consumer<? super ReadResult> results) {
    if (row.stream().allMatch(Blank::is)) {
      results.accept(new Skipped(place, ReadResult.NoArticle.EMPTY));
      return;
    }
    if (row.size() != names.size()) {
      results.accept(
          new Rejected(
              place,
              "the row has " + row.size() + " values, and the header names " + names.size()));
      return;
    }
    ArticleParts parts = new ArticleParts(input, place).oneOfMany();
    known.forEach((column, at) -> tell(column, row.get(at), parts));
    for (int i = 0; i < names.size(); i++) {
      if (!known.containsValue(i) && !names.get(i).isEmpty()) {
        parts.put(names.get(i), row.get(i));
      }
    }
    parts.emit(results);
  }

  private static void tell(Column column, String value, ArticleParts parts) {
    switch (column) {
      case BODY -> parts.mixed(value);
      case ID -> parts.id(value);
      case TITLE -> parts.mixedTitle(value);
      case DATE -> parts.published(value);
      case UPDATED -> parts.updated(value);
      case URL -> parts.url(value);
      case OUTLET -> parts.outlet(value);
      case SECTION -> parts.section(value);
      case AUTHOR -> parts.author(value);
      case TAGS -> List.of(value.split("\\s*[;,|]\\s*")).forEach(parts::tag);
      case LANGUAGE -> parts.put(ArticleDetails.LANGUAGE, value);
      case DECK -> parts.put(ArticleDetails.DECK, value);
    }
  }
}
