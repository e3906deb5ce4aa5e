package org.onrecord.format;

import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import java.util.function.Consumer;
import org.onrecord.article.Provenance;
import org.onrecord.format.ReadResult.Rejected;

/** Reads a saved page of the web of at most {@value #LIMIT} characters, {@link HtmlPage}. */
final class HtmlReader implements ArticleReader {
  static final int LIMIT = 16 << 20;

  @Override
  public void read(ArticleInput input, Consumer<? super ReadResult> results) throws IOException {
    Provenance place = input.start(ArticleFormat.HTML);
    Decoding text;
    String html;
    try {
      text = new Decoding(input.bytes(), input.options());
      html = all(text);
    } catch (UndecodableException e) {
      results.accept(
          new Rejected(
              input.at(e.offset(), e.line(), ArticleFormat.HTML), String.valueOf(e.getMessage())));
      return;
    }
    if (html.length() > LIMIT) {
      results.accept(new Rejected(place, "the page is longer than 16 million characters"));
      return;
    }
    text.warning().ifPresent(w -> results.accept(new ReadResult.Warned(place, w)));
    HtmlPage.read(html, null, true, input, place, results);
  }

  /** All characters, or a few more than the limit. */
  static String all(Reader text) throws IOException {
    StringBuilder all = new StringBuilder();
    char[] buffer = new char[1 << 14];
    int read = text.read(buffer, 0, buffer.length);
    while (read >= 0 && all.length() <= LIMIT) {
      all.append(buffer, 0, read);
      read = text.read(buffer, 0, buffer.length);
    }
    return all.toString();
  }

  /** HTML begins with its document type or first element, behind comments if it must. */
  static Fit fit(FileOpening opening) {
    XmlOpening xml = opening.xml();
    boolean root =
        xml.root().equalsIgnoreCase("html")
            || xml.doctype().toLowerCase(Locale.ROOT).startsWith("html");
    return root
        ? Fit.CERTAIN
        : opening.hasExtension("html", "htm", "xhtml") && opening.text().contains("<")
            ? Fit.POSSIBLE
            : Fit.NONE;
  }
}
