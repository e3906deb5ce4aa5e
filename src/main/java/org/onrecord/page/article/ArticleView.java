package org.onrecord.page.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Pages;
import org.onrecord.article.TextSpan;
import org.onrecord.page.PageHead;
import org.onrecord.page.Viewer;
import org.onrecord.page.Wording;
import org.onrecord.page.part.Address;
import org.onrecord.page.part.HeadedView;
import org.onrecord.page.part.Slots;
import org.onrecord.query.QuerySyntax;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.ArticleLabels;
import org.onrecord.schema.Facet;
import org.onrecord.schema.ParagraphDocument;

/** An article, every quotation in its place and shaded by who speaks. */
public final class ArticleView implements HeadedView {
  private static final int LONG = 30;
  private static final int BEGINNING = 90;
  private static final int VERSION = 8;

  private final ArchivedArticle article;
  private final Arrival arrival;
  private final Viewer viewer;
  private final List<ParagraphDocument> body;
  private final List<ArchivedQuotation> quotations;
  private final Slots slots;

  /**
   * An article's view.
   *
   * @param arrival the search by which its reader came
   */
  public ArticleView(ArchivedArticle article, Arrival arrival, Viewer viewer) {
    this.article = article;
    this.arrival = arrival;
    this.viewer = viewer;
    this.body = article.paragraphs().stream().filter(p -> p.ordinal() > 0).toList();
    this.quotations = article.paragraphs().stream().flatMap(p -> p.quotations().stream()).toList();
    this.slots = slots(quotations);
  }

  /** A slot for each speaker, in order of first quotation. */
  public static Slots slots(List<ArchivedQuotation> quotations) {
    return Slots.apart(
        quotations.stream().map(ArchivedQuotation::speaker).filter(Objects::nonNull).toList());
  }

  @Override
  public ArticleHeader header() {
    return article.document().article();
  }

  @Override
  public String template() {
    return "article";
  }

  @Override
  public PageHead head() {
    String title = header().title();
    return new PageHead(
        title == null ? "Article of " + Wording.longDay(header().date()) : title,
        arrival.q(),
        arrival.syntax() == QuerySyntax.ONRECORD ? "" : arrival.syntax().label(),
        PageHead.Place.ELSEWHERE,
        null,
        null,
        false,
        summary());
  }

  /** "The Harbour Post, 7 November 2024: 12 quotations of 5 speakers". */
  private String summary() {
    String outlet = header().outlet();
    return (outlet == null ? "" : outlet + ", ")
        + longDay()
        + ": "
        + Wording.count(quotations.size(), "quotation", "quotations");
  }

  /** The article's id. */
  public String id() {
    return header().id().value();
  }

  /** The first characters of its version. */
  public String version() {
    String version = header().version();
    return version.substring(0, Math.min(VERSION, version.length()));
  }

  /** A subject that the article's feed has, and the search for what else has it. */
  public record Tag(String label, String href) {}

  /** What the feed says that it is about. */
  public List<Tag> tags() {
    return labels().map(ArticleLabels::tags).orElse(List.of()).stream()
        .map(tag -> new Tag(tag, new Address(Map.of(Facet.TAG.label(), List.of(tag))).page()))
        .toList();
  }

  /** Whether there are any. */
  public boolean hasTags() {
    return !tags().isEmpty();
  }

  /** The language that the feed says; null where it says none. */
  public @Nullable String language() {
    return labels().map(ArticleLabels::language).orElse(null);
  }

  private Optional<ArticleLabels> labels() {
    return ArticleLabels.of(article.document().received());
  }

  public @Nullable String author() {
    return article.document().received().author();
  }

  /** Where it was published; null where that is no address of the web. */
  public @Nullable String published() {
    String url = header().url();
    return url != null && url.matches("(?i)https?://.*") ? url : null;
  }

  /** The article in the API. */
  public String asData() {
    return "/api/v1" + self();
  }

