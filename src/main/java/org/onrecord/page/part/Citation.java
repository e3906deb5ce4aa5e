package org.onrecord.page.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
 * How a quotation or a passage is cited: who, when and where, the archive's words without any
 * quotation mark that they lack, and how they came about.
 *
 * @param words as they stand in the archive
 * @param where speaker and party, date, outlet, article, paragraph; what is not known is left out
 * @param how the kind, whether marks were lost, how the speaker is known; null for a passage
 * @param address where it can be read, absolute
 * @param linkedData the words of schema.org for it, as JSON; null for a passage
 */
public record Citation(
    String words,
    List<String> where,
    @Nullable String how,
    String address,
    @Nullable String linkedData) {
  private static final Pattern MARKDOWN = Pattern.compile("[\\\\`*_\\[\\]<>#|~]");

  public Citation {
    where = List.copyOf(where);
  }

  /** What a citation can be written as. */
  public enum Form implements Labelled {
    TEXT("text/plain;charset=utf-8"),
    HTML("text/plain;charset=utf-8"),
    MARKDOWN("text/plain;charset=utf-8"),
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
        base + Pages.quote(quotation.id()),
        ApiJson.text(LinkedQuotation.of(quote, base)));
  }

  /** Cites a paragraph. */
  public static Citation of(ParagraphDocument paragraph, String base) {
    return new Citation(
        paragraph.text(),
        place(paragraph.article(), paragraph.ordinal()),
        null,
        base + Pages.article(paragraph.article().id(), paragraph.ordinal()),
        null);
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
    place.add(Wording.day(article.date()));
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

  private static String how(ArchivedQuotation quotation) {
    Sureness sureness = Sureness.of(quotation);
    List<String> how = new ArrayList<>();
    how.add(quotation.kind().label());
    if (KindTag.of(quotation).marksLost()) {
      how.add("marks lost");
    }
    if (!quotation.isAffirmed()) {
      how.add(quotation.isSaid() ? quotation.polarity().label() : "told not to have been said");
    }
    if (quotation.speaksFor() != null) {
      how.add("for " + quotation.speaksFor().name());
    }
    how.add("speaker " + sureness.word().toLowerCase(Locale.ROOT) + ", " + sureness.reason());
    return String.join("; ", how);
  }

  /** The citation in one of its forms; a passage has no JSON-LD. */
  public String as(Form form) {
    return switch (form) {
      case TEXT -> text();
      case HTML -> html();
      case MARKDOWN -> markdown();
      case JSON_LD -> linkedData == null ? text() : linkedData;
    };
  }

  /** One line. */
  public String text() {
    return line() + " " + address;
  }

  /** The same without the address. */
  public String line() {
    return String.join(", ", where) + ": " + words + bracket();
  }

  private String bracket() {
    return how == null ? "" : " [" + how + "]";
  }

  /** A quotation element, which a browser gives no marks, and a line below it. */
  public String html() {
    return "<figure><blockquote cite=\"%s\">%s</blockquote><figcaption>%s%s. <a href=\"%s\">%s</a></figcaption></figure>"
        .formatted(
            escaped(address),
            escaped(words),
            escaped(String.join(", ", where)),
            escaped(bracket()),
            escaped(address),
            "OnRecord");
  }

  /** A block quotation and a line below it. */
  public String markdown() {
    return "> "
        + plain(words).replace("\n", "\n> ")
        + "\n\n"
        + plain(String.join(", ", where))
        + (how == null ? "" : " \\[" + plain(how) + "\\]")
        + ". [OnRecord](<"
        + address
        + ">)\n";
  }

  private static String plain(String text) {
    return MARKDOWN.matcher(text).replaceAll("\\\\$0");
  }

  private static String escaped(String text) {
    return PageRenderer.ESCAPER.escape(text);
  }
}
