package org.onrecord.format;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.onrecord.article.Provenance;
import org.onrecord.format.ReadResult.NoArticle;
import org.onrecord.format.ReadResult.Rejected;
import org.onrecord.format.ReadResult.Skipped;

/**
 * Reads feeds while they come: <a href="https://www.rssboard.org/rss-specification">RSS</a> 0.9 to
 * 2.0, <a href="https://web.resource.org/rss/1.0/spec">RSS 1.0</a>, Atom 0.3 and <a
 * href="https://www.rfc-editor.org/rfc/rfc4287">1.0</a>, and what WordPress <a
 * href="https://wordpress.org/documentation/article/tools-export-screen/">exports</a>, which is RSS
 * with members of its own. {@link FeedItem} and {@link WordPressItem} say what an item is.
 */
final class FeedReader implements ArticleReader {
  private static final Set<String> ITEMS = Set.of("item", "entry");
  private static final Set<String> READ =
      Set.of(
          "item",
          "entry",
          "title",
          "language",
          "copyright",
          "rights",
          "publisher",
          "image",
          "textInput",
          "textinput",
          "author",
          "base_site_url",
          "category",
          "tag",
          "term");

  @Override
  public void read(ArticleInput input, Consumer<? super ReadResult> results) throws IOException {
    FeedHead head = new FeedHead();
    long items = 0;
    try (Decoding text = new Decoding(input.bytes(), input.options())) {
      XmlStream xml = new XmlStream(text);
      for (Optional<XmlElement> next = xml.next(READ); next.isPresent(); next = xml.next(READ)) {
        XmlElement element = next.get();
        if (!ITEMS.contains(element.name())) {
          head.take(element);
          continue;
        }
        items++;
        Provenance place = input.at(element.offset(), element.line(), ArticleFormat.FEED);
        if (WordPressItem.isOne(element)) {
          WordPressItem.read(element, head, input, place, results);
        } else {
          FeedItem.read(element, head, input, place, results);
        }
      }
      text.warning()
          .ifPresent(
              w -> results.accept(new ReadResult.Warned(input.start(ArticleFormat.FEED), w)));
      if (items == 0) {
        results.accept(new Skipped(input.start(ArticleFormat.FEED), NoArticle.EMPTY));
      }
    } catch (XmlFault fault) {
      results.accept(new Rejected(input.at(0, fault.line(), ArticleFormat.FEED), fault.reason()));
    } catch (UndecodableException fault) {
      results.accept(
          new Rejected(
              input.at(fault.offset(), fault.line(), ArticleFormat.FEED),
              String.valueOf(fault.getMessage())));
    }
  }

  /** Feeds are known by their first element. */
  static Fit fit(FileOpening opening) {
    XmlOpening xml = opening.xml();
    boolean feed =
        switch (xml.root()) {
          case "rss", "feed" -> true;
          case "RDF" ->
              opening.text().contains("/rss/") || opening.text().contains("netscape.com/rdf");
          default -> false;
        };
    return feed ? Fit.CERTAIN : Fit.NONE;
  }
}
