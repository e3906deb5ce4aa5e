package org.onrecord.page.quotation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Pages;
import org.onrecord.article.CodePoints;
import org.onrecord.article.Excerpt;
import org.onrecord.article.PartyRef;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.SpeakerType;
import org.onrecord.page.PageHead;
import org.onrecord.page.Viewer;
import org.onrecord.page.article.ArticleView;
import org.onrecord.page.article.TiedText;
import org.onrecord.page.part.Citation;
import org.onrecord.page.part.HeadedView;
import org.onrecord.page.part.KindTag;
import org.onrecord.page.part.Passage;
import org.onrecord.page.part.Slots;
import org.onrecord.page.part.SpeakerTag;
import org.onrecord.page.part.Sureness;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.CorrectionMark;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.verify.Reports;

/** A quotation on its own: its words, its place, who says it and how that is known. */
public final class QuotationView implements HeadedView {
  private final ArchivedArticle article;
  private final ArchivedQuotation quotation;
  private final Reports reports;
  private final Addresses addresses;
  private final Viewer viewer;
  private final Slots slots;

  /**
   * A quotation's view.
   *
   * @param article the article that it is from
   * @param reports who else reports it
   */
  public QuotationView(
      ArchivedArticle article,
      ArchivedQuotation quotation,
      Reports reports,
      Addresses addresses,
      Viewer viewer) {
    this.reports = reports;
    this.article = article;
    this.quotation = quotation;
    this.addresses = addresses;
    this.viewer = viewer;
    this.slots =
        ArticleView.slots(
            article.paragraphs().stream().flatMap(p -> p.quotations().stream()).toList());
  }

  /**
   * What the page says of itself to programs.
   *
   * @param title who said what, not longer than a line
   * @param self where it is, absolute
   * @param api the quotation in the API
   * @param oembed where oEmbed tells how to embed it, absolute
   * @param frame the element that embeds it
   * @param linkedData the words of schema.org for it, safe within a script element
   */
  public record Addresses(
      String title,
      String self,
      String api,
      String oembed,
      String frame,
      String linkedData,
      Citation citation) {}

  @Override
  public String template() {
    return "quotation";
  }

  @Override
  public PageHead head() {
    return new PageHead(
            addresses.title(), "", PageHead.Place.ELSEWHERE, null, addresses.self(), true)
        .saying(addresses.citation().line());
  }

  @Override
  public ArticleHeader header() {
    return article.document().article();
  }

  public Addresses addresses() {
    return addresses;
  }

  public Viewer viewer() {
    return viewer;
  }

  public String id() {
    return quotation.id();
  }

  public SpeakerTag speaker() {
    return SpeakerTag.of(quotation, slots);
  }

  public KindTag kind() {
    return KindTag.of(quotation);
  }

  public Sureness sureness() {
    return Sureness.of(quotation);
  }

  /** The archive's words. */
  public String content() {
    return quotation.content();
  }

  public String lang() {
    return Passage.language(quotation.content());
  }

  public @Nullable String title() {
    return header().title();
  }

  /** The article, at the quotation. */
  public String inPlace() {
    return Pages.inArticle(header().id(), quotation.id());
  }

  /** "paragraph 4 of 16". */
  public String place() {
    long paragraphs = article.paragraphs().stream().filter(p -> p.ordinal() > 0).count();
    return quotation.paragraph() == 0
        ? "the headline"
        : "paragraph " + quotation.paragraph() + " of " + paragraphs;
  }

  /** Its paragraph, in which it alone is shaded. */
  public @Nullable TiedText text() {
    return paragraph(quotation.paragraph())
        .map(paragraph -> TiedText.of(paragraph, quotation, slots))
        .orElse(null);
  }

  /** The paragraph that names the speaker, where that is another one. */
  public @Nullable TiedText elsewhere() {
    Excerpt source = quotation.source();
    return source == null || source.paragraph() == quotation.paragraph()
        ? null
        : paragraph(source.paragraph())
            .map(paragraph -> TiedText.of(paragraph, quotation, slots))
            .orElse(null);
  }

  /** "paragraph 2", where that names the speaker. */
  public String elsewherePlace() {
    Excerpt source = quotation.source();
    return source == null ? "" : Citation.paragraph(source.paragraph());
  }

  private Optional<ParagraphDocument> paragraph(int ordinal) {
    return article.paragraphs().stream().filter(p -> p.ordinal() == ordinal).findFirst();
  }

