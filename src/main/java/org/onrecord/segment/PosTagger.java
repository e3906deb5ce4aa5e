package org.onrecord.segment;

import java.util.List;
import org.onrecord.segment.PosModel.Evidence;

/**
 * Tags tokens with Universal Dependencies' parts of speech (NOUN, PROPN, VERB, …) by OpenNLP's
 * English model, and gives the tags that OpenNLP's own tagger gives, many times as fast: what a
 * word says for each tag is worked out once a word, and the likeliest tag is taken from left to
 * right. (OpenNLP searches with a beam, but caches a token's features with the tags before it on
 * the best way only, so that its best way is this one too.) Thread-safe.
 */
public final class PosTagger {
  private final PosModel model = PosModel.shared();
  private final Evidence none;

  public PosTagger() {
    double[] nothing = model.nothing();
    none = new Evidence(nothing, nothing, nothing, nothing, nothing);
  }

  /** The part of speech of each token of one sentence, in order. */
  public String[] tag(List<Token> sentence) {
    int size = sentence.size();
    Evidence before2 = none;
    Evidence before = none;
    Evidence here = size > 0 ? sentence.get(0).word().evidence() : none;
    Evidence after = size > 1 ? sentence.get(1).word().evidence() : none;
    String[] result = new String[size];
    int tag2 = -1;
    int tag1 = -1;
    for (int i = 0; i < size; i++) {
      Evidence after2 = i + 2 < size ? sentence.get(i + 2).word().evidence() : none;
      int tag =
          likeliest(
              here.own(),
              before.after(),
              after.before(),
              before2.after2(),
              after2.before2(),
              model.afterStart(i),
              model.after(tag1),
              model.after(tag2, tag1));
      result[i] = model.tags()[tag];
      tag2 = tag1;
      tag1 = tag;
      before2 = before;
      before = here;
      here = after;
      after = after2;
    }
    return result;
  }

  /** The tag for which all that is seen says most; of equals the first. */
  private static int likeliest(
      double[] own,
      double[] before,
      double[] after,
      double[] before2,
      double[] after2,
      double[] start,
      double[] tag,
      double[] tags) {
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int t = 0; t < own.length; t++) {
      double sum =
          own[t] + before[t] + after[t] + before2[t] + after2[t] + start[t] + tag[t] + tags[t];
      if (sum > most) {
        most = sum;
        best = t;
      }
    }
    return best;
  }
}
