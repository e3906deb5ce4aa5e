package org.onrecord.quotation.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.onrecord.quotation.ChainModel;
import org.onrecord.quotation.FeatureIndex;
import org.onrecord.quotation.Label;
import org.onrecord.quotation.training.LikelihoodTrainer.Example;

class LikelihoodTrainerTest {
  private static final int LABELS = Label.COUNT;

  /** Two features, of which the second tells and the first does not. */
  private static final int FEATURES = 3;

  @Test
  void whatIsMostlySoIsLikelyAndNotSure() {
    ChainModel chain = chain(trained(7));
    float[] scores = new float[2 * LABELS];
    for (int l = 0; l < LABELS; l++) {
      scores[l] = chain.weights[l];
      scores[LABELS + l] = chain.weights[LABELS + l];
    }
    float content = chain.marginals(scores, 2, 1).content()[1];
    assertTrue(content > .6 && content < .95, "" + content);
    assertEquals(Label.BEGIN_REPORTED, chain.viterbi(scores, 2)[1]);
  }

  @Test
  void contentThatBeganGoesOnWhereNothingElseTells() {
    float[] transitions = trained(7).get(1);
    int inside = Label.INSIDE_REPORTED.ordinal();
    int begin = Label.BEGIN_REPORTED.ordinal();
    assertTrue(
        transitions[begin * LABELS + inside]
            > transitions[begin * LABELS + Label.SOURCE.ordinal()]);
  }

  @Test
  void sameSeedGivesTheSameWeights() {
    assertArrayEquals(trained(7).get(0), trained(7).get(0));
    assertArrayEquals(trained(7).get(1), trained(7).get(1));
  }

  /** Of four paragraphs with feature 1, three have content there, which goes on. */
  private static List<float[]> trained(long seed) {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      examples.add(
          i % 4 > 0
              ? example(Label.OUTSIDE, Label.BEGIN_REPORTED, Label.INSIDE_REPORTED)
              : example(Label.OUTSIDE, Label.OUTSIDE, Label.OUTSIDE));
    }
    return new LikelihoodTrainer(FEATURES, seed).run(examples, 8);
  }

  private static Example example(Label... labels) {
    byte[] ordinals = new byte[labels.length];
    for (int i = 0; i < labels.length; i++) {
      ordinals[i] = (byte) labels[i].ordinal();
    }
    return new Example(new int[][] {{0}, {1}, {2}}, ordinals);
  }

  private static ChainModel chain(List<float[]> learnt) {
    return new ChainModel(new FeatureIndex(FEATURES), learnt.get(0), learnt.get(1));
  }
}
