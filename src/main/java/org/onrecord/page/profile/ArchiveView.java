package org.onrecord.page.profile;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Pages;
import org.onrecord.article.CodePoints;
import org.onrecord.page.PageHead;
import org.onrecord.page.PageView;
import org.onrecord.page.Wording;
import org.onrecord.page.part.Address;
import org.onrecord.page.part.Bars;
import org.onrecord.page.part.DateChart;
import org.onrecord.page.part.Tab;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.search.ArchiveCounts;
import org.onrecord.search.FacetCounts;
import org.onrecord.search.Hit;

/**
 * What the archive holds, and how more comes in.
 *
 * @param newest one hit of each of the newest articles, the newest first
 * @param chart its passages over time
 * @param bars who is quoted most, for which parties, from which outlets
 * @param bulk the address that takes many articles at once
 */
public record ArchiveView(
    ArchiveCounts counts, List<Newest> newest, DateChart chart, List<Bars> bars, String bulk)
    implements PageView {
  public ArchiveView {
    newest = List.copyOf(newest);
    bars = List.copyOf(bars);
  }

  /**
   * An article.
   *
   * @param title its headline, or how it begins
   */
  public record Newest(
      String title, String href, String day, @Nullable String iso, @Nullable String outlet) {
    private static final int LONGEST = 100;

    /** The article of a hit. */
    public static Newest of(Hit hit) {
      ArticleHeader article = hit.article();
      String shown =
          article.title() != null
              ? article.title()
              : switch (hit) {
                case Hit.ParagraphHit found -> found.paragraph().text();
                case Hit.QuoteHit found -> found.quote().context();
              };
      String place = Pages.article(article.id(), 0);
      return new Newest(
          CodePoints.shortened(shown, LONGEST),
          place.substring(0, place.indexOf('#')),
          Wording.day(article.date()),
          article.date() == null ? null : article.date().toString(),
          article.outlet());
    }
  }

  /**
   * The view.
   *
   * @param dates how many passages of which month
   * @param speakers who is quoted how often; and so on
   * @param speakerIds the ids of speakers by their names, as far as they are known
   */
  public static ArchiveView of(
      ArchiveCounts counts,
      List<Newest> newest,
      FacetCounts.Dates dates,
      List<FacetCounts.Value> speakers,
      List<FacetCounts.Value> parties,
      List<FacetCounts.Value> outlets,
      Map<String, String> speakerIds,
      String bulk) {
    Address all = new Address(Map.of());
    Address quotations = new Address(Map.of("type", List.of("quote")));
    return new ArchiveView(
        counts,
        newest,
        DateChart.of(dates, all, null, null, Tab.Kind.PASSAGES),
        List.of(
            bars(
                "Most quoted",
                "quotations",
                speakers,
                quotations,
                "speaker",
                page(speakerIds, Pages::speaker)),
            bars("Parties that speak", "quotations", parties, quotations, "party", Pages::party),
            bars("Outlets", "passages", outlets, all, "outlet", _ -> null)),
        bulk);
  }

  private static Function<String, @Nullable String> page(
      Map<String, String> ids, UnaryOperator<String> address) {
    return name -> {
      String id = ids.get(name);
      return id == null ? null : address.apply(id);
    };
  }

  private static Bars bars(
      String title,
      String small,
      List<FacetCounts.Value> values,
      Address address,
      String facet,
      Function<String, @Nullable String> page) {
    return new Bars(
        title,
        small,
        Bars.rows(Bars.of(values), page, key -> address.with(facet, key).page()),
        "Not given in this archive.",
        null,
        false);
  }

  @Override
  public String template() {
    return "archive";
  }

  @Override
  public PageHead head() {
    return new PageHead("The archive", "", PageHead.Place.ARCHIVE, null, null, false);
  }

  public String articles() {
    return Wording.count(counts.articles(), "article", "articles");
  }

  public String paragraphs() {
    return Wording.count(counts.paragraphs(), "paragraph", "paragraphs");
  }

  public String quotations() {
    return Wording.count(counts.quotations(), "quotation", "quotations");
  }

  public boolean holdsAnything() {
    return counts.articles() > 0;
  }

  /** The day of the newest article. */
  public String newestDay() {
    return newest.isEmpty() ? "none yet" : newest.getFirst().day();
  }

  public boolean hasChart() {
    return !chart.columns().isEmpty();
  }
}
