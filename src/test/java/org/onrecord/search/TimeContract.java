package org.onrecord.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onrecord.search.SampleArticle.article;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Polarity;
import org.onrecord.article.SurenessLevel;
import org.onrecord.schema.Facet;

/** What every engine counts over time, and of words. */
public abstract class TimeContract extends BackendContract {

  private static AskedSearch asked(SearchRequest request) {
    return new AskedSearch(request, parsed(request.q()), request.match());
  }

  private static SearchRequest by(SearchRequest request, DateInterval interval) {
    return request.withFacets(new FacetsWanted(Set.of(), 1, interval));
  }

  private DatedCounts dated(SearchRequest request) throws IOException {
    return backend().dated(asked(request));
  }

  @Test
  void bucketsBeginWhereTheirIntervalDoes() throws IOException {
    index(
        article("a").on("2024-02-29").paragraph("One said yes.").said("yes", "Ada Bell", "GRN"),
        article("b").on("2024-03-03").paragraph("Two said no.").said("no", "Ben Oru", "GRN"),
        article("c").on("2024-03-04").paragraph("Six said so.").said("so", "Ben Oru", "GRN"),
        article("d").undated().paragraph("Ten said it.").said("it", "Ben Oru", "GRN"));
    SearchRequest quotations = SearchRequest.of("").forQuotations();
    assertEquals("2024-02-29=1 2024-03-03=1 2024-03-04=1 +1", shown(quotations, DateInterval.DAY));
    assertEquals("2024-02-26=2 2024-03-04=1 +1", shown(quotations, DateInterval.WEEK));
    assertEquals("2024-02-01=1 2024-03-01=2 +1", shown(quotations, DateInterval.MONTH));
    assertEquals("2024-01-01=3 +1", shown(quotations, DateInterval.YEAR));
    assertEquals(DayOfWeek.MONDAY, LocalDate.of(2024, 2, 26).getDayOfWeek());
  }

  private String shown(SearchRequest request, DateInterval interval) throws IOException {
    DatedCounts counts = dated(by(request, interval));
    StringBuilder shown = new StringBuilder();
    counts
        .buckets()
        .forEach(one -> shown.append(one.from()).append('=').append(one.count()).append(' '));
    return shown + "+" + counts.undated();
  }

