package org.onrecord.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.onrecord.article.Provenance;
import org.onrecord.format.ReadResult.Rejected;
import org.onrecord.format.ReadResult.Skipped;
import org.onrecord.format.ReadResult.Warned;

/**
 * Reads tables with a header, <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a> and its
 * relatives: parted by commas, semicolons, tabs or bars, an article a row. {@link TableColumns}
 * says which columns are what.
 */
final class TableReader implements ArticleReader {
  /** Characters of one row. */
  private static final int LIMIT = 64 << 20;

  @Override
  public void read(ArticleInput input, Consumer<? super ReadResult> results) throws IOException {
    try (Decoding decoding = new Decoding(input.bytes(), input.options())) {
      BoundedReader text = new BoundedReader(decoding, LIMIT);
      Optional<TableColumns> columns = TableColumns.of(text.peekLine(FileOpening.SIZE));
      if (columns.isEmpty()) {
        results.accept(
            new Rejected(
                input.at(0, 1, ArticleFormat.CSV),
                "the first line names no column \"body\" or \"text\": a table needs a header"));
        return;
      }
      rows(columns.get(), text, input, results);
      decoding
          .warning()
          .ifPresent(w -> results.accept(new Warned(input.start(ArticleFormat.CSV), w)));
    } catch (UndecodableException e) {
      results.accept(
          new Rejected(
              input.at(e.offset(), e.line(), ArticleFormat.CSV), String.valueOf(e.getMessage())));
    }
  }

  private static void rows(
      TableColumns columns,
      BoundedReader text,
      ArticleInput input,
      Consumer<? super ReadResult> results)
      throws IOException {
    long line = 1;
    long rows = 0;
    try (CSVParser parser = CSVParser.parse(text, columns.dialect())) {
      Iterator<CSVRecord> records = parser.iterator();
      records.next();
      while (true) {
        text.restart();
        line = parser.getCurrentLineNumber() + 1;
        if (!records.hasNext()) {
          break;
        }
        CSVRecord row = records.next();
        rows++;
        Provenance place =
            input.at(
                row.getBytePosition() < 0 ? 0 : row.getCharacterPosition(),
                line,
                ArticleFormat.CSV);
        columns.read(row.toList(), input, place, results);
      }
      if (rows == 0) {
        results.accept(new Skipped(input.start(ArticleFormat.CSV), ReadResult.NoArticle.EMPTY));
      }
    } catch (UncheckedIOException e) {
      refuse(Objects.requireNonNull(e.getCause()), line, input, results);
    } catch (IOException e) {
      refuse(e, line, input, results);
    }
  }

  private static void refuse(
      IOException fault, long line, ArticleInput input, Consumer<? super ReadResult> results)
      throws IOException {
    if (fault instanceof UndecodableException || fault instanceof BombException) {
      throw fault;
    }
    results.accept(
        new Rejected(
            input.at(0, line, ArticleFormat.CSV),
            "broken table, and what follows was not read: " + inWords(fault)));
  }

  private static String inWords(IOException fault) {
    String reason = Faults.reason(fault);
    return reason.contains("EOF reached before encapsulated token")
        ? "a value in the row that begins here has no quotation mark at its end"
        : reason;
  }

  static Fit fit(FileOpening opening) {
    String text = opening.text();
    int end = text.indexOf('\n');
    boolean header = TableColumns.of(end < 0 ? text : text.substring(0, end)).isPresent();
    if (!opening.isText() || !header) {
      return Fit.NONE;
    }
    return Fit.POSSIBLE;
  }
}
