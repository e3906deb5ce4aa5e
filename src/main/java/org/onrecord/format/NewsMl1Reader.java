package org.onrecord.format;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.onrecord.article.Provenance;
import org.onrecord.format.ReadResult.NoArticle;
import org.onrecord.format.ReadResult.Skipped;

/**
 * Reads <a href="https://iptc.org/standards/newsml-1/">NewsML 1</a>: each text among an item's
 * components is an article, one in each language where there are several. {@link NewsMl1Article}
 * says which element means what.
 */
final class NewsMl1Reader implements ArticleReader {
  @Override
  public void read(ArticleInput input, Consumer<? super ReadResult> results) throws IOException {
    new XmlItems(input, ArticleFormat.NEWSML_1, results)
        .read(Set.of("NewsItem"), (item, place, each) -> read(item, input, place, each));
  }

  private static void read(
      XmlElement item, ArticleInput input, Provenance place, Consumer<? super ReadResult> results) {
    List<NewsMl1Story> stories = NewsMl1Story.in(item);
    for (int i = 0; i < stories.size(); i++) {
      ArticleParts parts = new ArticleParts(input, place).oneOfMany();
      NewsMl1Article.add(item, stories.get(i), i == 0 ? "" : "#" + (i + 1), parts);
      parts.emit(results);
    }
    if (stories.isEmpty()) {
      String status =
          item.child("NewsManagement", "Status")
              .flatMap(s -> s.attribute("FormalName"))
              .orElse("Usable")
              .toLowerCase(Locale.ROOT);
      if (!status.matches("withheld|cancell?ed|kill(?:ed)?")) {
        results.accept(new Skipped(place, other(item)));
      } else {
        ArticleParts parts = new ArticleParts(input, place).oneOfMany();
        NewsMl1Article.add(item, NewsMl1Story.NONE, "", parts);
        parts.emit(results);
      }
    }
  }

  /** What an item without text is. */
  private static NoArticle other(XmlElement item) {
    String words =
        item.within("ContentItem").stream()
            .flatMap(
                content ->
                    content.children().stream()
                        .flatMap(c -> c.attribute("FormalName").stream())
                        .map(name -> name.toLowerCase(Locale.ROOT)))
            .reduce("", (all, name) -> all + " " + name);
    Optional<NoArticle> told =
        words.matches("(?s).*(?:video|mpeg-?4|mp4|clip).*")
            ? Optional.of(NoArticle.VIDEO)
            : words.matches("(?s).*(?:audio|mp3|wav).*")
                ? Optional.of(NoArticle.AUDIO)
                : words.matches("(?s).*graphic.*")
                    ? Optional.of(NoArticle.GRAPHIC)
                    : words.matches("(?s).*(?:photo|jpe?g|picture|image|png|tiff).*")
                        ? Optional.of(NoArticle.PICTURE)
                        : Optional.empty();
    return told.orElse(item.within("NewsItemRef").isEmpty() ? NoArticle.EMPTY : NoArticle.PACKAGE);
  }
}
