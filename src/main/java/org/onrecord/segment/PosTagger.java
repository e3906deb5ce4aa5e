package org.onrecord.segment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;

/**
 * Tags tokens with Universal Dependencies' parts of speech (NOUN, PROPN, VERB, …) by OpenNLP's
 * English model. About 130,000 tokens a second, so it pays to tag only where it matters. Not
 * thread-safe: one a thread; the model is shared.
 */
public final class PosTagger {
  private static final String MODEL = "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";

  private final POSTaggerME tagger = new POSTaggerME(Model.SHARED);

  /** The part of speech of each token of one sentence, in order. */
  public String[] tag(List<Token> sentence) {
    return tagger.tag(sentence.stream().map(Token::text).toArray(String[]::new));
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
