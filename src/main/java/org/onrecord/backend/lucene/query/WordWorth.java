package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.util.List;
import org.onrecord.backend.lucene.index.Fields;

/**
 * What documents are worth to a word, nothing to what none of its forms finds. At the most it is
 * what they are worth if each occurrence in the text were inflected as typed; for that the postings
 * of what is inflected need not be read. The headline's are read, since they are few.
 */
final class WordWorth implements Worth {
  private final WordPostings.Part[] parts;
  private final int[] lengths;
  private final WordScore score;
  private final float exactWeight;

  WordWorth(List<WordPostings.Part> all, int[] lengths, WordScore score) {
    this.parts = all.toArray(WordPostings.Part[]::new);
    this.lengths = lengths;
    this.score = score;
    float weight = 0;
    for (WordPostings.Part part : parts) {
      weight = Math.max(weight, isExact(part) ? part.form().weight() : 0);
    }
    this.exactWeight = weight;
  }

  private static boolean isExact(WordPostings.Part part) {
    return part.form().term().field().equals(Fields.EXACT);
  }

  @Override
  public float most(int doc) throws IOException {
    float most = 0;
    for (WordPostings.Part part : parts) {
      if (!isExact(part)) {
        int frequency = part.frequency(doc);
        boolean inText = part.form().term().field().equals(Fields.TEXT);
        most += frequency * (part.form().weight() + (inText ? exactWeight : 0));
      }
    }
    return score.of(most, lengths[doc]);
  }

  @Override
  public float of(int doc) throws IOException {
    float sum = 0;
    boolean found = false;
    for (WordPostings.Part part : parts) {
      int frequency = part.frequency(doc);
      sum += part.form().weight() * frequency;
      found |= frequency > 0 && part.form().finds();
    }
    return found ? score.of(sum, lengths[doc]) : 0;
  }
}
