package org.onrecord.format;

import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads NITF, the <a href="https://iptc.org/standards/nitf/">News Industry Text Format</a> 2.5 to
 * 3.6: a document an article. {@link NitfArticle} says which element means what.
 */
final class NitfReader implements ArticleReader {
  @Override
  public void read(ArticleInput input, Consumer<? super ReadResult> results) throws IOException {
    new XmlItems(input, ArticleFormat.NITF, results)
        .read(
            Set.of("nitf"),
            (nitf, place, each) -> {
              ArticleParts parts = new ArticleParts(input, place);
              NitfArticle.describe(nitf, parts);
              NitfArticle.body(nitf, parts);
              parts.emit(each);
            });
  }
}
