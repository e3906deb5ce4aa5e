package org.onrecord.quotation.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LogisticFitTest {
  private static final int[] NONE = {};

  @Test
  void weightIsTheLogarithmOfTheOdds() {
    LogisticFit fit = new LogisticFit(1e-6);
    addYesOrNo(fit, 30, 10, 0);
    assertEquals(Math.log(3), fit.fit(new double[1])[0], 1e-3);
  }

  @Test
  void answersOfOneQuestionShareItsLikelihood() {
    LogisticFit fit = new LogisticFit(1e-6);
    int[][] answers = {{0}, {1}, {2}};
    for (int right : new int[] {0, 0, 0, 0, 0, 0, 1, 1, 1, 2}) {
      fit.add(answers, right);
    }
    double[] weights = fit.fit(new double[3]);
    assertEquals(Math.log(2), weights[0] - weights[1], 1e-2);
    assertEquals(Math.log(3), weights[1] - weights[2], 1e-2);
  }

  @Test
  void penaltyIsOnTheDistanceFromTheStart() {
    LogisticFit weak = new LogisticFit(1);
    LogisticFit strong = new LogisticFit(1e6);
    addYesOrNo(weak, 30, 10, 0);
    addYesOrNo(strong, 30, 10, 0);
    double fromZero = weak.fit(new double[1])[0];
    assertTrue(fromZero > .5 && fromZero < Math.log(3), "" + fromZero);
    assertEquals(-2, strong.fit(new double[] {-2})[0], 1e-3);
  }

  @Test
  void orderOfTheExamplesDoesNotMatter() {
    LogisticFit one = new LogisticFit(1);
    addYesOrNo(one, 7, 2, 0, 1);
    addYesOrNo(one, 3, 8, 1, 2);
    addYesOrNo(one, 5, 5, 2);
    LogisticFit other = new LogisticFit(1);
    addYesOrNo(other, 5, 5, 2);
    addYesOrNo(other, 3, 8, 1, 2);
    addYesOrNo(other, 7, 2, 0, 1);
    assertArrayEquals(one.fit(new double[3]), other.fit(new double[3]), 1e-4);
  }

  private static void addYesOrNo(LogisticFit fit, int yes, int no, int... features) {
    for (int i = 0; i < yes + no; i++) {
      fit.add(new int[][] {NONE, features}, i < yes ? 1 : 0);
    }
  }
}
