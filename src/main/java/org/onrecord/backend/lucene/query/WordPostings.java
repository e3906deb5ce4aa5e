package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.search.DocIdSetIterator;

/** The documents that hold a word in a form that finds, and how often they hold any form of it. */
final class WordPostings extends DocIdSetIterator {
  private final FormPostings[] finding;
  private final FormPostings[] helping;
  private final long cost;
  private final Deadline deadline;
  private int doc = -1;

  WordPostings(FormPostings[] parts, long cost, Deadline deadline) {
    this.finding = parts(parts, true);
    this.helping = parts(parts, false);
    this.cost = cost;
    this.deadline = deadline;
  }

  private static FormPostings[] parts(FormPostings[] all, boolean finding) {
    return Arrays.stream(all)
        .filter(part -> part.form().finds() == finding)
        .toArray(FormPostings[]::new);
  }

  @Override
  public int docID() {
    return doc;
  }

  @Override
  public int nextDoc() throws IOException {
    return advance(doc + 1);
  }

  @Override
  public int advance(int target) throws IOException {
    deadline.step();
    int first = NO_MORE_DOCS;
    for (FormPostings part : finding) {
      int at = part.postings().docID();
      if (at < target) {
        at = part.postings().advance(target);
      }
      first = Math.min(first, at);
    }
    doc = first;
    return doc;
  }

  @Override
  public long cost() {
    return cost;
  }

  /** How often the current document holds the word, each form counted by its weight. */
  float frequency() throws IOException {
    float frequency = 0;
    for (FormPostings part : finding) {
      if (part.postings().docID() == doc) {
        frequency += part.form().weight() * part.postings().freq();
      }
    }
    for (FormPostings part : helping) {
      frequency += part.form().weight() * part.frequency(doc);
    }
    return frequency;
  }
}
