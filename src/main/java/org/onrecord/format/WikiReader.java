package org.onrecord.format;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.onrecord.format.ReadResult.NoArticle;
import org.onrecord.format.ReadResult.Rejected;
import org.onrecord.format.ReadResult.Skipped;

/**
 * Reads what wikis such as Wikinews <a
 * href="https://www.mediawiki.org/wiki/Help:Export#Export_format">export</a>, page by page, of each
 * the latest revision that is there. {@link WikiPage} says what a page is.
 */
final class WikiReader implements ArticleReader {

  /** {@code page} is gone through, and its parts are read one by one: a history may be long. */
  private static final Set<String> PARTS =
      Set.of("siteinfo", "title", "ns", "redirect", "revision");

  @Override
  public void read(ArticleInput input, Consumer<? super ReadResult> results) throws IOException {
    WikiSite site = WikiSite.UNKNOWN;
    WikiPage page = null;
    boolean any = false;
    try (Decoding text = new Decoding(input.bytes(), input.options())) {
      XmlStream xml = new XmlStream(text);
      for (Optional<XmlElement> next = xml.next(PARTS); next.isPresent(); next = xml.next(PARTS)) {
        XmlElement element = next.get();
        if (element.is("siteinfo")) {
          site = WikiSite.of(element);
        } else if (element.is("title")) {
          if (page != null) {
            page.emit(input, results);
          }
          any = true;
          page = new WikiPage(site, element);
        } else if (page != null) {
          page.take(element);
        }
      }
      if (page != null) {
        page.emit(input, results);
      }
      if (!any) {
        results.accept(new Skipped(input.start(ArticleFormat.MEDIAWIKI), NoArticle.EMPTY));
      }
    } catch (XmlFault fault) {
      results.accept(
          new Rejected(input.at(0, fault.line(), ArticleFormat.MEDIAWIKI), fault.reason()));
    } catch (UndecodableException fault) {
      results.accept(
          new Rejected(
              input.at(fault.offset(), fault.line(), ArticleFormat.MEDIAWIKI),
              String.valueOf(fault.getMessage())));
    }
  }

  static Fit fit(FileOpening opening) {
    return opening.xml().root().equals("mediawiki") ? Fit.CERTAIN : Fit.NONE;
  }
}
