package org.onrecord.backend.lucene.names;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Documents of a view as they are collected. */
public final class DocList {
  private int[] docs = new int[8];
  private int size;

  public void add(int doc) {
    if (size == docs.length) {
      docs = Arrays.copyOf(docs, 2 * size);
    }
    docs[size++] = doc;
  }

  /** Each once, in ascending order. */
  public int[] sorted() {
    return Arrays.stream(docs, 0, size).sorted().distinct().toArray();
  }

  static boolean contains(int[] sorted, int doc) {
    return Arrays.binarySearch(sorted, doc) >= 0;
  }

  /** Without those that are among others. */
  static int[] without(int[] sorted, IntPredicate others) {
    return Arrays.stream(sorted).filter(doc -> !others.test(doc)).toArray();
  }
}
