package org.onrecord.quotation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChainWeightsTest {
  private static final int LABELS = ChainWeights.LABELS;

  private final Random random = new Random(11);

  /** Adds a feature with random weights to an index and to a plain map. */
  private void add(long key, FeatureIndex index, Map<Long, float[]> plain) {
    index.add(key);
    float[] row = new float[LABELS];
    for (int l = 0; l < LABELS; l++) {
      row[l] = (float) random.nextGaussian();
    }
    plain.put(key, row);
  }

  private static ChainWeights weights(FeatureIndex index, Map<Long, float[]> plain) {
    float[] rows = new float[index.size() * LABELS];
    plain.forEach((key, row) -> System.arraycopy(row, 0, rows, index.find(key) * LABELS, LABELS));
    return new ChainWeights(index, rows);
  }

  private static float[] sums(Map<Long, float[]> plain, long[] found, int count) {
    float[] sums = new float[LABELS];
    for (int k = 0; k < count; k++) {
      float[] row = plain.getOrDefault(found[k], new float[LABELS]);
      for (int l = 0; l < LABELS; l++) {
        sums[l] += row[l];
      }
    }
    return sums;
  }

  @Test
  void sayWhatMapOfRandomHashesSays() {
    for (int size : new int[] {0, 1, 2, 3, 100, 50_000}) {
      FeatureIndex index = new FeatureIndex(16);
      Map<Long, float[]> plain = new HashMap<>();
      while (plain.size() < size) {
        add(random.nextLong(), index, plain);
      }
      Long[] known = plain.keySet().toArray(Long[]::new);
      ChainWeights weights = weights(index, plain);
      for (int token = 0; token < 2000; token++) {
        long[] found = new long[60];
        for (int k = 0; k < found.length; k++) {
          boolean there = known.length > 0 && random.nextBoolean();
          found[k] = there ? known[random.nextInt(known.length)] : random.nextInt(5);
        }
        int count = random.nextInt(found.length);
        float[] scores = new float[3 * LABELS];
        float[] expected = new float[3 * LABELS];
        System.arraycopy(sums(plain, found, count), 0, expected, LABELS, LABELS);
        weights.addTo(found, count, scores, LABELS);
        assertArrayEquals(expected, scores);
      }
    }
  }

  @Test
  void hashesThatHardlyDifferAreToldApart() {
    FeatureIndex index = new FeatureIndex(16);
    Map<Long, float[]> plain = new HashMap<>();
    for (long key = 0; key < 10_000; key++) {
      add(key, index, plain);
      add(key << 40, index, plain);
    }
    ChainWeights weights = weights(index, plain);
    for (long key = -10; key < 10_010; key++) {
      long[] found = {key, key << 40, key << 41};
      float[] scores = new float[LABELS];
      weights.addTo(found, found.length, scores, 0);
      assertArrayEquals(sums(plain, found, found.length), scores);
    }
  }

  @Test
  void weightsOfOtherFeaturesAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new ChainWeights(new FeatureIndex(16), new float[9]));
  }
}
