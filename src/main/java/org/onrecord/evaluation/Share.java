package org.onrecord.evaluation;

/** Counts how many of all are right. */
final class Share {
  private int right;
  private int all;

  void add(boolean isRight) {
    all++;
    right += isRight ? 1 : 0;
  }

  int right() {
    return right;
  }

  int all() {
    return all;
  }

  /** 0 to 1; NaN of nothing. */
  double ratio() {
    return all == 0 ? Double.NaN : right / (double) all;
  }
}
