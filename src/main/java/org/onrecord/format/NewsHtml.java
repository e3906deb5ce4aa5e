package org.onrecord.format;

import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** HTML that a feed has as an article's text, without what stands around the text in it. */
final class NewsHtml {
  private NewsHtml() {}

  /**
   * The text.
   *
   * @param title the headline, which is left out where it stands above the text again
   */
  static ConvertedText text(String html, @Nullable String title) {
    Document page = Jsoup.parse(html);
    page.select("div.dat, header, nav, time.publicationDate").remove();
    Optional.ofNullable(page.selectFirst("h1, h2"))
        .filter(heading -> title != null && sameWords(heading, title))
        .ifPresent(Element::remove);
    return HtmlText.of(page.outerHtml());
  }

  private static boolean sameWords(Element heading, String title) {
    return heading.text().strip().equalsIgnoreCase(title.strip());
  }
}
