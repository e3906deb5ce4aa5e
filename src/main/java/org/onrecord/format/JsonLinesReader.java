package org.onrecord.format;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.onrecord.article.Provenance;
import org.onrecord.format.ReadResult.Rejected;

/**
 * Reads JSON Lines (UTF-8, one JSON object a line), an article a line of at most 64 MiB. A line
 * that is wrong is rejected by itself, but a file of which no line is right is one that was taken
 * for JSON Lines, {@link FirstRefusals}; blank lines do not count. {@link JsonItem} says what an
 * object is.
 */
final class JsonLinesReader implements ArticleReader {
  static final int LIMIT = 64 << 20;

  private final int limit;

  JsonLinesReader() {
    this(LIMIT);
  }

  /** A reader that takes lines of {@code limit} bytes at the most. */
  JsonLinesReader(int limit) {
    this.limit = limit;
  }

  @Override
  public void read(ArticleInput input, Consumer<? super ReadResult> results) throws IOException {
    FirstRefusals first = new FirstRefusals(input.start(ArticleFormat.JSONL), results);
    ByteLines lines = new ByteLines(Utf8Input.of(input), limit);
    for (Optional<ByteLines.Line> line = lines.next();
        line.isPresent() && !first.isWrong();
        line = lines.next()) {
      if (!isBlank(line.get())) {
        read(input, line.get(), first);
      }
    }
    first.end();
  }

  private void read(ArticleInput input, ByteLines.Line line, Consumer<? super ReadResult> results) {
    Provenance place = input.at(line.offset(), line.number(), ArticleFormat.JSONL);
    if (line.isCut()) {
      results.accept(
          new Rejected(
              place,
              "the line has "
                  + line.length()
                  + " bytes; "
                  + limit
                  + " are the most that are read"));
    } else {
      JsonItem.read(line.bytes(), true, place, input, results);
    }
  }

  static boolean isBlank(ByteLines.Line line) {
    for (byte b : line.bytes()) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return !line.isCut();
  }
}
