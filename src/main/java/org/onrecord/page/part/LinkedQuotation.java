package org.onrecord.page.part;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Pages;
import org.onrecord.article.PartyRef;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.SpeakerType;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;

/** A quotation in the words of schema.org, as what becomes JSON-LD. */
public final class LinkedQuotation {
  private LinkedQuotation() {}

  /**
   * The quotation, who said it, where, and about whom.
   *
   * @param base the service's address, without a slash at the end
   */
  public static Map<String, Object> of(QuoteDocument quote, String base) {
    ArchivedQuotation quotation = quote.quotation();
    String self = base + Pages.quote(quotation.id());
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("@context", "https://schema.org");
    data.put("@type", "Quotation");
    data.put("@id", self);
    data.put("url", self);
    data.put("text", quotation.content());
    List<Map<String, Object>> creators = creators(quotation);
    if (!creators.isEmpty()) {
      data.put("creator", creators.size() == 1 ? creators.getFirst() : creators);
    }
    data.put("isPartOf", article(quote.article(), quotation.paragraph(), base));
    List<Map<String, Object>> about =
        quotation.mentions().stream().map(who -> creator(who, null)).toList();
    if (!about.isEmpty()) {
      data.put("about", about);
    }
    return data;
  }

  /** A passage, and where it stands. */
  public static Map<String, Object> of(ParagraphDocument paragraph, String base) {
    String self = base + Pages.article(paragraph.article().id(), paragraph.ordinal());
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("@context", "https://schema.org");
    data.put("@type", "CreativeWork");
    data.put("@id", self);
    data.put("url", self);
    data.put("text", paragraph.text());
    data.put("isPartOf", article(paragraph.article(), paragraph.ordinal(), base));
    return data;
  }

  /** Everybody with a name who says it; nobody where it is not said. */
  private static List<Map<String, Object>> creators(ArchivedQuotation quotation) {
    SpeakerRef first = quotation.speaker();
    if (!quotation.isSaid() || first == null || first.type() == SpeakerType.UNNAMED) {
      return List.of();
    }
    List<Map<String, Object>> creators = new ArrayList<>();
    creators.add(creator(first, quotation.party()));
    quotation.others().forEach(other -> creators.add(creator(other.who(), other.party())));
    return creators;
  }

  private static Map<String, Object> creator(SpeakerRef who, @Nullable PartyRef party) {
    Map<String, Object> creator = new LinkedHashMap<>();
    boolean person = who.type() != SpeakerType.ORGANISATION;
    creator.put("@type", person ? "Person" : "Organization");
    creator.put("name", who.name());
    if (person && party != null) {
      creator.put("affiliation", Map.of("@type", "PoliticalParty", "name", party.name()));
    }
    return creator;
  }

  private static Map<String, Object> article(ArticleHeader header, int paragraph, String base) {
    Map<String, Object> article = new LinkedHashMap<>();
    article.put("@type", "NewsArticle");
    article.put("identifier", header.id().value());
    if (header.title() != null) {
      article.put("headline", header.title());
    }
    if (header.date() != null) {
      article.put("datePublished", header.date().toString());
    }
    article.put(
        "url", TextFragment.page(header).orElse(base + Pages.article(header.id(), paragraph)));
    if (header.outlet() != null) {
      article.put("publisher", Map.of("@type", "Organization", "name", header.outlet()));
    }
    return article;
  }
}
