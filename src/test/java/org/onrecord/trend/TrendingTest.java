package org.onrecord.trend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onrecord.search.SampleArticle.article;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.Polarity;
import org.onrecord.backend.lucene.LuceneArchive;
import org.onrecord.schema.Facet;
import org.onrecord.search.DateInterval;
import org.onrecord.search.FacetAliases;
import org.onrecord.search.InvalidRequestException;
import org.onrecord.search.SampleArticle;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchService;
import org.onrecord.trend.Trends.Point;
import org.onrecord.trend.Trends.Series;
import org.onrecord.trend.Trends.TypicalWord;

/** Series over a real index. */
final class TrendingTest {
  @TempDir private Path folder;
  private LuceneArchive archive;
  private Trending trending;

  @BeforeEach
  void open() throws IOException {
    archive = LuceneArchive.open(folder);
    trending = new Trending(new SearchService(archive.backend(), FacetAliases.NONE));
  }

  @AfterEach
  void close() throws IOException {
    archive.close();
  }

  private void index(SampleArticle... articles) throws IOException {
    for (SampleArticle each : articles) {
      archive.put(each.archived());
    }
    archive.commit();
  }

  /** Ada of the GRN on ferries in January and March, Ben of the Blue-N on taxes in March. */
  private void indexTwo() throws IOException {
    index(
        article("a")
            .on("2024-01-10")
            .in("Herald", "news")
            .paragraph("Ada said the ferry sails at dawn.")
            .said("the ferry sails at dawn", "Ada Bell", "GRN"),
        article("b")
            .on("2024-03-05")
            .in("Tribune", "news")
            .paragraph(
                "Ada said the ferry waits. Ada denied that the ferry sinks. Ben said taxes rise.")
            .said("the ferry waits", "Ada Bell", "GRN")
            .said("the ferry sinks", "Ada Bell", "GRN")
            .told(Polarity.DENIED)
            .said("taxes rise", "Ben Oru", "Blue-N"),
        article("c")
            .undated()
            .paragraph("Ben said the tax is paid.")
            .said("the tax is paid", "Ben Oru", "Blue-N"));
  }

  private static TrendRequest asked(String q, ShareOf of, String... series) {
    return new TrendRequest(
        SearchRequest.of(q),
        List.of(series).stream().map(text -> SeriesKey.parse(text).orElseThrow()).toList(),
        null,
        DateInterval.MONTH,
        of,
        5);
  }

  private static String counts(Series series) {
    StringBuilder counts = new StringBuilder();
    for (Point point : series.points()) {
      counts
          .append(point.from().toString(), 0, 7)
          .append(' ')
          .append(point.count())
          .append('/')
          .append(point.of())
          .append("  ");
    }
    return counts.toString().strip();
  }

  @Test
  void everyMonthFromTheFirstToTheLastIsAPointOfAll() throws IOException {
    indexTwo();
    Trends trends = trending.of(asked("", ShareOf.ALL, "speaker:Ada Bell", "party:blue-n"));
    Series ada = trends.series().getFirst();
    assertEquals("2024-01 1/1  2024-02 0/0  2024-03 2/3", counts(ada));
    assertEquals(3, ada.total());
    assertEquals("Ada Bell", ada.label());
    assertEquals("all quotations in the archive", ada.whole());
    assertEquals(
        Map.of(Polarity.AFFIRMED, 1L, Polarity.DENIED, 1L), ada.points().getLast().polarities());
    assertEquals(LocalDate.of(2024, 1, 10), Objects.requireNonNull(ada.first()).article().date());
    assertEquals(LocalDate.of(2024, 3, 1), ada.peak().orElseThrow().from());
    Series blue = trends.series().getLast();
    assertEquals("Blue-N", blue.label());
    assertEquals("2024-01 0/1  2024-02 0/0  2024-03 1/3", counts(blue));
    assertEquals(2, blue.total());
    assertEquals(1, blue.undated());
  }

  @Test
  void sharesAreOfTheSeriesOwnOrOfWhatIsFound() throws IOException {
    indexTwo();
    Series own = trending.of(asked("waits", ShareOf.OWN, "speaker:Ada Bell")).series().getFirst();
    assertEquals("2024-03 1/2", counts(own));
    assertEquals("all quotations of Ada Bell", own.whole());
    Series found =
        trending.of(asked("ferry OR taxes", ShareOf.FOUND, "speaker:Ben Oru")).series().getFirst();
    assertEquals("2024-03 1/3", counts(found));
  }

  @Test
  void partialIntervalsCountTheDaysThatAreAskedFor() throws IOException {
    indexTwo();
    TrendRequest request = asked("", ShareOf.ALL, "speaker:Ada Bell");
    TrendRequest days =
        new TrendRequest(
            request.search().withDays(LocalDate.of(2024, 1, 15), LocalDate.of(2024, 3, 20)),
            request.series(),
            null,
            DateInterval.MONTH,
            ShareOf.ALL,
            0);
    Series ada = trending.of(days).series().getFirst();
    assertEquals("2024-03 2/3", counts(ada));
    assertEquals(LocalDate.of(2024, 3, 20), ada.points().getLast().to());
  }