  /** The page itself, without the search that its reader came by. */
  public String self() {
    String atHeadline = Pages.article(header().id(), 0);
    return atHeadline.substring(0, atHeadline.indexOf('#'));
  }

  /** The headline with its quotations; null where the archive has none. */
  public @Nullable ArticleParagraph headline() {
    return article.paragraphs().stream()
        .filter(p -> p.ordinal() == 0)
        .findFirst()
        .map(this::placed)
        .orElse(null);
  }

  /** How the article begins, where it has no headline. */
  public String beginning() {
    String text = body.isEmpty() ? "" : body.getFirst().text();
    if (text.codePointCount(0, text.length()) <= BEGINNING) {
      return text;
    }
    String cut = text.substring(0, text.offsetByCodePoints(0, BEGINNING));
    int blank = cut.lastIndexOf(' ');
    return (blank > 0 ? cut.substring(0, blank) : cut) + "…";
  }

  public List<ArticleParagraph> paragraphs() {
    return body.stream().map(this::placed).toList();
  }

  private ArticleParagraph placed(ParagraphDocument paragraph) {
    return ArticleParagraph.of(paragraph, quotations, arrival, slots);
  }

  /** Whether a browser should draw only what is near the window. */
  public boolean isLong() {
    return body.size() > LONG;
  }

  /** "16 paragraphs". */
  public String paragraphCount() {
    return Wording.count(body.size(), "paragraph", "paragraphs");
  }

  /** "20 quotations by 7 people". */
  public String quotationCount() {
    long speakers =
        quotations.stream()
            .map(ArchivedQuotation::speaker)
            .filter(Objects::nonNull)
            .map(speaker -> speaker.id())
            .filter(Objects::nonNull)
            .distinct()
            .count();
    return Wording.count(quotations.size(), "quotation", "quotations")
        + (speakers == 0 ? "" : " by " + Wording.count(speakers, "speaker", "speakers"));
  }

  /** How many percent of the text are reported speech. */
  public long share() {
    long all = body.stream().mapToLong(p -> p.text().length()).sum();
    long said =
        body.stream()
            .flatMap(p -> p.quotations().stream())
            .flatMap(q -> q.segments().stream())
            .mapToLong(TextSpan::length)
            .sum();
    return all == 0 ? 0 : Math.min(100, Math.round(100.0 * said / all));
  }

  public List<SpeakerLane> lanes() {
    return SpeakerLane.all(article.paragraphs(), slots);
  }

  public boolean quotesAnybody() {
    return !quotations.isEmpty();
  }

  /** "Speakers", and how many. */
  public int laneCount() {
    return lanes().size();
  }

  /** Where in the article's length the paragraphs stand that the search found. */
  public List<SpeakerLane.Stretch> pins() {
    List<SpeakerLane.Stretch> pins = new ArrayList<>();
    int whole = Math.max(1, article.paragraphs().stream().mapToInt(p -> p.text().length()).sum());
    int at = 0;
    for (ParagraphDocument paragraph : article.paragraphs()) {
      TextSpan span = new TextSpan(at, at + paragraph.text().length());
      if (arrival.finds(paragraph.ordinal())) {
        pins.add(SpeakerLane.stretch(span, whole));
      }
      at = span.end();
    }
    return pins;
  }

  public Arrival arrival() {
    return arrival;
  }

  /** Whether the reader came by a search that finds something here. */
  public boolean arrived() {
    return !arrival.found().isEmpty();
  }

  /** "6 passages". */
  public String foundCount() {
    return Wording.count(arrival.found().size(), "passage", "passages");
  }

  /** The results that the reader came from; the search page where they came by none. */
  public String back() {
    return arrival.query().isEmpty() ? "/" : "/?" + arrival.query();
  }

  public boolean cameBySearch() {
    return !arrival.query().isEmpty();
  }

  public Viewer viewer() {
    return viewer;
  }
}
