package org.onrecord.copies;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The distinct runs of words of a text, each as a hash of 64 bits (A. Broder, On the resemblance
 * and containment of documents, 1997).
 */
public final class Shingles {
  /** How many words a run has where articles are compared. */
  private static final int ARTICLE_WORDS = 5;

  /**
   * How many hashes a sketch has. Of an article that holds a quarter of another one's runs, or is a
   * quarter of it, about eight are in the other's sketch.
   */
  private static final int SKETCH = 32;

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  /** Ascending, each once. */
  private final long[] hashes;

  private Shingles(long[] hashes) {
    this.hashes = hashes;
  }

  /** The runs by which an article's body is compared. */
  public static Shingles ofBody(String body) {
    return of(ComparedWords.of(body), ARTICLE_WORDS);
  }

  /** The runs of {@code length} words; of fewer words, all of them as one run. */
  static Shingles of(List<String> words, int length) {
    if (words.isEmpty()) {
      return new Shingles(new long[0]);
    }
    long[] each = words.stream().mapToLong(Shingles::hash).toArray();
    int runs = Math.max(1, each.length - length + 1);
    long[] hashes = new long[runs];
    for (int i = 0; i < runs; i++) {
      long hash = FNV_OFFSET;
      for (int j = i; j < Math.min(i + length, each.length); j++) {
        hash = mixed(hash * 31 + each[j]);
      }
      hashes[i] = hash;
    }
    return new Shingles(LongStream.of(hashes).sorted().distinct().toArray());
  }

  private static long hash(String word) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < word.length(); i++) {
      hash = (hash ^ word.charAt(i)) * FNV_PRIME;
    }
    return mixed(hash);
  }

  /** Spreads the bits (the finalizer of MurmurHash3), so that the smallest hashes are a sample. */
  private static long mixed(long hash) {
    long h = hash;
    h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
    h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return h ^ (h >>> 33);
  }

  int size() {
    return hashes.length;
  }

  LongStream hashes() {
    return LongStream.of(hashes);
  }

  /** How many runs stand in both. */
  int shared(Shingles other) {
    int shared = 0;
    int theirs = 0;
    for (long hash : hashes) {
      while (theirs < other.hashes.length && other.hashes[theirs] < hash) {
        theirs++;
      }
      if (theirs < other.hashes.length && other.hashes[theirs] == hash) {
        shared++;
      }
    }
    return shared;
  }

  /**
   * A sample that two texts which share runs have in common in part: the smallest hashes (bottom-k
   * MinHash), at most {@value #SKETCH}. Empty for a text that is too short to be told a copy.
   */
  public long[] sketch() {
    return hashes.length < CopyRule.LEAST_RUNS
        ? new long[0]
        : Arrays.copyOf(hashes, Math.min(SKETCH, hashes.length));
  }
}
