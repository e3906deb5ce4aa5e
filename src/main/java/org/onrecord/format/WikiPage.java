package org.onrecord.format;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Provenance;
import org.onrecord.format.ReadResult.NoArticle;
import org.onrecord.format.ReadResult.Skipped;

/**
 * A page of a wiki. It was published on the day that its template {@code {{date}}} says; where it
 * has none, as in an encyclopedia, that of its latest revision counts. Talk, categories, templates,
 * redirects and their like are no articles.
 */
final class WikiPage {
  private final WikiSite site;
  private final XmlElement start;
  private final String title;
  private boolean aside;
  private @Nullable XmlElement latest;

  WikiPage(WikiSite site, XmlElement title) {
    this.site = site;
    this.start = title;
    this.title = title.words();
    this.aside = site.isAside(this.title);
  }

  /** Takes in a part of the page. */
  void take(XmlElement part) {
    switch (part.name()) {
      case "ns" -> aside |= !part.words().equals("0");
      case "redirect" -> aside = true;
      default -> {
        if (latest == null || time(latest).compareTo(time(part)) < 0) {
          latest = part;
        }
      }
    }
  }

  private static String time(XmlElement revision) {
    return revision.words("timestamp").orElse("");
  }

  void emit(ArticleInput input, Consumer<? super ReadResult> results) {
    Provenance place = input.at(start.offset(), start.line(), ArticleFormat.MEDIAWIKI);
    String wikitext = latest == null ? "" : latest.child("text").map(XmlElement::text).orElse("");
    if (aside || wikitext.stripLeading().regionMatches(true, 0, "#REDIRECT", 0, 9)) {
      results.accept(new Skipped(place, NoArticle.PAGE));
      return;
    }
    Wikitext text = Wikitext.of(wikitext);
    ArticleParts parts = new ArticleParts(input, place).oneOfMany();
    parts.title(title).outlet(site.name());
    site.address(title).ifPresent(parts::url);
    parts.updated(latest == null ? null : time(latest));
    Optional<String> date =
        text.date().filter(d -> PublicationDate.parse(d) instanceof PublicationDate.Day);
    date.ifPresent(parts::published);
    if (date.isEmpty() && latest != null && !time(latest).isEmpty()) {
      parts.published(time(latest));
      parts.warn("the page has no {{date}}; its date is that of its latest revision");
    }
    text.categories().forEach(parts::tag);
    text.captions().forEach(parts::caption);
    parts.body(text.text());
    parts.emit(results);
  }
}
