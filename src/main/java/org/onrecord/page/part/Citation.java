package org.onrecord.page.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.ApiJson;
import org.onrecord.api.Pages;
import org.onrecord.article.Labelled;
import org.onrecord.article.PartyRef;
import org.onrecord.page.PageRenderer;
import org.onrecord.page.Wording;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;

/**
 * How a quotation or a passage is cited, ready for a story: who, when and where, the archive's
 * words without any quotation mark that they lack, the publisher's own page at these words where
 * that is known, and what a reader has to know of them: that they are reported and not verbatim,
 * denied, or not certain.
 *
 * @param words as they stand in the archive
 * @param where speaker and party, date, outlet, article, paragraph; what is not known is left out
 * @param how what a reader has to know of the words; null for nothing
 * @param published the words on their publisher's page; null where that has no address
 * @param address where it can be read in the archive, absolute
 * @param source what it is cited from, for lists of literature
 * @param linkedData the words of schema.org for it, as what becomes JSON-LD
 */
public record Citation(
    String words,
    List<String> where,
    @Nullable String how,
    @Nullable String published,
    String address,
    CitedSource source,
    Map<String, Object> linkedData) {
  private static final Pattern MARKDOWN = Pattern.compile("[\\\\`*_\\[\\]<>#|~]");

  public Citation {
    where = List.copyOf(where);
  }

  /** What a citation can be written as. */
  public enum Form implements Labelled {
    TEXT("text/plain;charset=utf-8"),
    HTML("text/plain;charset=utf-8"),
    MARKDOWN("text/plain;charset=utf-8"),
    BIBTEX("application/x-bibtex;charset=utf-8"),
    RIS("application/x-research-info-systems;charset=utf-8"),
    JSON_LD("application/ld+json");

    private final String type;

    Form(String type) {
      this.type = type;
    }

    /** The media type as which it is sent: mark-up as plain text, to be copied and not shown. */
    public String type() {
      return type;
    }
  }

  /**
   * Cites a quotation.
   *
   * @param base the service's address, without a slash at the end
   */
  public static Citation of(QuoteDocument quote, String base) {
    ArchivedQuotation quotation = quote.quotation();
    List<String> where = new ArrayList<>();
    where.add(who(quotation));
    where.addAll(place(quote.article(), quotation.paragraph()));
    return new Citation(
        quotation.content(),
        where,
        how(quotation),
        TextFragment.of(quote).orElse(null),
        base + Pages.quote(quotation.id()),
        new CitedSource(quotation.id(), quote.article(), who(quotation), quotation.paragraph()),
        LinkedQuotation.of(quote, base));
  }

  /** Cites a paragraph. */
  public static Citation of(ParagraphDocument paragraph, String base) {
    return new Citation(
        paragraph.text(),
        place(paragraph.article(), paragraph.ordinal()),
        null,
        TextFragment.of(paragraph).orElse(null),
        base + Pages.article(paragraph.article().id(), paragraph.ordinal()),
        new CitedSource(paragraph.id(), paragraph.article(), null, paragraph.ordinal()),
        LinkedQuotation.of(paragraph, base));
  }

  private static String who(ArchivedQuotation quotation) {
    PartyRef party = quotation.party();
    PartyRef former = quotation.formerParty();
    String name = Voice.names(quotation, "Speaker not named");
    if (party != null) {
      return name + " (" + party.name() + ")";
    }
    return former == null ? name : name + " (formerly " + former.name() + ")";
  }

  private static List<String> place(ArticleHeader article, int paragraph) {
    List<String> place = new ArrayList<>();
    place.add(Wording.citedDay(article.date()));
    if (article.outlet() != null) {
      place.add(article.outlet());
    }
    place.add(article.title() == null ? "article " + article.id() : article.title());
    place.add(paragraph(paragraph));
    return place;
  }

  /** "paragraph 4"; the headline is paragraph 0. */
  public static String paragraph(int ordinal) {
    return ordinal == 0 ? "headline" : "paragraph " + ordinal;
  }

  private static @Nullable String how(ArchivedQuotation quotation) {
    List<String> how = new ArrayList<>();
    switch (quotation.kind()) {
      case DIRECT -> {
        if (!quotation.marked()) {
          how.add("verbatim, its quotation marks lost in the archive");
        }
      }
      case INDIRECT -> how.add("reported, not verbatim");
      case MIXED -> how.add("partly verbatim");
    }
    if (!quotation.isAffirmed()) {
      how.add(quotation.isSaid() ? quotation.polarity().label() : "told not to have been said");
    }
    if (quotation.speaksFor() != null) {
      how.add("for " + quotation.speaksFor().name());
    }
    Sureness sureness = Sureness.of(quotation);
    if (!sureness.clear()) {
      how.add("not certain: " + sureness.reason());
    }
    return how.isEmpty() ? null : String.join("; ", how);
  }

  /** The citation in one of its forms. */
  public String as(Form form) {
    return switch (form) {
      case TEXT -> text();
      case HTML -> html();
      case MARKDOWN -> markdown();
      case BIBTEX -> CitationRecords.bibTex(this);
      case RIS -> CitationRecords.ris(this);
      case JSON_LD -> ApiJson.text(linkedData);
    };
  }

  /** One line. */
  public String text() {
    return line()
        + " "
        + (published == null ? address : published + " (archived: " + address + ")");
  }

  /** The same without addresses. */
  public String line() {
    return String.join(", ", where) + ": " + words + bracket();
  }

  /** " [reported, not verbatim]"; empty where there is nothing to know. */
  public String bracket() {
    return how == null ? "" : " [" + how + "]";
  }

  /** A quotation element, which a browser gives no marks, and a line below it. */
  public String html() {
    return "<figure><blockquote cite=\"%s\">%s</blockquote><figcaption>%s%s. %s</figcaption></figure>"
        .formatted(
            escaped(published == null ? address : published),
            escaped(words),
            escaped(String.join(", ", where)),
            escaped(bracket()),
            (published == null ? "" : link(published, "As published") + ", ")
                + link(address, "in the archive"));
  }

  private static String link(String to, String text) {
    return "<a href=\"" + escaped(to) + "\">" + text + "</a>";
  }

  /** A block quotation and a line below it. */
  public String markdown() {
    return "> "
        + plain(words).replace("\n", "\n> ")
        + "\n\n"
        + plain(String.join(", ", where))
        + (how == null ? "" : " \\[" + plain(how) + "\\]")
        + ". "
        + (published == null ? "" : "[As published](<" + bracketless(published) + ">), ")
        + "[in the archive](<"
        + address
        + ">)\n";
  }

  /** An address between angle brackets holds none. */
  private static String bracketless(String url) {
    return url.replace("<", "%3C").replace(">", "%3E");
  }

  private static String plain(String text) {
    return MARKDOWN.matcher(text).replaceAll("\\\\$0");
  }

  private static String escaped(String text) {
    return PageRenderer.ESCAPER.escape(text);
  }
}
