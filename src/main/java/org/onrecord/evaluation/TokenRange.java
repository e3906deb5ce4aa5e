package org.onrecord.evaluation;

import java.util.BitSet;

/** A run of an article's tokens, as numbers of the first and of the one after the last. */
record TokenRange(int first, int end) {
  int size() {
    return Math.max(0, end - first);
  }

  boolean isEmpty() {
    return end <= first;
  }

  int common(TokenRange other) {
    return Math.max(0, Math.min(end, other.end) - Math.max(first, other.first));
  }

  int common(BitSet tokens) {
    return tokens.get(first, Math.max(first, end)).cardinality();
  }

  /** Common tokens by tokens in either. */
  double intersectionOverUnion(TokenRange other) {
    int common = common(other);
    return common == 0 ? 0 : common / (double) (size() + other.size() - common);
  }
}
