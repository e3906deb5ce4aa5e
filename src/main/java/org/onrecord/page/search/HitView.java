package org.onrecord.page.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Pages;
import org.onrecord.article.TextSpan;
import org.onrecord.page.Wording;
import org.onrecord.page.part.Address;
import org.onrecord.page.part.Citation;
import org.onrecord.page.part.NameExplanation;
import org.onrecord.page.part.Passage;
import org.onrecord.page.part.PassageWindow;
import org.onrecord.page.part.Slots;
import org.onrecord.page.part.SpeakerTag;
import org.onrecord.page.part.TextFragment;
import org.onrecord.schema.ArchiveField;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.search.Copies;
import org.onrecord.search.Hit;
import org.onrecord.search.PartyLabels;

/**
 * A result: a passage with its quotations in place, or a quotation with the sentence around it.
 *
 * @param number from 1
 * @param title the article's headline; null where it has none, or where the hit is the headline
 * @param href the hit in its article
 * @param speakers who speaks in it, each once
 * @param day the article's date in words
 * @param iso the same as a machine reads it; null where it is not given
 * @param place "paragraph 4", "headline"
 * @param words the passage, or what is said
 * @param rows what is known of each quotation of a passage; none for a quotation
 * @param card what is known of a quotation; null for a passage
 * @param why what it was found by where that is not in its words; null where it is
 * @param also where else it stands
 * @param alsoMore how many further places there are
 * @param published the words on the publisher's page; null where that has no address
 * @param cite the citation, as a path
 * @param link the permalink, as a path
 */
public record HitView(
    int number,
    @Nullable String title,
    String href,
    List<SpeakerTag> speakers,
    String day,
    @Nullable String iso,
    @Nullable String outlet,
    String place,
    Passage words,
    List<QuotationRow> rows,
    @Nullable QuotationCard card,
    @Nullable NameExplanation why,
    List<Elsewhere> also,
    int alsoMore,
    @Nullable String published,
    String cite,
    String link) {
  private static final int MOST_ELSEWHERE = 4;

  public HitView {
    speakers = List.copyOf(speakers);
    rows = List.copyOf(rows);
    also = List.copyOf(also);
  }

  /** Another article that it stands in. */
  public record Elsewhere(String name, String href, boolean last) {}

  /**
   * The view of a hit.
   *
   * @param parties what parties are called
   */
  public static HitView of(Hit hit, int number, Address address, PartyLabels parties) {
    return switch (hit) {
      case Hit.ParagraphHit found -> ofParagraph(found, number, address, parties);
      case Hit.QuoteHit found -> ofQuote(found, number, address, parties);
    };
  }

  private static HitView ofParagraph(
      Hit.ParagraphHit hit, int number, Address address, PartyLabels parties) {
    var paragraph = hit.paragraph();
    int ordinal = paragraph.ordinal();
    List<TextSpan> marks = Passage.marks(hit.snippets(), ArchiveField.TEXT);
    PassageWindow window =
        PassageWindow.of(
            Passage.of(paragraph.text(), paragraph.quotations(), marks, Slots.BY_HASH));
    List<ArchivedQuotation> shown =
        paragraph.quotations().stream()
            .filter(quotation -> window.quotations().contains(quotation.id()))
            .toList();
    return make(
        hit,
        number,
        address,
        ordinal,
        speakers(shown, parties),
        window.passage(),
        rows(shown, parties),
        null,
        NameExplanation.of(hit.snippets(), paragraph.text(), paragraph.quotations()),
        TextFragment.of(paragraph).orElse(null),
        "/cite/paragraphs/" + Pages.parameter(paragraph.id()),
        Pages.article(hit.article().id(), ordinal));
  }

  private static List<QuotationRow> rows(List<ArchivedQuotation> quotations, PartyLabels parties) {
    return quotations.stream().map(one -> QuotationRow.of(one, parties)).toList();
  }

  private static HitView ofQuote(
      Hit.QuoteHit hit, int number, Address address, PartyLabels parties) {
    ArchivedQuotation quotation = hit.quote().quotation();
    List<ArchivedQuotation> one = List.of(quotation);
    List<TextSpan> marks = Passage.marks(hit.snippets(), ArchiveField.TEXT);
    return make(
        hit,
        number,
        address,
        quotation.paragraph(),
        speakers(one, parties),
        PassageWindow.of(Passage.of(quotation.content(), List.of(), marks, Slots.BY_HASH))
            .passage(),
        List.of(),
        QuotationCard.of(hit.quote()),
        NameExplanation.of(hit.snippets(), hit.quote().context(), one),
        TextFragment.of(hit.quote()).orElse(null),
        "/cite/quotes/" + Pages.parameter(quotation.id()),
        Pages.quote(quotation.id()));
  }

  private static HitView make(
      Hit hit,
      int number,
      Address address,
      int paragraph,
      List<SpeakerTag> speakers,
      Passage words,
      List<QuotationRow> rows,
      @Nullable QuotationCard card,
      @Nullable NameExplanation why,
      @Nullable String published,
      String cite,
      String link) {
    ArticleHeader article = hit.article();
    Copies copies = hit.copies();
    List<Elsewhere> also = also(copies, address);
    return new HitView(
        number,
        paragraph == 0 ? null : article.title(),
        read(article, paragraph, address),
        speakers,
        Wording.day(article.date()),
        article.date() == null ? null : article.date().toString(),
        article.outlet(),
        Citation.paragraph(paragraph),
        words,
        rows,
        card,
        why,
        also,
        copies.count() - also.size(),
        published,
        cite,
        link);
  }

  /** The article's page at a paragraph, which knows the way back to the search. */
  static String read(ArticleHeader article, int paragraph, Address address) {
    return Pages.article(article.id(), paragraph).replace("#", address.query() + "#");
  }

  /** Who else has it, each outlet once. */
  private static List<Elsewhere> also(Copies copies, Address address) {
    Map<String, Copies.Copy> named = new LinkedHashMap<>();
    for (Copies.Copy copy : copies.shown()) {
      if (named.size() < MOST_ELSEWHERE) {
        named.putIfAbsent(name(copy.article()), copy);
      }
    }
    List<Elsewhere> also = new ArrayList<>();
    named.forEach(
        (name, copy) ->
            also.add(
                new Elsewhere(
                    name,
                    read(copy.article(), copy.paragraph(), address),
                    also.size() == named.size() - 1)));
    return also;
  }

  private static String name(ArticleHeader article) {
    return article.outlet() != null
        ? article.outlet()
        : article.title() != null ? article.title() : article.id().value();
  }

  private static List<SpeakerTag> speakers(
      List<ArchivedQuotation> quotations, PartyLabels parties) {
    Map<String, SpeakerTag> tags = new LinkedHashMap<>();
    for (ArchivedQuotation quotation : quotations) {
      SpeakerTag tag = SpeakerTag.of(quotation, Slots.BY_HASH, parties);
      tags.putIfAbsent(tag.id() + " " + tag.name(), tag);
    }
    return List.copyOf(tags.values());
  }

  public boolean isQuotation() {
    return card != null;
  }

  public boolean hasRows() {
    return !rows.isEmpty();
  }

  public boolean hasCopies() {
    return !also.isEmpty();
  }

  public boolean hasMoreCopies() {
    return alsoMore > 0;
  }
}
