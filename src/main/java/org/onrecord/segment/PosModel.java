package org.onrecord.segment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
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
 * word's shape, and the tags of the two words before. What is seen says something for every tag, in
 * the tags' order. Immutable and thread-safe.
 */
final class PosModel {
  private static final String FILE = "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";
  private static final int AFFIX = 4;

  private static final long SUFFIX = hash("suf=");
  private static final long PREFIX = hash("pre=");
  private static final long WORD = hash("w=");
  private static final long SHAPE = hash("wc=");
  private static final long WORD_AND_SHAPE = hash("w&c=");

  private final FeatureMap features;
  private final String[] tags;

  /** For what nothing is known of: nothing for any tag. */
  private final double[] nothing;

  private final double[] always;
  private final double[][] afterStart;
  private final double[][] afterTag;
  private final double[][] afterTags;

  /**
   * What a word says: for its own tag, and for those of its neighbours.
   *
   * @param before for the word right before it, before2 for the one before that
   * @param after for the word right after it, after2 for the one after that
   */
  record Evidence(
      double[] own, double[] before, double[] before2, double[] after, double[] after2) {}

  private PosModel(AbstractModel model) {
    Object[] structures = model.getDataStructures();
    features = new FeatureMap(weights(structures[1]));
    tags = new String[model.getNumOutcomes()];
    nothing = new double[tags.length];
    for (int t = 0; t < tags.length; t++) {
      tags[t] = model.getOutcome(t);
    }
    always = of(hash("def"));
    afterStart = new double[][] {of(hash("S=begin")), of(hash("p1S=begin")), of(hash("p2S=begin"))};
    afterTag = new double[tags.length][];
    afterTags = new double[tags.length * tags.length][];
    for (int t = 0; t < tags.length; t++) {
      afterTag[t] = of(hash("t=" + tags[t]));
      for (int u = 0; u < tags.length; u++) {
        afterTags[t * tags.length + u] = of(hash("t2=" + tags[t] + "," + tags[u]));
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

  /** What is said for every tag where there is nothing to see. */
  double[] nothing() {
    return nothing;
  }

  /** What being so many words after the sentence's begin says. */
  double[] afterStart(int words) {
    return words < afterStart.length ? afterStart[words] : nothing;
  }

  /** What the tags before say; -1 for none. */
  double[] after(int tag) {
    return tag < 0 ? nothing : afterTag[tag];
  }

  /** What the two tags before say together; -1 where there are no two. */
  double[] after(int first, int second) {
    return first < 0 ? nothing : afterTags[first * tags.length + second];
  }

  Evidence evidence(String text) {
    double[] own = always.clone();
    String lower = StringUtil.toLowerCase(text);
    String shape = FeatureGeneratorUtil.tokenFeature(text);
    int end = text.length();
    for (int length = 1; length <= Math.min(AFFIX, end); length++) {
      add(FeatureMap.extend(SUFFIX, text, end - length, end), own);
      add(FeatureMap.extend(PREFIX, text, 0, length), own);
    }
    add(FeatureMap.extend(WORD, lower), own);
    add(FeatureMap.extend(SHAPE, shape), own);
    long both = FeatureMap.extend(FeatureMap.extend(WORD_AND_SHAPE, lower), ",");
    add(FeatureMap.extend(both, shape), own);
    return new Evidence(
        own,
        of(hash("n1w=" + lower)),
        of(hash("n2w=" + lower)),
        of(hash("p1w=" + lower)),
        of(hash("p2w=" + lower)));
  }

  private static long hash(String feature) {
    return FeatureMap.extend(FeatureMap.EMPTY, feature);
  }

  private double[] of(long feature) {
    if (features.get(feature) == null) {
      return nothing;
    }
    double[] says = new double[tags.length];
    add(feature, says);
    return says;
  }

  private void add(long feature, double[] sums) {
    @Nullable Context context = features.get(feature);
    if (context != null) {
      int[] outcomes = context.getOutcomes();
      double[] parameters = context.getParameters();
      for (int i = 0; i < outcomes.length; i++) {
        sums[outcomes[i]] += parameters[i];
      }
    }
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
