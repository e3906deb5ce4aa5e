package org.onrecord.evaluation;

/**
 * Precision, recall and their harmonic mean.
 *
 * @param system how many units the system found
 * @param gold how many there are
 */
record Rates(double precision, double recall, int system, int gold) {

  /** Where the same count is right of the system's units and found of the gold ones. */
  static Rates of(int right, int system, int gold) {
    return of(right, right, system, gold);
  }

  /** Where what is right of the system's units and what is found of the gold ones differ. */
  static Rates of(double right, double found, int system, int gold) {
    double precision = system > 0 ? right / system : gold == 0 ? 1 : 0;
    double recall = gold > 0 ? found / gold : 1;
    return new Rates(precision, recall, system, gold);
  }

  double f1() {
    double sum = precision + recall;
    return sum > 0 ? 2 * precision * recall / sum : 0;
  }
}
