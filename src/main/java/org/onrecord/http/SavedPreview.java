package org.onrecord.http;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.alert.Grouping;
import org.onrecord.schema.Facet;
import org.onrecord.search.DateInterval;
import org.onrecord.search.DatedCounts;
import org.onrecord.search.FacetsWanted;
import org.onrecord.search.Hit;
import org.onrecord.search.MatchMode;
import org.onrecord.search.SearchQuestion;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchResult;
import org.onrecord.search.SearchService;
import org.onrecord.search.SortOrder;
import org.onrecord.verify.ArchiveSpan;

/**
 * What a search would have sent in the last {@value #DAYS} days that the archive covers, by the
 * days of articles.
 *
 * @param from the first of them; null where there is no article
 * @param messages at the most: of a day that is told of as one message, one; else one an article
 * @param newest at most {@value #SHOWN}
 */
public record SavedPreview(
    String explained,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    long messages,
    long passages,
    long articles,
    List<Hit> newest) {
  /** How many days are looked at. */
  public static final int DAYS = 30;

  private static final int SHOWN = 5;

  public SavedPreview {
    newest = List.copyOf(newest);
  }

  /**
   * Looks back.
   *
   * @throws org.onrecord.search.InvalidRequestException if the search cannot be understood
   */
  public static SavedPreview of(
      SearchService service, ArchiveSpan span, SearchRequest asked, Grouping every, LocalDate today)
      throws IOException {
    LocalDate newest = span.to();
    LocalDate to = newest == null || newest.isAfter(today) ? today : newest;
    LocalDate from = to.minusDays(DAYS - 1L);
    SearchRequest recent =
        asked
            .withDays(later(from, asked.from()), earlier(to, asked.to()))
            .withFacets(new FacetsWanted(Set.of(Facet.DATE), 1, DateInterval.DAY))
            .withPage(SortOrder.NEWEST, SHOWN, null);
    if (isEmpty(recent)) {
      return new SavedPreview("", from, to, 0, 0, 0, List.of());
    }
    try (SearchQuestion question = service.understand(recent)) {
      SearchResult result = question.result();
      if (result.match() == MatchMode.ANY && asked.match() == MatchMode.ALL) {
        return new SavedPreview(result.explained(), from, to, 0, 0, 0, List.of());
      }
      DatedCounts dated = question.dated();
      long articles = question.articles(asked.match(), 0).total();
      return new SavedPreview(
          result.explained(),
          from,
          to,
          every == Grouping.DAILY ? dated.buckets().size() : articles,
          result.total(),
          articles,
          result.hits());
    }
  }

  private static boolean isEmpty(SearchRequest request) {
    LocalDate from = request.from();
    LocalDate to = request.to();
    return from != null && to != null && from.isAfter(to);
  }

  private static LocalDate later(LocalDate one, @Nullable LocalDate other) {
    return other != null && other.isAfter(one) ? other : one;
  }

  private static LocalDate earlier(LocalDate one, @Nullable LocalDate other) {
    return other != null && other.isBefore(one) ? other : one;
  }
}
