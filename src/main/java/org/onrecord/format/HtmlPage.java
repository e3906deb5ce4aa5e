package org.onrecord.format;

import java.util.Optional;
import java.util.function.Consumer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Provenance;
import org.onrecord.format.ReadResult.NoArticle;
import org.onrecord.format.ReadResult.Rejected;
import org.onrecord.format.ReadResult.Skipped;

/**
 * A page of the web as an article: {@link PageFacts} says what it is, {@link PageBody} finds its
 * text. A page that neither says that it is an article nor has as much prose as one is none.
 */
final class HtmlPage {
  /** How many characters of prose make an article of a page that does not say what it is. */
  private static final int LEAST = 400;

  private HtmlPage() {}

  /**
   * Reads it.
   *
   * @param address where it was found, if that is known
   * @param alone whether its file has no other
   */
  static void read(
      String html,
      @Nullable String address,
      boolean alone,
      ArticleInput input,
      Provenance place,
      Consumer<? super ReadResult> results) {
    Document page = Jsoup.parse(html);
    PageFacts facts = new PageFacts(page, address);
    ArticleParts parts = new ArticleParts(input, place);
    if (!alone) {
      parts.oneOfMany();
    }
    facts.tell(parts);
    Optional<String> repeated = facts.articleBody().map(HtmlPage::plain);
    PageBody found = new PageBody(page.body());
    ConvertedText text = found.text();
    if (repeated.filter(r -> r.length() > 2 * text.text().length()).isPresent()) {
      parts.body(repeated.get());
    } else if (facts.sayNoArticle() || !facts.sayArticle() && found.prose() < LEAST) {
      results.accept(new Skipped(place, NoArticle.PAGE));
      return;
    } else {
      parts.body(text.text());
      text.warnings().forEach(parts::warn);
      text.captions().forEach(parts::caption);
    }
    if (!parts.hasBody()) {
      results.accept(
          new Rejected(place, "the page says that it is an article, and no text of one is on it"));
      return;
    }
    parts.emit(results);
  }

  private static String plain(String text) {
    return HtmlText.isHtml(text) ? HtmlText.of(text).text() : Blank.strip(text);
  }
}
