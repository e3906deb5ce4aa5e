package org.onrecord.http.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.onrecord.api.ApiJson;
import org.onrecord.api.Pages;
import org.onrecord.api.QuoteBody;
import org.onrecord.article.CodePoints;
import org.onrecord.http.ServiceAddress;
import org.onrecord.page.PageRenderer;
import org.onrecord.page.part.Citation;
import org.onrecord.page.part.LinkedQuotation;
import org.onrecord.page.part.Passage;
import org.onrecord.page.part.Voice;
import org.onrecord.page.quotation.QuotationView;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.QuoteDocument;

/** A quotation as a page, as a frame in another's page, and as what programs read of both. */
record QuotePage(QuoteDocument quote, ServiceAddress address) {
  private static final int DEFAULT_WIDTH = 560;
  private static final int LEAST_WIDTH = 200;
  private static final int LETTER_WIDTH = 10;
  private static final int LINE_HEIGHT = 32;
  private static final int FRAME_HEIGHT = 130;
  private static final int MOST_LINES = 20;
  private static final int TITLE = 90;

  private ArchivedQuotation quotation() {
    return quote.quotation();
  }

  /** The page itself, absolute. */
  String self() {
    return address.to(Pages.quote(quotation().id()));
  }

  /** Who speaks, in words. */
  String who() {
    return Voice.names(quotation(), "Nobody is named as saying it");
  }

  /** Who said what, not longer than a line. */
  String title() {
    return CodePoints.shortened(
        Voice.told(quotation(), "Nobody is named as saying it") + ": " + quotation().content(),
        TITLE);
  }

  /** What the page and the frame say of themselves to programs. */
  QuotationView.Addresses addresses() {
    return new QuotationView.Addresses(
        title(),
        self(),
        QuoteBody.of(quote).links().self(),
        address.to("/oembed?url=" + Pages.parameter(self())),
        markup(DEFAULT_WIDTH, height(DEFAULT_WIDTH), true),
        Markup.inScript(ApiJson.text(LinkedQuotation.of(quote, address.base()))),
        Citation.of(quote, address.base()));
  }

  /**
   * What a page that embeds it is told (oEmbed 1.0, type rich).
   *
   * @param maxWidth in pixels
   * @param maxHeight in pixels
   * @param growing whether the script that lets the frame grow is among it
   */
  Map<String, Object> embedding(int maxWidth, int maxHeight, boolean growing) {
    int width = Math.min(maxWidth, DEFAULT_WIDTH);
    int height = Math.min(maxHeight, height(width));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("version", "1.0");
    answer.put("type", "rich");
    answer.put("title", title());
    answer.put("author_name", who());
    answer.put("provider_name", "OnRecord");
    answer.put("provider_url", address.to("/"));
    answer.put("width", width);
    answer.put("height", height);
    answer.put("html", markup(width, height, growing));
    return answer;
  }

  private int height(int width) {
    int letters = Math.max(LEAST_WIDTH, width) / LETTER_WIDTH;
    int lines = 1 + quotation().content().length() / letters;
    return FRAME_HEIGHT + LINE_HEIGHT * Math.min(lines, MOST_LINES);
  }

  /**
   * What stands in the other page. The quotation comes first, for pages that are rid of frames or
   * scripts; where they are not, the script takes it away as soon as the frame is there.
   */
  private String markup(int width, int height, boolean growing) {
    return quotationMarkup()
        + frame(width, height)
        + (growing
            ? "<script src=\"%s\" async></script>"
                .formatted(PageRenderer.escaped(address.to("/embed/frames.js")))
            : "");
  }

  /** Words, who says them where, and a link, of which no part is lost where paragraphs are. */
  private String quotationMarkup() {
    Citation citation = Citation.of(quote, address.base());
    return """
    <blockquote class="onrecord-quotation" cite="%1$s" lang="%2$s" dir="auto"><p>%3$s</p> \
    <p>— %4$s%5$s. <a href="%1$s">See it in the archive</a></p></blockquote>\
    """
        .formatted(
            PageRenderer.escaped(citation.address()),
            Passage.language(quotation().content()),
            PageRenderer.escaped(quotation().content()),
            PageRenderer.escaped(String.join(", ", citation.where())),
            PageRenderer.escaped(citation.bracket()));
  }

  private String frame(int width, int height) {
    return "<iframe src=\"%s\" width=\"%d\" height=\"%d\" title=\"%s\" frameborder=\"0\" loading=\"lazy\"></iframe>"
        .formatted(
            PageRenderer.escaped(address.to(Pages.embeddedQuote(quotation().id()))),
            width,
            height,
            PageRenderer.escaped(title()));
  }
}
