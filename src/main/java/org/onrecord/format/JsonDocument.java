package org.onrecord.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
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
   * @param options how to read what it does not say
   * @param results is given what a person should know of it, if anything, and then the article, or
   *     what is wrong with it
   */
  public static void read(
      byte[] json,
      ArticleId id,
      String name,
      ReadOptions options,
      Consumer<? super ReadResult> results) {
    Provenance place = new Provenance(name, 0, 0, ArticleFormat.JSONL.label());
    switch (DecodedText.of(json, options)) {
      case DecodedText.Broken(long _, long _, String reason) ->
          results.accept(new Rejected(place, reason));
      case DecodedText.Whole(String text, Optional<String> _) -> {
        switch (JsonTree.of(text, false)) {
          case JsonTree.Broken(String reason) -> results.accept(new Rejected(place, reason));
          case JsonTree.Whole(JsonNode node) ->
              JsonArticle.read(node, place, options, Optional.of(id), results);
        }
      }
    }
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
