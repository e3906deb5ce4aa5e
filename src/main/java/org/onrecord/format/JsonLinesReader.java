package org.onrecord.format;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.onrecord.article.Provenance;
import org.onrecord.format.ReadResult.Rejected;

/**
 * Reads JSON Lines (UTF-8, one JSON object a line), an article a line of at most 64 MiB. A line
 * that is wrong is rejected by itself; blank lines do not count. {@link JsonArticle} says which
 * members mean what.
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
    ByteLines lines = new ByteLines(input.bytes(), limit);
    for (Optional<ByteLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
      if (!isBlank(line.get())) {
        results.accept(result(input, line.get()));
      }
    }
  }

  private ReadResult result(ArticleInput input, ByteLines.Line line) {
    Provenance place = input.at(line.offset(), line.number(), ArticleFormat.JSONL);
    if (line.isCut()) {
      return new Rejected(
          place,
          "the line has " + line.length() + " bytes; " + limit + " are the most that are read");
    }
    return JsonArticle.read(line.bytes(), place, Optional.empty());
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
