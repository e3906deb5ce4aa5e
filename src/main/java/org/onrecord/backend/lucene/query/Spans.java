package org.onrecord.backend.lucene.query;

import java.util.Arrays;

/** Stretches of a text from one position to another, counted in words. For one thread. */
final class Spans {
  private long[] spans = new long[16];
  private int size;

  int size() {
    return size;
  }

  int first(int i) {
    return (int) (spans[i] >>> 32);
  }

  int last(int i) {
    return (int) spans[i];
  }

  void add(int first, int last) {
    if (size == spans.length) {
      spans = Arrays.copyOf(spans, 2 * size);
    }
    spans[size++] = (long) first << 32 | last;
  }

  void addAll(Spans others) {
    for (int i = 0; i < others.size; i++) {
      add(others.first(i), others.last(i));
    }
  }

  /** Puts them in order of their first position, then their last, each once. */
  void sort() {
    Arrays.sort(spans, 0, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (kept == 0 || spans[i] != spans[kept - 1]) {
        spans[kept++] = spans[i];
      }
    }
    size = kept;
  }

  /** Which is the first that begins after a position, where they are in order. */
  int firstAfter(int position) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (first(middle) <= position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