  @Test
  void onlyDaysThatAreAskedForAreCountedAndEachPolarityApart() throws IOException {
    index(
        article("a")
            .on("2024-03-10")
            .paragraph("One said yes and denied that it rains.")
            .said("yes", "Ada Bell", "GRN")
            .said("it rains", "Ada Bell", "GRN")
            .told(Polarity.DENIED),
        article("b").on("2024-03-20").paragraph("Two said no.").said("no", "Ben Oru", "GRN"));
    SearchRequest march =
        SearchRequest.of("")
            .forQuotations()
            .withDays(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 3, 15));
    DatedCounts counts = dated(by(march, DateInterval.MONTH));
    assertEquals(
        List.of(
            new DatedCounts.Bucket(
                LocalDate.of(2024, 3, 1), 2, Map.of(Polarity.AFFIRMED, 1L, Polarity.DENIED, 1L))),
        counts.buckets());
  }

  @Test
  void howSureHitsAreIsToldByLevel() throws IOException {
    index(
        article("a")
            .paragraph("One said yes. Two said no. Ten said it.")
            .said("yes", "Ada Bell", "GRN")
            .sure(0.99, 0.97)
            .said("no", "Ben Oru", "GRN")
            .sure(0.99, 0.8)
            .said("it", "Ben Oru", "GRN")
            .sure(0.99, 0.3));
    Map<SurenessLevel, Long> one = new EnumMap<>(SurenessLevel.class);
    for (SurenessLevel level : SurenessLevel.values()) {
      one.put(level, 1L);
    }
    assertEquals(one, dated(SearchRequest.of("").forQuotations()).sureness());
  }

  /** Whoever clicks a bucket must get as many hits, copies among them. */
  @Test
  void bucketsCountWhatASearchOfTheirDaysFinds() throws IOException {
    index(new RandomArchives(11).articles(60));
    index(new RandomCopies(12).articles(40));
    int compared = 0;
    for (int seed = 0; seed < draws(60); seed++) {
      SearchRequest request =
          seed % 2 == 0 ? new RandomArchives(seed).request() : new RandomCopies(seed).request();
      for (DatedCounts.Bucket bucket : dated(request).buckets()) {
        LocalDate end = request.interval().next(bucket.from()).minusDays(1);
        SearchRequest days =
            request.withDays(later(bucket.from(), request.from()), earlier(end, request.to()));
        String where = "seed " + seed + " " + bucket;
        assertEquals(bucket.count(), total(days), where);
        if (!request.filters().containsKey(Facet.POLARITY)) {
          for (Polarity polarity : Polarity.values()) {
            Map<Facet, List<String>> filters = new HashMap<>(days.filters());
            filters.put(Facet.POLARITY, List.of(polarity.label()));
            boolean left =
                polarity == Polarity.UNSAID && request.quotations().unsaid() == UnsaidMode.LEAVE;
            if (!left) {
              assertEquals(
                  bucket.polarities().getOrDefault(polarity, 0L),
                  total(days.withFilters(filters)),
                  where + polarity);
            }
          }
        }
        compared++;
      }
    }
    assertTrue(compared > draws(100), "only " + compared + " buckets");
  }

  private static LocalDate later(LocalDate one, @Nullable LocalDate other) {
    return other != null && other.isAfter(one) ? other : one;
  }

  private static LocalDate earlier(LocalDate one, @Nullable LocalDate other) {
    return other != null && other.isBefore(one) ? other : one;
  }

  private void indexWords() throws IOException {
    index(
        article("a")
            .paragraph("One said the ferry sails, the ferry waits. Two said the bridge is shut.")
            .said("the ferry sails, the ferry waits", "Ada Bell", "GRN")
            .said("the bridge is shut", "Ben Oru", "Blue-N"),
        article("b")
            .paragraph("Three said the ferry is late.")
            .said("the ferry is late", "Ben Oru", "Blue-N"));
  }

  private static AskedSearch saidBy(String speaker) {
    return asked(SearchRequest.of("").forQuotations().with(Facet.SPEAKER, speaker));
  }

  @Test
  void wordsAreReadOffHits() throws IOException {
    indexWords();
    SampledWords all = backend().sampleWords(saidBy("Ben Oru"), 10);
    assertEquals(2, all.hits());
    assertEquals(8, all.words());
    assertEquals(2, all.occurrences().get("the"));
    assertEquals(1, all.occurrences().get("ferry"));
    assertEquals(1, backend().sampleWords(saidBy("Ben Oru"), 1).hits());
    assertEquals(0, backend().sampleWords(saidBy("Nobody"), 10).hits());
  }

  @Test
  void wordsAreCountedInEachSearchAndInWhatOnlyOthersFind() throws IOException {
    indexWords();
    AskedSearch both = asked(SearchRequest.of("").forQuotations());
    WordTallies tallies =
        backend().tallyWords(List.of(saidBy("Ada Bell"), both), Set.of("ferry", "shut"));
    assertEquals(
        new WordTallies.Tally(
            6, Map.of("ferry", 2L, "shut", 0L), 8, Map.of("ferry", 1L, "shut", 1L)),
        tallies.searches().getFirst());
    assertEquals(
        new WordTallies.Tally(
            14, Map.of("ferry", 3L, "shut", 1L), 0, Map.of("ferry", 0L, "shut", 0L)),
        tallies.searches().getLast());
    assertTrue(
        tallies.everywhere().getOrDefault("ferry", 0.0)
            > tallies.everywhere().getOrDefault("shut", 0.0));
  }
}
