package org.onrecord.api;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Excerpt;
import org.onrecord.article.PartyRef;
import org.onrecord.article.SpeakerRef;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.DocumentType;
import org.onrecord.search.Hit;

/**
 * A hit as a row of CSV (RFC 4180), every cell quoted. What a paragraph has several of is parted by
 * "; ". A cell that a spreadsheet would take for a formula begins with an apostrophe.
 *
 * @param quotations what is said in a paragraph, or the one that was found
 * @param context the text of the paragraph
 */
record CsvRow(
    String id,
    DocumentType type,
    ArticleHeader article,
    int paragraph,
    String text,
    List<ArchivedQuotation> quotations,
    List<String> mentions,
    String context,
    String link) {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL).get();

  /** What begins a formula, as typed and as written full-width. */
  private static final String FORMULA = "=+-@＝＋－＠";

  private enum Column {
    ID(CsvRow::id),
    TYPE(row -> row.type.label()),
    DATE(row -> text(row.article.date())),
    OUTLET(row -> row.article.outlet()),
    SECTION(row -> row.article.section()),
    TITLE(row -> row.article.title()),
    URL(row -> row.article.url()),
    ARTICLE(row -> row.article.id().value()),
    PARAGRAPH(row -> String.valueOf(row.paragraph)),
    TEXT(CsvRow::text),
    SPEAKER(row -> row.each(q -> q.speaker() == null ? null : q.speaker().name())),
    SPEAKER_ID(row -> row.each(q -> q.speaker() == null ? null : q.speaker().id())),
    PARTY(row -> row.each(q -> shortName(q.party()))),
    PARTY_ID(row -> row.each(q -> id(q.party()))),
    FORMER_PARTY(row -> row.each(q -> shortName(q.formerParty()))),
    FORMER_PARTY_ID(row -> row.each(q -> id(q.formerParty()))),
    SPEAKERS(row -> row.names(ArchivedQuotation::speakers)),
    SPEAKS_FOR(row -> row.each(q -> q.speaksFor() == null ? null : q.speaksFor().name())),
    POLARITY(row -> row.each(q -> q.polarity().label())),
    ANONYMITY(row -> row.each(q -> words(q.anonymity()))),
    KIND(row -> row.each(q -> q.kind().label())),
    MARKED(row -> row.each(q -> String.valueOf(q.marked()))),
    CUE(row -> row.each(q -> words(q.cue()))),
    SOURCE(row -> row.each(q -> words(q.source()))),
    CONFIDENCE(row -> row.each(q -> String.valueOf(q.confidence()))),
    SPEAKER_CONFIDENCE(
        row -> row.each(q -> q.speaker() == null ? null : String.valueOf(q.speakerConfidence()))),
    RULE(row -> row.each(ArchivedQuotation::rule)),
    MENTIONS(row -> String.join("; ", row.mentions)),
    CONTEXT(CsvRow::context),
    LINK(CsvRow::link);

    private final Function<CsvRow, @Nullable String> cell;

    Column(Function<CsvRow, @Nullable String> cell) {
      this.cell = cell;
    }
  }

  static CsvRow of(Hit hit) {
    return switch (hit) {
      case Hit.ParagraphHit found ->
          new CsvRow(
              found.paragraph().id(),
              DocumentType.PARAGRAPH,
              found.article(),
              found.paragraph().ordinal(),
              found.paragraph().text(),
              found.paragraph().quotations().stream().filter(ArchivedQuotation::isSaid).toList(),
              MentionBody.names(found.paragraph().mentions()),
              found.paragraph().text(),
              Links.paragraph(found.paragraph().id()));
      case Hit.QuoteHit found ->
          new CsvRow(
              found.quote().quotation().id(),
              DocumentType.QUOTE,
              found.article(),
              found.quote().quotation().paragraph(),
              found.quote().quotation().content(),
              List.of(found.quote().quotation()),
              found.quote().quotation().mentions().stream()
                  .map(SpeakerRef::name)
                  .distinct()
                  .toList(),
              found.quote().context(),
              Links.quote(found.quote().quotation().id()));
    };
  }

  /** The names of the columns, as a line. */
  static String head() {
    return line(
        Arrays.stream(Column.values()).map(column -> column.name().toLowerCase(Locale.ROOT)));
  }

  /** The row, as a line. */
  String line() {
    return line(
        Arrays.stream(Column.values()).map(column -> harmless(text(column.cell.apply(this)))));
  }

  /** Cells as a line, each quoted and harmless. */
  static String row(Stream<String> cells) {
    return line(cells.map(CsvRow::harmless));
  }

  private static String line(Stream<String> cells) {
    return FORMAT.format(cells.toArray()) + "\r\n";
  }

  static String harmless(String cell) {
    String begin = cell.stripLeading();
    boolean formula = !begin.isEmpty() && FORMULA.indexOf(begin.charAt(0)) >= 0;
    boolean blank = !cell.isEmpty() && cell.charAt(0) < ' ';
    return formula || blank ? "'" + cell : cell;
  }

  private String each(Function<ArchivedQuotation, @Nullable String> value) {
    return quotations.stream()
        .map(value)
        .filter(Objects::nonNull)
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private String names(Function<ArchivedQuotation, List<SpeakerRef>> value) {
    return quotations.stream()
        .flatMap(quotation -> value.apply(quotation).stream())
        .map(SpeakerRef::name)
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static String text(@Nullable LocalDate day) {
    return day == null ? "" : day.toString();
  }

  private static @Nullable String shortName(@Nullable PartyRef party) {
    return party == null ? null : party.name();
  }

  private static @Nullable String id(@Nullable PartyRef party) {
    return party == null ? null : party.id();
  }

  private static @Nullable String words(@Nullable Excerpt excerpt) {
    return excerpt == null ? null : excerpt.text();
  }
}
