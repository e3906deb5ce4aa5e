package org.onrecord.format;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.onrecord.article.Provenance;
import org.onrecord.format.ReadResult.Rejected;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON Lines (UTF-8, one JSON object a line), an article a line of at most 64 MiB. A line
 * that is wrong is rejected by itself; blank lines do not count. {@link JsonArticle} says which
 * members mean what.
 */
final class JsonLinesReader implements ArticleReader {
  private static final int LIMIT = 64 << 20;
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(100)
                          .maxStringLength(LIMIT)
                          .build())
                  .build())
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

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
    JsonNode node;
    try (JsonParser parser = JSON.createParser(line.bytes())) {
      node = JSON.readTree(parser);
      if (parser.nextToken() != null) {
        return new Rejected(
            place,
            "more than one JSON object on the line, from column "
                + parser.currentTokenLocation().getColumnNr());
      }
    } catch (JacksonException e) {
      String reason =
          e instanceof UnexpectedEndOfInputException
              ? "the line ends too early"
              : e.getOriginalMessage().lines().findFirst().orElse("");
      return new Rejected(place, "broken JSON" + position(e) + ": " + reason);
    }
    return new JsonArticle(node).article(place);
  }

  private static String position(JacksonException e) {
    return e.getLocation() == null ? "" : " at column " + e.getLocation().getColumnNr();
  }

  private static boolean isBlank(ByteLines.Line line) {
    for (byte b : line.bytes()) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return !line.isCut();
  }
}
