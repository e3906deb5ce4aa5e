package org.onrecord.format;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.onrecord.article.Provenance;
import org.onrecord.format.ReadResult.NoArticle;
import org.onrecord.format.ReadResult.Rejected;
import org.onrecord.format.ReadResult.Skipped;
import org.onrecord.format.ReadResult.Warned;

/**
 * Reads plain text, an article a file of at most 64 MiB; {@link Encodings} says in which encoding.
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
    switch (DecodedText.of(bytes, input.options())) {
      case DecodedText.Broken(long offset, long line, String reason) ->
          results.accept(new Rejected(at(input, offset, line), reason));
      case DecodedText.Whole(String text, Optional<String> _) when Blank.is(text) ->
          results.accept(new Skipped(at(input, 0, 0), NoArticle.EMPTY));
      case DecodedText.Whole(String text, Optional<String> warning) -> {
        warning.ifPresent(w -> results.accept(new Warned(at(input, 0, 0), w)));
        results.accept(new TextLayout(text, input.options()).article(input, at(input, 0, 1)));
      }
    }
  }

  private static Provenance at(ArticleInput input, long offset, long line) {
    return input.at(offset, line, ArticleFormat.TEXT);
  }
}