  @Test
  void aSplitMakesASeriesOfEachOfTheMostFrequentValuesAndTellsTheRest() throws IOException {
    indexTwo();
    Trends trends =
        trending.of(
            new TrendRequest(SearchRequest.of(""), List.of(), Facet.PARTY, null, ShareOf.ALL, 5));
    assertEquals(List.of("GRN", "Blue-N"), trends.series().stream().map(Series::label).toList());
    assertEquals(new Trends.Rest(Facet.PARTY, 0, 0), trends.rest());
    assertEquals(DateInterval.WEEK, trends.interval());
  }

  @Test
  void withoutSeriesItIsWhatTheSearchFinds() throws IOException {
    indexTwo();
    Series all = trending.of(asked("ferry", ShareOf.ALL)).series().getFirst();
    assertEquals("2024-01 1/1  2024-02 0/0  2024-03 2/3", counts(all));
    assertEquals(SeriesKey.EVERYTHING, all.key());
  }

  @Test
  void wordsOfWhichNothingHoldsAllAreNoReasonToCountAnyOfThem() throws IOException {
    indexTwo();
    Series none = trending.of(asked("ferry taxes", ShareOf.ALL)).series().getFirst();
    assertEquals(0, none.total());
    assertTrue(none.points().isEmpty());
    assertNull(none.first());
    Trends split =
        trending.of(
            new TrendRequest(
                SearchRequest.of("ferry taxes"), List.of(), Facet.PARTY, null, ShareOf.ALL, 5));
    assertTrue(split.series().isEmpty());
  }

  @Test
  void wordsThatStandOftenerInOneAreTypicalOfIt() throws IOException {
    for (int i = 0; i < 12; i++) {
      index(
          article("f" + i)
              .paragraph("Ada said the pier needs paint, harbour " + i + ".")
              .said("the pier needs paint, harbour " + i, "Ada Bell", "GRN"),
          article("t" + i)
              .paragraph("Ben said the school needs paint, teacher " + i + ".")
              .said("the school needs paint, teacher " + i, "Ben Oru", "Blue-N"));
    }
    Trends trends = trending.of(asked("", ShareOf.ALL, "speaker:Ada Bell", "speaker:Ben Oru"));
    assertEquals(List.of("harbour", "pier"), words(trends.series().getFirst()));
    assertEquals(List.of("school", "teacher"), words(trends.series().getLast()));
    TypicalWord pier = trends.series().getFirst().words().getLast();
    assertEquals(12, pier.count());
    assertEquals(0, pier.others());
    Trends alone = trending.of(asked("", ShareOf.ALL, "speaker:Ada Bell"));
    assertEquals(List.of("harbour", "pier"), words(alone.series().getFirst()));
  }

  private static List<String> words(Series series) {
    return series.words().stream().map(TypicalWord::word).sorted().toList();
  }

  @Test
  void tooManyPointsAreRefusedAndTold() throws IOException {
    index(
        article("a").on("0024-01-01").paragraph("A said so.").said("so", "Ada Bell", "GRN"),
        article("b").on("2024-01-01").paragraph("A said no.").said("no", "Ada Bell", "GRN"));
    TrendRequest days =
        new TrendRequest(SearchRequest.of(""), List.of(), null, DateInterval.DAY, ShareOf.ALL, 0);
    InvalidRequestException tooMany =
        assertThrows(InvalidRequestException.class, () -> trending.of(days));
    assertEquals("interval", tooMany.parameter());
    String told = String.valueOf(tooMany.getMessage());
    assertTrue(told.contains("730,486 points by the day"), told);
    assertTrue(told.contains("narrow the days"), told);
    assertThrows(InvalidRequestException.class, () -> trending.of(days.with(DateInterval.YEAR)));
  }

  @Test
  void whatWouldMeanSomethingElseIsRefused() {
    TrendRequest own = asked("", ShareOf.OWN, "speaker:Ada Bell");
    assertEquals("of", refused(own));
    TrendRequest replacing =
        new TrendRequest(
            SearchRequest.of("").with(Facet.SPEAKER, "Ben Oru"),
            own.series(),
            null,
            null,
            ShareOf.ALL,
            0);
    assertEquals("series", refused(replacing));
    assertEquals(
        "split",
        refused(
            new TrendRequest(
                SearchRequest.of(""), own.series(), Facet.PARTY, null, ShareOf.ALL, 0)));
  }

  private String refused(TrendRequest request) {
    return assertThrows(InvalidRequestException.class, () -> trending.of(request)).parameter();
  }
}
