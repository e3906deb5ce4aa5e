package org.onrecord.page.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.onrecord.search.DateInterval;
import org.onrecord.search.FacetCounts;

class DateChartTest {
  private static final Address ADDRESS = new Address(Map.of("q", List.of("ferry")));

  private static DateChart chart(List<FacetCounts.Bucket> buckets) {
    return DateChart.of(
        new FacetCounts.Dates(DateInterval.MONTH, buckets), ADDRESS, null, null, Tab.Kind.PASSAGES);
  }

  private static FacetCounts.Bucket month(int year, long count) {
    return new FacetCounts.Bucket(LocalDate.of(year, 3, 1), count);
  }

  private static List<FacetCounts.Bucket> busyYears() {
    List<FacetCounts.Bucket> buckets = new ArrayList<>();
    for (int year = 2016; year <= 2020; year++) {
      buckets.add(month(year, 1_000));
    }
    return buckets;
  }

  @Test
  void fewHitsLongBeforeTheOthersAreToldOfAndLeaveThemTheRoom() {
    List<FacetCounts.Bucket> buckets = new ArrayList<>(List.of(month(1900, 3), month(1987, 4)));
    buckets.addAll(busyYears());
    DateChart chart = chart(buckets);
    assertEquals("Passages by year, 2016 to 2020", chart.caption());
    assertEquals(5, chart.columns().size());
    DateChart.Before before = Objects.requireNonNull(chart.before());
    assertEquals("7 passages before 2016", before.told());
    assertEquals("/?q=ferry&to=2015-12-31", before.href());
  }

  @Test
  void hitsShortlyBeforeOrManyStayInTheChart() {
    List<FacetCounts.Bucket> shortly = new ArrayList<>(List.of(month(2015, 3)));
    shortly.addAll(busyYears());
    assertEquals(6, chart(shortly).columns().size());
    List<FacetCounts.Bucket> many = new ArrayList<>(List.of(month(1990, 300)));
    many.addAll(busyYears());
    assertEquals(31, chart(many).columns().size());
    assertNull(chart(many).before());
  }

  @Test
  void oneDateIsOneChart() {
    assertEquals(12, chart(List.of(month(2020, 1))).columns().size());
    assertEquals(DateChart.NONE, chart(List.of()));
  }
}