  /** How it is told, for readers. */
  public String how() {
    return switch (quotation.kind()) {
      case DIRECT ->
          quotation.marked() ? "Verbatim" : "Verbatim, its quotation marks lost in the archive";
      case INDIRECT -> "Reported, not verbatim";
      case MIXED -> "Reported, with verbatim pieces";
    };
  }

  /** Whether it is affirmed, denied and so on. */
  public String polarity() {
    return quotation.isSaid() ? quotation.polarity().label() : "not said";
  }

  public @Nullable String cue() {
    return quotation.cue() == null ? null : quotation.cue().text();
  }

  public @Nullable String source() {
    return quotation.source() == null ? null : quotation.source().text();
  }

  /** The rules that decided, each a step. */
  public List<String> rules() {
    return List.of(quotation.rule().split(" > ", -1));
  }

  /** "person". */
  public String speakerType() {
    SpeakerRef speaker = quotation.speaker();
    return speaker == null ? "" : speaker.type().label();
  }

  /** Those spoken about. */
  public List<Linked> about() {
    return quotation.mentions().stream()
        .distinct()
        .map(who -> new Linked(who.name(), who.id() == null ? null : Pages.speaker(who.id())))
        .toList();
  }

  /** A name that has a page, or none. */
  public record Linked(String name, @Nullable String href) {}

  /** "120–265 in paragraph 4", in code points. */
  public String offsets() {
    String text =
        paragraph(quotation.paragraph()).map(ParagraphDocument::text).orElse(quotation.content());
    CodePoints points = new CodePoints(text);
    return quotation.segments().stream()
            .map(points::of)
            .map(span -> span.start() + "–" + span.end())
            .collect(Collectors.joining(", "))
        + " in "
        + Citation.paragraph(quotation.paragraph());
  }

  /** What else the speaker says in the article. */
  public List<AlsoSaid> also() {
    SpeakerRef speaker = quotation.speaker();
    if (speaker == null || speaker.id() == null) {
      return List.of();
    }
    return article.paragraphs().stream()
        .flatMap(p -> p.quotations().stream())
        .filter(q -> !q.equals(quotation))
        .filter(q -> q.speakers().stream().anyMatch(who -> speaker.id().equals(who.id())))
        .map(AlsoSaid::of)
        .toList();
  }

  /** Who else reports it, and what it was before it was corrected. */
  public ReportsTold told() {
    return new ReportsTold(quotation, reports);
  }

  /** What an editor has corrected; null where nothing was. */
  public @Nullable Corrected corrected() {
    CorrectionMark mark = quotation.correction();
    return mark == null
        ? null
        : new Corrected(
            sureness().reason(),
            SpeakerTag.name(mark.speaker()),
            party(mark.party(), mark.formerParty()),
            mark.note());
  }

  /**
   * A correction.
   *
   * @param decided by whom and when
   * @param speaker who was taken to speak before
   * @param party for which party; null for none
   * @param why in the editor's words; null where none are given
   */
  public record Corrected(
      String decided, String speaker, @Nullable String party, @Nullable String why) {}

  private static @Nullable String party(@Nullable PartyRef party, @Nullable PartyRef former) {
    if (party != null) {
      return party.name();
    }
    return former == null ? null : "former " + former.name();
  }

  /** Where it is corrected. */
  public String corrections() {
    return Pages.corrections(quotation.id());
  }

  /** The id as it stands in an address. */
  public String path() {
    return Pages.parameter(quotation.id());
  }

  /** Whether the speaker says more in the article. */
  public boolean speaksOn() {
    return !also().isEmpty();
  }

  /** The page's own path. */
  public String self() {
    return Pages.quote(quotation.id());
  }

  /** Those who speak in the article or are spoken of, to choose from. */
  public List<String> people() {
    return article.paragraphs().stream()
        .flatMap(p -> Stream.concat(p.speakers().stream(), p.mentions().stream().map(m -> m.who())))
        .filter(who -> who.type() != SpeakerType.UNNAMED)
        .map(SpeakerRef::name)
        .distinct()
        .toList();
  }

  /** Whether there is somebody whom an editor could confirm. */
  public boolean confirmable() {
    return quotation.speaker() != null && quotation.correction() == null;
  }

  /** The name by which the speaker is confirmed. */
  public @Nullable String confirmed() {
    SpeakerRef speaker = quotation.speaker();
    return speaker == null ? null : speaker.name();
  }
}
