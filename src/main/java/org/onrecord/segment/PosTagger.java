package org.onrecord.segment;

import java.util.List;
import org.onrecord.segment.PosModel.Word;

/**
 * Tags tokens with Universal Dependencies' parts of speech (NOUN, PROPN, VERB, …) by OpenNLP's
 * English model, and gives the tags that OpenNLP's own tagger gives, many times as fast: what a
 * word says for each tag is worked out once a word, and the likeliest tag is taken from left to
 * right. (OpenNLP searches with a beam, but caches a token's features with the tags before it on
 * the best way only, so that its best way is this one too.) Not thread-safe: one a thread; the
 * model is shared.
 */
public final class PosTagger {
  private final PosModel model = PosModel.shared();
  private final WordCache words = new WordCache(model);
  private final double[] sums = new double[model.tags().length];

  /** The part of speech of each token of one sentence, in order. */
  public String[] tag(List<Token> sentence) {
    Word[] found = new Word[sentence.size()];
    for (int i = 0; i < found.length; i++) {
      found[i] = words.get(sentence.get(i).text());
    }
    String[] result = new String[found.length];
    int before2 = -1;
    int before = -1;
    for (int i = 0; i < found.length; i++) {
      int tag = likeliest(found, i, before2, before);
      result[i] = model.tags()[tag];
      before2 = before;
      before = tag;
    }
    return result;
  }

  private int likeliest(Word[] sentence, int i, int before2, int before) {
    System.arraycopy(sentence[i].own(), 0, sums, 0, sums.length);
    for (int d = 1; d <= PosModel.WINDOW; d++) {
      if (i - d >= 0) {
        sentence[i - d].asPrevious()[d - 1].addTo(sums);
      }
      if (i + d < sentence.length) {
        sentence[i + d].asNext()[d - 1].addTo(sums);
      }
    }
    if (i <= PosModel.WINDOW) {
      model.afterStart(i).addTo(sums);
    }
    if (before >= 0) {
      model.after(before).addTo(sums);
    }
    if (before2 >= 0) {
      model.after(before2, before).addTo(sums);
    }
    int best = 0;
    for (int tag = 1; tag < sums.length; tag++) {
      best = sums[tag] > sums[best] ? tag : best;
    }
    return best;
  }
}
