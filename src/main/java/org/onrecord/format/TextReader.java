package org.onrecord.format;

import java.io.IOException;
import java.util.function.Consumer;
import org.onrecord.article.Provenance;
import org.onrecord.format.ReadResult.Rejected;

/**
 * Reads plain text, an article a file of at most 64 MiB: UTF-8, or UTF-16 with a byte order mark.
 * {@link TextLayout} says what stands where.
 */
final class TextReader implements ArticleReader {
  private static final int LIMIT = 64 << 20;

  @Override
  public void read(ArticleInput input, Consumer<? super ReadResult> results) throws IOException {
    byte[] bytes = input.bytes().readNBytes(LIMIT + 1);
    if (bytes.length > LIMIT) {
      results.accept(
          new Rejected(at(input, 0, 1), "longer than 64 MiB, the most that one article may have"));
      return;
    }
    results.accept(
        switch (DecodedText.of(bytes)) {
          case DecodedText.Broken(long offset, long line, String reason) ->
              new Rejected(at(input, offset, line), reason);
          case DecodedText.Whole(String text) ->
              new TextLayout(text).article(input, at(input, 0, 1));
        });
  }

  private static Provenance at(ArticleInput input, long offset, long line) {
    return input.at(offset, line, ArticleFormat.TEXT);
  }
}
