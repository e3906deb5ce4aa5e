package org.onrecord.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import org.junit.jupiter.api.Test;

class PosTaggerTest {
  private static final String MODEL = "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";
  private static final String TEXT =
      """
      Mayor Robert Ferris said the U.S. bridge wouldn't reopen on May 4, 2024, "come what may".
      "We don't run 24/7," he told reporters; she'd asked him twice whether it will ever pay.
      The PTI's ex-minister, Zoé N'Diaye (D-N.Y.), claimed that 3.5% of 1,200 flats were sold!
      According to Mr. O'Neil the so-called “deal” is—was—dead... Isn't it? I think so, too.
      Élodie 🌉 walks; runs; has run, has been running, would have run: run! www.onrecord.org
      """;

  @Test
  void tagsAreThoseOfOpenNlp() throws IOException {
    POSTaggerME reference = reference();
    PosTagger tagger = new PosTagger();
    for (List<Token> sentence : sentences()) {
      String[] words = sentence.stream().map(Token::text).toArray(String[]::new);
      assertArrayEquals(reference.tag(words), tagger.tag(sentence), () -> String.join(" ", words));
    }
  }

  @Test
  void emptySentenceHasNoTags() {
    assertEquals(0, new PosTagger().tag(List.of()).length);
  }

  /** Sentences as they are, and shuffled, which makes the search less sure. */
  private static List<List<Token>> sentences() {
    List<List<Token>> sentences = new ArrayList<>();
    Random random = new Random(5);
    List<Token> all = Tokenizer.tokens(TEXT);
    for (String line : TEXT.split("\n")) {
      sentences.add(Tokenizer.tokens(line));
    }
    for (int i = 0; i < 200; i++) {
      List<Token> mixed = new ArrayList<>();
      for (int k = random.nextInt(12); k >= 0; k--) {
        mixed.add(all.get(random.nextInt(all.size())));
      }
      sentences.add(mixed);
    }
    return sentences;
  }

  private static POSTaggerME reference() throws IOException {
    try (InputStream in = POSModel.class.getResourceAsStream(MODEL)) {
      return new POSTaggerME(new POSModel(Objects.requireNonNull(in)));
    }
  }
}
