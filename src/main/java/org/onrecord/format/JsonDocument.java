package org.onrecord.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Provenance;
import org.onrecord.format.ReadResult.Rejected;
import tools.jackson.databind.JsonNode;

/** One article as a JSON document, with the members of a line of JSON Lines, on any lines. */
public final class JsonDocument {
  private JsonDocument() {}

  /**
   * Reads it.
   *
   * @param json UTF-8
   * @param id the article's; its own member {@code id} may be missing, but be no other
   * @param name what the document is called in messages
   */
  public static ReadResult read(byte[] json, ArticleId id, String name) {
    Provenance place = new Provenance(name, 0, 0, ArticleFormat.JSONL.label());
    return switch (DecodedText.of(json, ReadOptions.DEFAULT)) {
      case DecodedText.Broken(long _, long _, String reason) -> new Rejected(place, reason);
      case DecodedText.Whole(String text, Optional<String> _) ->
          switch (JsonTree.of(text, false)) {
            case JsonTree.Broken(String reason) -> new Rejected(place, reason);
            case JsonTree.Whole(JsonNode node) ->
                JsonArticle.read(node, place, ReadOptions.DEFAULT, Optional.of(id));
          };
    };
  }

  /**
   * How many lines of JSON Lines are not blank; no more than {@code most} are counted.
   *
   * @throws IOException if they cannot be read
   */
  public static int countLines(InputStream lines, int most) throws IOException {
    ByteLines all = new ByteLines(lines, JsonLinesReader.LIMIT);
    int count = 0;
    for (Optional<ByteLines.Line> line = all.next();
        line.isPresent() && count < most;
        line = all.next()) {
      count += JsonLinesReader.isBlank(line.get()) ? 0 : 1;
    }
    return count;
  }
}
