package org.onrecord.format;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * The text of HTML, as a reader of the page sees it: what a browser shows as a block is a
 * paragraph, {@code br} ends a line, {@code q} has its marks, and references stand for their
 * characters once. {@link HtmlReading} says what is told apart and what is left out.
 *
 * <p>Soft hyphens and characters of no width stay where they are: they are part of what was
 * published, and whatever looks for words passes over them.
 */
public final class HtmlText {
  private HtmlText() {}

  /**
   * The text of a document or a part of one.
   *
   * @param html of any length; what is nested deeper than 512 elements is taken as that deep
   */
  public static ConvertedText of(String html) {
    Element body = Jsoup.parse(html).body();
    return new HtmlReading(body).text();
  }

  /** The text below an element. */
  static ConvertedText of(Element element) {
    return new HtmlReading(element).text();
  }

  /** The text on one line: of a headline or a name that may hold mark-up or references. */
  public static String line(String html) {
    if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
      return Blank.strip(html);
    }
    return Blank.strip(Jsoup.parseBodyFragment(html).text().replace('\u00A0', ' '));
  }

  /**
   * Whether a text that claims to be plain is HTML, told by what plain text does not have: an
   * element that is closed again, a void element such as {@code <br>}, a block's tag at the very
   * beginning or twice, WordPress's comments, or references such as {@code &#8217;} and {@code
   * &ldquo;}. A name in angle brackets, an address or a less-than sign are none of these.
   */
  public static boolean isHtml(String text) {
    return HtmlSigns.in(text);
  }
}
