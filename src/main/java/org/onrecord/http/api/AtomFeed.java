package org.onrecord.http.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.onrecord.api.Pages;
import org.onrecord.article.ArticleId;
import org.onrecord.article.CodePoints;
import org.onrecord.article.PartyRef;
import org.onrecord.http.ServiceAddress;
import org.onrecord.page.part.Voice;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.FormerAddress;
import org.onrecord.search.Hit;
import org.onrecord.search.SearchResult;

/**
 * The hits of a search as an Atom feed (RFC 4287), as text alone. An entry is as old as its
 * article's day, or as what was changed since: the article, or what an editor says of it. It keeps
 * its id, the address of its page.
 */
final class AtomFeed {
  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
  private static final String TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";
  private static final int TITLE = 120;

  private final ServiceAddress address;
  private final String query;
  private final boolean telling;
  private final Map<ArticleId, Instant> changed;

  /**
   * A feed at this address.
   *
   * @param query the raw query of the request, with its question mark; empty where there is none
   * @param telling whether it tells under which address it is found
   * @param changed when each article of the hits was changed last, long ago where it was not
   */
  AtomFeed(ServiceAddress address, String query, boolean telling, Map<ArticleId, Instant> changed) {
    this.telling = telling;
    this.changed = Map.copyOf(changed);
    this.address = address;
    this.query = query;
  }

  /**
   * The feed.
   *
   * @param lost addresses that entries may have had and at which nothing is any more
   */
  byte[] of(SearchResult result, List<FormerAddress> lost) {
    String self = address.to("/api/v1/feed.atom" + query);
    XmlText xml = new XmlText("feed", NAMESPACE);
    xml.text("id", self)
        .text("title", "OnRecord: " + result.explained())
        .text("updated", updated(result).toString());
    if (telling) {
      xml.empty("link", "rel", "self", "type", "application/atom+xml", "href", self);
    }
    xml.empty("link", "rel", "alternate", "type", "text/html", "href", address.to("/" + query))
        .start("author")
        .text("name", "OnRecord")
        .end();
    result.hits().forEach(hit -> entry(xml, hit));
    lost.forEach(one -> tombstone(xml, one));
    return xml.bytes();
  }

  private void entry(XmlText xml, Hit hit) {
    ArticleHeader article = hit.article();
    xml.start("entry");
    switch (hit) {
      case Hit.ParagraphHit found ->
          text(
              xml,
              Pages.article(article.id(), found.paragraph().ordinal()),
              title(article) + ", paragraph " + found.paragraph().ordinal(),
              found.paragraph().text());
      case Hit.QuoteHit found ->
          text(
              xml,
              Pages.quote(found.quote().quotation().id()),
              said(found.quote().quotation()),
              found.quote().quotation().content());
    }
    xml.text("updated", updated(hit).toString());
    if (article.outlet() != null) {
      xml.start("author").text("name", article.outlet()).end();
    }
    xml.end();
  }

  /** That an entry is gone (RFC 6721), and nothing of what it was. */
  private void tombstone(XmlText xml, FormerAddress lost) {
    xml.empty(
        "deleted-entry",
        "xmlns",
        TOMBSTONES,
        "ref",
        address.to(Pages.quote(lost.id())),
        "when",
        lost.until().toString());
  }

  private void text(XmlText xml, String path, String title, String text) {
    String page = address.to(path);
    xml.text("id", page)
        .text("title", CodePoints.shortened(title, TITLE))
        .empty("link", "rel", "alternate", "type", "text/html", "href", page)
        .text("content", text, "type", "text");
  }

  private static String title(ArticleHeader article) {
    return article.title() == null ? article.id().value() : article.title();
  }

  private static String said(ArchivedQuotation quotation) {
    PartyRef party = quotation.party();
    String told = quotation.polarity().told();
    return Voice.names(quotation, "Unattributed")
        + (party == null ? "" : " (" + party.name() + ")")
        + (told.isEmpty() ? "" : " " + told)
        + ": "
        + quotation.content();
  }

  private Instant updated(SearchResult result) {
    return result.hits().stream()
        .map(this::updated)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  private Instant updated(Hit hit) {
    LocalDate day = hit.article().date();
    Instant published = day == null ? Instant.EPOCH : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    return Stream.of(
            published, changed.getOrDefault(hit.article().id(), Instant.EPOCH), corrected(hit))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static Instant corrected(Hit hit) {
    return hit instanceof Hit.QuoteHit found && found.quote().quotation().correction() != null
        ? found.quote().quotation().correction().at()
        : Instant.EPOCH;
  }
}
