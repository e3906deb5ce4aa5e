package org.onrecord.backend.lucene.query;

import java.io.IOException;
import org.apache.lucene.util.IOSupplier;
import org.jspecify.annotations.Nullable;
import org.onrecord.backend.lucene.index.Fields;

/**
 * What documents are worth to a word, nothing to what none of its forms finds. At the most it is
 * what they are worth if each occurrence in the text were inflected as typed; for that the postings
 * of what is inflected need not be read.
 */
final class WordWorth implements Worth {
  /**
   * Where fewer than one in so many documents with the word are hits, they are looked for alone.
   */
  private static final int FEW = 8;

  private final IOSupplier<FormPostings[]> postings;
  private final int[] lengths;
  private final WordScore score;

  /** For one hit after the other, and for windows: opened when they are needed. */
  private FormPostings @Nullable [] hits;

  private FormPostings @Nullable [] windows;

  /**
   * What a word is worth.
   *
   * @param postings opens those of the word's forms
   * @param lengths how long the segment's documents are
   */
  WordWorth(IOSupplier<FormPostings[]> postings, int[] lengths, WordScore score) {
    this.postings = postings;
    this.lengths = lengths;
    this.score = score;
  }

  private static boolean isExact(FormPostings part) {
    return part.form().term().field().equals(Fields.EXACT);
  }

  /** By how much an occurrence in the text counts more if it were inflected as typed. */
  private static float exactWeight(FormPostings[] parts) {
    float weight = 0;
    for (FormPostings part : parts) {
      weight = Math.max(weight, isExact(part) ? part.form().weight() : 0);
    }
    return weight;
  }

  /** What an occurrence counts at the most. */
  private static float most(FormPostings part, float exactWeight) {
    boolean inText = part.form().term().field().equals(Fields.TEXT);
    return part.form().weight() + (inText ? exactWeight : 0);
  }

  private FormPostings[] hits() throws IOException {
    FormPostings[] known = hits;
    if (known == null) {
      known = postings.get();
      hits = known;
    }
    return known;
  }

  private FormPostings[] windows() throws IOException {
    FormPostings[] known = windows;
    if (known == null) {
      known = postings.get();
      windows = known;
    }
    return known;
  }

  @Override
  public float most(int doc) throws IOException {
    return most(hits(), doc);
  }

  private float most(FormPostings[] parts, int doc) throws IOException {
    float exactWeight = exactWeight(parts);
    float most = 0;
    for (FormPostings part : parts) {
      if (!isExact(part)) {
        most += part.frequency(doc) * most(part, exactWeight);
      }
    }
    return most == 0 ? 0 : score.of(most, lengths[doc]);
  }

  @Override
  public void addMost(HitWindow window) throws IOException {
    FormPostings[] parts = windows();
    if (window.size() * (long) FEW * lengths.length < HitWindow.SIZE * documents(parts)) {
      for (int i = 0; i < window.size(); i++) {
        window.add(i, most(parts, window.doc(i)));
      }
      return;
    }
    float exactWeight = exactWeight(parts);
    for (FormPostings part : parts) {
      if (!isExact(part)) {
        part.addFrequencies(window, most(part, exactWeight));
      }
    }
    window.addWorth(score, lengths);
  }

  /** About how many documents of the segment have the word. */
  private static long documents(FormPostings[] parts) {
    long most = 0;
    for (FormPostings part : parts) {
      most = Math.max(most, part.postings().cost());
    }
    return most;
  }

  @Override
  public float of(int doc) throws IOException {
    float sum = 0;
    boolean found = false;
    for (FormPostings part : hits()) {
      int frequency = part.frequency(doc);
      sum += part.form().weight() * frequency;
      found |= frequency > 0 && part.form().finds();
    }
    return found ? score.of(sum, lengths[doc]) : 0;
  }
}
