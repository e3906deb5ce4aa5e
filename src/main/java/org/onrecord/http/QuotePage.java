package org.onrecord.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.onrecord.api.ApiJson;
import org.onrecord.api.Pages;
import org.onrecord.api.QuoteBody;
import org.onrecord.article.TextSpan;
import org.onrecord.page.LinkedQuotation;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.PartyRef;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.schema.SpeakerRef;

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
    SpeakerRef speaker = quotation().speaker();
    return speaker == null ? "Nobody is named as saying it" : speaker.name();
  }

  /** Who said what, not longer than a line. */
  String title() {
    String title = who() + ": " + quotation().content();
    return title.codePointCount(0, title.length()) <= TITLE
        ? title
        : title.substring(0, title.offsetByCodePoints(0, TITLE)) + "…";
  }

  /** The template filled. */
  String html(String template) {
    ArticleHeader article = quote.article();
    PartyRef party = quotation().party();
    Map<String, String> values = new LinkedHashMap<>();
    values.put("title", Markup.escape(title()));
    values.put("self", Markup.escape(self()));
    values.put("api", Markup.escape(QuoteBody.of(quote).links().self()));
    values.put("oembed", Markup.escape(address.to("/oembed?url=" + Pages.parameter(self()))));
    values.put("article", Markup.escape(Pages.article(article.id(), quotation().paragraph())));
    values.put("who", Markup.escape(who()));
    values.put("party", party == null ? "" : Markup.escape(party.name() + " · "));
    values.put("day", article.date() == null ? "date not given" : article.date().toString());
    values.put("outlet", article.outlet() == null ? "" : Markup.escape(" · " + article.outlet()));
    values.put("kind", quotation().kind().label());
    values.put("content", Markup.escape(quotation().content()));
    values.put("how", Markup.escape(how()));
    values.put("context", context());
    values.put("reason", Markup.escape(quotation().rule()));
    values.put("code", Markup.escape(frame(DEFAULT_WIDTH, height(DEFAULT_WIDTH))));
    values.put(
        "linkedData", Markup.inScript(ApiJson.text(LinkedQuotation.of(quote, address.base()))));
    return Markup.fill(template, values);
  }

  private String how() {
    return switch (quotation().kind()) {
      case DIRECT ->
          quotation().marked() ? "Verbatim" : "Verbatim, its quotation marks lost in the archive";
      case INDIRECT -> "Reported, not verbatim";
      case MIXED -> "Reported, with verbatim pieces";
    };
  }

  private String context() {
    StringBuilder html = new StringBuilder();
    int end = 0;
    for (TextSpan segment : quotation().segments()) {
      html.append(Markup.escape(quote.context().substring(end, segment.start())))
          .append("<mark>")
          .append(Markup.escape(segment.in(quote.context())))
          .append("</mark>");
      end = segment.end();
    }
    return html.append(Markup.escape(quote.context().substring(end))).toString();
  }

  /**
   * What a page that embeds it is told (oEmbed 1.0, type rich).
   *
   * @param maxWidth in pixels
   * @param maxHeight in pixels
   */
  Map<String, Object> embedding(int maxWidth, int maxHeight) {
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
    answer.put("html", frame(width, height));
    return answer;
  }

  private int height(int width) {
    int letters = Math.max(LEAST_WIDTH, width) / LETTER_WIDTH;
    int lines = 1 + quotation().content().length() / letters;
    return FRAME_HEIGHT + LINE_HEIGHT * Math.min(lines, MOST_LINES);
  }

  private String frame(int width, int height) {
    return "<iframe src=\"%s\" width=\"%d\" height=\"%d\" title=\"%s\" loading=\"lazy\"></iframe>"
        .formatted(
            Markup.escape(address.to(Pages.embeddedQuote(quotation().id()))),
            width,
            height,
            Markup.escape(title()));
  }
}
