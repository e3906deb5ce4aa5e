package org.onrecord.format;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.onrecord.article.Provenance;
import org.onrecord.format.ReadResult.NoArticle;
import org.onrecord.format.ReadResult.Skipped;

/**
 * Reads <a href="https://iptc.org/standards/newsml-g2/">NewsML-G2</a> to 2.35: items by themselves
 * or in a news message, of which those of text are articles. {@link NewsMlG2Article} says which
 * element means what.
 */
final class NewsMlG2Reader implements ArticleReader {
  static final Set<String> ROOTS =
      Set.of(
          "newsMessage",
          "newsItem",
          "packageItem",
          "conceptItem",
          "knowledgeItem",
          "planningItem",
          "catalogItem");
  private static final Set<String> ITEMS =
      Set.of(
          "newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem");

  @Override
  public void read(ArticleInput input, Consumer<? super ReadResult> results) throws IOException {
    new XmlItems(input, ArticleFormat.NEWSML_G2, results)
        .read(ITEMS, (item, place, each) -> read(item, input, place, each));
  }

  private static void read(
      XmlElement item, ArticleInput input, Provenance place, Consumer<? super ReadResult> results) {
    Optional<NoArticle> other = other(item);
    if (other.isPresent()) {
      results.accept(new Skipped(place, other.get()));
      return;
    }
    ArticleParts parts = new ArticleParts(input, place);
    if (item.depth() > 0) {
      parts.oneOfMany();
    }
    NewsMlG2Article.add(item, parts);
    parts.emit(results);
  }

  /** What an item is, where it is no article. */
  private static Optional<NoArticle> other(XmlElement item) {
    return switch (item.name()) {
      case "packageItem" -> Optional.of(NoArticle.PACKAGE);
      case "planningItem" -> Optional.of(NoArticle.PLANNING);
      case "catalogItem" -> Optional.of(NoArticle.CATALOGUE);
      case "conceptItem", "knowledgeItem" ->
          Optional.of(item.within("eventDetails").isEmpty() ? NoArticle.CONCEPT : NoArticle.EVENT);
      default -> otherNews(item);
    };
  }

  private static Optional<NoArticle> otherNews(XmlElement item) {
    return switch (itemClass(item)) {
      case "picture", "photo", "image" -> Optional.of(NoArticle.PICTURE);
      case "graphic", "animation" -> Optional.of(NoArticle.GRAPHIC);
      case "video" -> Optional.of(NoArticle.VIDEO);
      case "audio" -> Optional.of(NoArticle.AUDIO);
      case "data" -> Optional.of(NoArticle.DATA);
      default ->
          item.child("contentSet", "inlineXML", "events").isPresent()
              ? Optional.of(NoArticle.EVENT)
              : Optional.empty();
    };
  }

  /** The last part of the class's code, of whatever vocabulary: {@code ninat:text} is "text". */
  private static String itemClass(XmlElement item) {
    return item.child("itemMeta", "itemClass")
        .flatMap(c -> c.attribute("qcode").or(() -> c.attribute("uri")))
        .map(code -> code.replaceFirst("^.*[:/]", "").toLowerCase(Locale.ROOT))
        .orElse("");
  }
}
