package org.onrecord.segment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Function;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.postag.POSModel;
import opennlp.tools.util.StringUtil;
import opennlp.tools.util.featuregen.FeatureGeneratorUtil;
import org.jspecify.annotations.Nullable;

/**
 * OpenNLP's English model of parts of speech, a maximum-entropy model, as weights by what is seen.
 * Its features, as its description ({@code generator.featuregen}) lists them: prefixes and suffixes
 * of up to four characters, the word with the two before and after, the begin of the sentence, the
 * word's shape, and the tags of the two words before. Immutable and thread-safe.
 */
final class PosModel {
  /** How many words on either side a tag depends on. */
  static final int WINDOW = 2;

  private static final String FILE = "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";
  private static final int AFFIX = 4;

  private final Map<String, Context> weights;
  private final String[] tags;
  private final Weights[] afterStart;
  private final Weights[] afterTag;
  private final Weights[] afterTags;

  /** What one thing that is seen says for some of the tags. */
  record Weights(int[] tags, double[] values) {
    static final Weights NONE = new Weights(new int[0], new double[0]);

    void addTo(double[] sums) {
      for (int i = 0; i < tags.length; i++) {
        sums[tags[i]] += values[i];
      }
    }
  }

  /**
   * What a word says: for its own tag, every tag in order, and for those of its neighbours.
   *
   * @param asPrevious for the word one and two places after it
   * @param asNext for the word one and two places before it
   */
  record Word(double[] own, Weights[] asPrevious, Weights[] asNext) {}

  private PosModel(AbstractModel model) {
    Object[] structures = model.getDataStructures();
    weights = weights(structures[1]);
    tags = new String[model.getNumOutcomes()];
    for (int t = 0; t < tags.length; t++) {
      tags[t] = model.getOutcome(t);
    }
    afterStart = new Weights[] {of("S=begin"), of("p1S=begin"), of("p2S=begin")};
    afterTag = new Weights[tags.length];
    afterTags = new Weights[tags.length * tags.length];
    for (int t = 0; t < tags.length; t++) {
      afterTag[t] = of("t=" + tags[t]);
      for (int u = 0; u < tags.length; u++) {
        afterTags[t * tags.length + u] = of("t2=" + tags[t] + "," + tags[u]);
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Context> weights(Object structure) {
    return (Map<String, Context>) structure;
  }

  /** The model, loaded at first use, once. */
  static PosModel shared() {
    return Shared.MODEL;
  }

  /** The parts of speech by number. */
  String[] tags() {
    return tags;
  }

  /** What being so many words after the sentence's begin says. */
  Weights afterStart(int words) {
    return afterStart[words];
  }

  /** What the tag before says. */
  Weights after(int tag) {
    return afterTag[tag];
  }

  /** What the two tags before say. */
  Weights after(int first, int second) {
    return afterTags[first * tags.length + second];
  }

  Word word(String text) {
    double[] own = new double[tags.length];
    String lower = StringUtil.toLowerCase(text);
    String shape = FeatureGeneratorUtil.tokenFeature(text);
    of("def").addTo(own);
    for (int length = 1; length <= Math.min(AFFIX, text.length()); length++) {
      of("suf=" + text.substring(text.length() - length)).addTo(own);
      of("pre=" + text.substring(0, length)).addTo(own);
    }
    of("w=" + lower).addTo(own);
    of("wc=" + shape).addTo(own);
    of("w&c=" + lower + "," + shape).addTo(own);
    return new Word(own, window(d -> "p" + d + "w=" + lower), window(d -> "n" + d + "w=" + lower));
  }

  private Weights[] window(Function<Integer, String> feature) {
    return new Weights[] {of(feature.apply(1)), of(feature.apply(2))};
  }

  private Weights of(String feature) {
    @Nullable Context context = weights.get(feature);
    return context == null
        ? Weights.NONE
        : new Weights(context.getOutcomes(), context.getParameters());
  }

  /** Holds the one model. */
  private static final class Shared {
    static final PosModel MODEL = load();

    private Shared() {}

    private static PosModel load() {
      try (InputStream in = POSModel.class.getResourceAsStream(FILE)) {
        if (in == null) {
          throw new IllegalStateException("the class path lacks " + FILE);
        }
        Object model = new POSModel(in).getArtifact("pos.model");
        if (model instanceof AbstractModel weights) {
          return new PosModel(weights);
        }
        throw new IllegalStateException(FILE + " is no model by maximum entropy");
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + FILE, e);
      }
    }
  }
}
