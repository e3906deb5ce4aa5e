package org.onrecord.format;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.onrecord.article.Provenance;
import org.onrecord.format.ReadResult.NoArticle;
import org.onrecord.format.ReadResult.Rejected;
import org.onrecord.format.ReadResult.Skipped;

/**
 * Reads JSON however it is laid out: an object, a list of them, or one after the other, each an
 * article of at most 64 MiB; or an object around a list of them. {@link JsonItem} says what an
 * object is. One that is wrong is rejected by itself.
 */
final class JsonReader implements ArticleReader {

  private final Supplier<ArticleFormat> format;

  /** A reader of what is known under a format's name. */
  JsonReader(Supplier<ArticleFormat> format) {
    this.format = format;
  }

  @Override
  public void read(ArticleInput input, Consumer<? super ReadResult> results) throws IOException {
    JsonElements elements = new JsonElements(Utf8Input.of(input), JsonLinesReader.LIMIT);
    long found = 0;
    for (Optional<JsonElements.Element> each = elements.next();
        each.isPresent();
        each = elements.next()) {
      found++;
      Provenance place = input.at(each.get().offset(), each.get().line(), format.get());
      switch (each.get()) {
        case JsonElements.Whole(byte[] bytes, long _, long _) ->
            JsonItem.read(bytes, found == 1, place, input, results);
        case JsonElements.Broken broken -> results.accept(new Rejected(place, broken.reason()));
      }
    }
    if (found == 0) {
      results.accept(new Skipped(input.start(format.get()), NoArticle.EMPTY));
    }
  }
}
