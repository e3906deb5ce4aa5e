package org.onrecord.segment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;

/**
 * Tags tokens with Universal Dependencies' parts of speech (NOUN, PROPN, VERB, …) by OpenNLP's
 * English model. About 130,000 tokens a second, so it pays to tag only where it matters. Not
 * thread-safe: one a thread; the model is shared.
 */
public final class PosTagger {
  /**
   * The most tokens that are tagged at a time: the search copies what it has tagged so far at each
   * token, so that a "sentence" of a whole page would take minutes.
   */
  private static final int LONGEST_STRETCH = 256;

  private static final String MODEL = "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";

  private final POSTaggerME tagger = new POSTaggerME(Model.SHARED);

  /** The part of speech of each token of one sentence, in order. */
  public String[] tag(List<Token> sentence) {
    String[] words = sentence.stream().map(Token::text).toArray(String[]::new);
    if (words.length <= LONGEST_STRETCH) {
      return tagger.tag(words);
    }
    String[] tags = new String[words.length];
    for (int from = 0; from < words.length; from += LONGEST_STRETCH) {
      int to = Math.min(from + LONGEST_STRETCH, words.length);
      String[] stretch = tagger.tag(Arrays.copyOfRange(words, from, to));
      System.arraycopy(stretch, 0, tags, from, stretch.length);
    }
    return tags;
  }

  /** Loaded at first use, once. */
  private static final class Model {
    static final POSModel SHARED = load();

    private Model() {}

    private static POSModel load() {
      try (InputStream in = POSModel.class.getResourceAsStream(MODEL)) {
        if (in == null) {
          throw new IllegalStateException("the class path lacks " + MODEL);
        }
        return new POSModel(in);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + MODEL, e);
      }
    }
  }
}
