package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * Some hits of a segment that lie near each other, in ascending order, with what each could be
 * worth at the most: looked at together, so that the postings of a word are read by the block. For
 * one search.
 */
final class HitWindow {
  /** How far the hits lie from each other, in documents. */
  static final int SIZE = 2_048;

  private final int[] docs = new int[SIZE];
  private double[] most = new double[SIZE];
  private final float[] frequencies = new float[SIZE];
  private final DocAndFloatFeatureBuffer buffer = new DocAndFloatFeatureBuffer();
  private int size;
  private int start;
  private int end;

  /**
   * Takes the next hits.
   *
   * @param hits at the first of them; afterwards at the one that follows, or at one from {@code
   *     max}
   */
  void take(DocIdSetIterator hits, int max) throws IOException {
    start = hits.docID();
    end = Math.min(max, start + SIZE);
    size = hits.intoArray(end, docs);
    Arrays.fill(most, 0, size, 0);
  }

  /** The first document that may be a hit. */
  int start() {
    return start;
  }

  /** After the last document that may be a hit. */
  int end() {
    return end;
  }

  int size() {
    return size;
  }

  int doc(int hit) {
    return docs[hit];
  }

  /** What a hit is worth at the most, by all that was added. */
  double most(int hit) {
    return most[hit];
  }

  void add(int hit, float worth) {
    most[hit] += worth;
  }

  /** Adds what the best of several parts makes the hits worth, and a share of the others. */
  void addBest(Worth[] parts, float share) throws IOException {
    double[] before = most;
    double[] best = new double[size];
    double[] all = new double[size];
    for (Worth part : parts) {
      most = new double[size];
      part.addMost(this);
      for (int i = 0; i < size; i++) {
        best[i] = Math.max(best[i], most[i]);
        all[i] += most[i];
      }
    }
    most = before;
    for (int i = 0; i < size; i++) {
      most[i] += best[i] + (all[i] - best[i]) * share;
    }
  }

  /** Into this, postings are read. */
  DocAndFloatFeatureBuffer buffer() {
    return buffer;
  }

  /** Adds the frequencies that were read, so many times. */
  void addFrequencies(float times) {
    int[] read = buffer.docs;
    float[] of = buffer.features;
    for (int i = 0; i < buffer.size; i++) {
      frequencies[read[i] - start] += times * of[i];
    }
  }

  /** Adds as much to all documents from one to before another that are in the window. */
  void addFrequency(int from, int to, float frequency) {
    int last = Math.min(to, end) - start;
    for (int i = Math.max(from, start) - start; i < last; i++) {
      frequencies[i] += frequency;
    }
  }

  /**
   * Adds what the frequencies that were added are worth to the hits, and forgets them.
   *
   * @param lengths how long the segment's documents are
   */
  void addWorth(WordScore score, int[] lengths) {
    for (int i = 0; i < size; i++) {
      float frequency = frequencies[docs[i] - start];
      if (frequency > 0) {
        most[i] += score.of(frequency, lengths[docs[i]]);
      }
    }
    Arrays.fill(frequencies, 0, end - start, 0);
  }
}
