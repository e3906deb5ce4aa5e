package org.onrecord.attribution.names;

import org.onrecord.article.Lazy;
import org.onrecord.quotation.ChainWeights;
import org.onrecord.quotation.FeatureIndex;

/**
 * A linear chain of {@linkplain NameTag tags}: a weight for each feature and tag, and for each pair
 * of neighbouring tags. Immutable after training; thread-safe to read.
 */
public final class NameModel {
  private static final int TAGS = NameTag.COUNT;
  private static final NameTag[] ALL = NameTag.values();
  private static final float IMPOSSIBLE = -1e30f;

  /**
   * Whether tag {@code after} may stand next to {@code before}, at {@code before * COUNT + after}.
   */
  public static final boolean[] FOLLOWS = follows();

  final FeatureIndex features;

  /** The weight of feature f with tag t at {@code f * NameTag.COUNT + t}. */
  public final float[] weights;

  /** The weight of tag {@code after} next to {@code before} at {@code before * COUNT + after}. */
  public final float[] transitions;

  private final Lazy<ChainWeights> table = new Lazy<>();

  public NameModel(FeatureIndex features, float[] weights, float[] transitions) {
    this.features = features;
    this.weights = weights;
    this.transitions = transitions;
  }

  /** The weights laid out, at first use: a model in training changes them until then. */
  private ChainWeights table() {
    return table.get(() -> new ChainWeights(features, weights));
  }

  /** A model that has learnt nothing. */
  static NameModel empty() {
    return new NameModel(new FeatureIndex(16), new float[0], new float[TAGS * TAGS]);
  }

  /** Adds what the features of a token say for each tag to a row of scores. */
  void score(long[] found, int count, float[] scores, int row) {
    table().addTo(found, count, scores, row);
  }

  /**
   * The best sequence of tags for a stretch of tokens.
   *
   * @param scores a row of {@link NameTag#COUNT} a token
   * @param allowed the tags that each token may have, as bits
   */
  public static NameTag[] decode(float[] scores, float[] transitions, short[] allowed) {
    int size = allowed.length;
    byte[] from = new byte[size * TAGS];
    float[] best = new float[TAGS];
    float[] next = new float[TAGS];
    for (int t = 0; t < TAGS; t++) {
      best[t] = ALL[t].isInside() || !may(allowed[0], t) ? IMPOSSIBLE : scores[t];
    }
    for (int i = 1; i < size; i++) {
      for (int t = 0; t < TAGS; t++) {
        float top = 3 * IMPOSSIBLE;
        int arg = 0;
        for (int p = 0; p < TAGS; p++) {
          float value = best[p] + transitions[p * TAGS + t];
          if (value > top && FOLLOWS[p * TAGS + t]) {
            top = value;
            arg = p;
          }
        }
        next[t] = may(allowed[i], t) ? top + scores[i * TAGS + t] : IMPOSSIBLE;
        from[i * TAGS + t] = (byte) arg;
      }
      float[] swap = best;
      best = next;
      next = swap;
    }
    int tag = 0;
    for (int t = 1; t < TAGS; t++) {
      if (best[t] > best[tag]) {
        tag = t;
      }
    }
    NameTag[] tags = new NameTag[size];
    for (int i = size - 1; i >= 0; i--) {
      tags[i] = ALL[tag];
      tag = from[i * TAGS + tag];
    }
    return tags;
  }

  private static boolean may(short allowed, int tag) {
    return (allowed >> tag & 1) != 0;
  }

  private static boolean[] follows() {
    boolean[] follows = new boolean[TAGS * TAGS];
    for (NameTag before : ALL) {
      for (NameTag after : ALL) {
        follows[before.ordinal() * TAGS + after.ordinal()] = after.mayFollow(before);
      }
    }
    return follows;
  }
}
