package org.onrecord.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DatePeriodTest {
  private static final LocalDate DAY = LocalDate.of(2010, 5, 14);

  @Test
  void partialStartIsItsFirstDayAndPartialEndItsLast() {
    DatePeriod period = DatePeriod.of("2010", "2012-02");
    assertEquals(LocalDate.of(2010, 1, 1), period.start());
    assertEquals(LocalDate.of(2012, 2, 29), period.end());
  }

  @Test
  void zerosCountAsMissing() {
    assertEquals(DatePeriod.of("2010", "2010-05"), DatePeriod.of("2010-00-00", "2010-05-00"));
  }

  @Test
  void bothEndsAreInclusive() {
    DatePeriod period = DatePeriod.of("2010-05-14", "2010-05-14");
    assertTrue(period.contains(DAY));
    assertFalse(period.contains(DAY.minusDays(1)));
    assertFalse(period.contains(DAY.plusDays(1)));
  }

  @Test
  void missingAndBlankEndsAreOpen() {
    assertTrue(DatePeriod.of(null, "2010-05-14").contains(LocalDate.of(1000, 1, 1)));
    assertTrue(DatePeriod.of("2010", " ").contains(LocalDate.of(3000, 1, 1)));
    assertEquals(DatePeriod.ALWAYS, DatePeriod.of("", null));
  }

  @Test
  void periodsThatShareOneDayOverlap() {
    DatePeriod until = DatePeriod.of(null, "2010-05-14");
    DatePeriod from = DatePeriod.of("2010-05-14", null);
    assertTrue(until.overlaps(from));
    assertTrue(from.overlaps(until));
    assertFalse(until.overlaps(DatePeriod.of("2010-05-15", "2011")));
    assertTrue(DatePeriod.ALWAYS.overlaps(until));
  }

  @Test
  void onlyAnOpenPeriodEnclosesAnOpenOne() {
    assertTrue(DatePeriod.ALWAYS.encloses(DatePeriod.of("2010", null)));
    assertTrue(DatePeriod.of("2010", "2012").encloses(DatePeriod.of("2011", "2012")));
    assertFalse(DatePeriod.of("2010", "2012").encloses(DatePeriod.of("2011", null)));
    assertFalse(DatePeriod.of("2010", null).encloses(DatePeriod.ALWAYS));
  }

  @Test
  void anEndBeforeTheStartIsRefused() {
    String message = refusal("2011", "2010");
    assertEquals("it ends 2010-12-31, before it starts 2011-01-01", message);
  }

  @Test
  void aDayThatIsNotInTheCalendarIsNamed() {
    assertEquals("end 2019-02-30 is no date", refusal("2018", "2019-02-30"));
    assertEquals("start May 2019 is no date", refusal("May 2019", null));
    assertEquals("start 2019-13 is no date", refusal("2019-13", null));
  }

  private static String refusal(String start, @Nullable String end) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> DatePeriod.of(start, end)).getMessage());
  }
}
