package org.onrecord.trend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class LogOddsTest {
  private static final LogOdds ODDS = LogOdds.in(5_000_000);

  /** Worked out by hand from the paper's equations, with a prior of 10,000 words. */
  @Test
  void zIsTheDifferenceOfLogOddsOverItsDeviation() {
    // 30 of 1,000 beside 10 of 2,000; a word in 1,000 anywhere: the prior is 10.
    double difference = Math.log(40.0 / (11_000 - 40)) - Math.log(20.0 / (12_000 - 20));
    double deviation = Math.sqrt(1 / 40.0 + 1 / 20.0);
    assertEquals(difference / deviation, ODDS.z(30, 1_000, 10, 2_000, 0.001), 1e-12);
  }

  @Test
  void sidesAreOpposite() {
    assertEquals(ODDS.z(7, 500, 90, 4_000, 0.002), -ODDS.z(90, 4_000, 7, 500, 0.002), 1e-12);
  }

  @Test
  void aRareWordThatComesOnceIsNotTypical() {
    assertTrue(ODDS.z(1, 400, 0, 100_000, 0.000_01) < LogOdds.CERTAIN);
    assertTrue(ODDS.z(20, 400, 0, 100_000, 0.000_01) > LogOdds.CERTAIN);
  }
}
