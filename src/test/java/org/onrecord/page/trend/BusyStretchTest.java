package org.onrecord.page.trend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class BusyStretchTest {
  @Test
  void leavesOutALonePointFarAway() {
    assertEquals(
        Optional.of(new BusyStretch(6, 8, 47.0 / 50)),
        BusyStretch.of(new long[] {3, 0, 0, 0, 0, 0, 15, 17, 15}));
  }

  @Test
  void isTheShortestOfAll() {
    assertEquals(
        Optional.of(new BusyStretch(4, 4, 96.0 / 100)),
        BusyStretch.of(new long[] {1, 0, 0, 1, 96, 1, 0, 0, 1}));
  }

  @Test
  void isNoneWhereItIsMostOfTheAxisOrThereIsNothing() {
    assertEquals(Optional.empty(), BusyStretch.of(new long[] {5, 5, 5, 5, 5}));
    assertEquals(Optional.empty(), BusyStretch.of(new long[] {40, 0, 0, 0, 60}));
    assertEquals(Optional.empty(), BusyStretch.of(new long[] {0, 0, 0}));
    assertEquals(Optional.empty(), BusyStretch.of(new long[] {7}));
  }
}
