package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;

/** The documents that hold a word in a form that finds, and how often they hold any form of it. */
final class WordPostings extends DocIdSetIterator {

  /**
   * Where one form stands.
   *
   * @param postings its documents; of headlines, the articles
   * @param headlines under which headlines documents stand, where the form is of headlines
   */
  record Part(PostingsEnum postings, WordQuery.Form form, @Nullable Headlines headlines) {
    /** How often a document, which does not come before the last one asked for, has it. */
    int frequency(int doc) throws IOException {
      int holder = headlines == null ? doc : headlines.over(doc);
      int at = postings.docID();
      if (at < holder) {
        at = postings.advance(holder);
      }
      return holder >= 0 && at == holder ? postings.freq() : 0;
    }
  }

  private final Part[] finding;
  private final Part[] helping;
  private final long cost;
  private final Deadline deadline;
  private int doc = -1;

  WordPostings(List<Part> parts, long cost, Deadline deadline) {
    this.finding = parts.stream().filter(part -> part.form().finds()).toArray(Part[]::new);
    this.helping = parts.stream().filter(part -> !part.form().finds()).toArray(Part[]::new);
    this.cost = cost;
    this.deadline = deadline;
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
    for (Part part : finding) {
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
    for (Part part : finding) {
      if (part.postings().docID() == doc) {
        frequency += part.form().weight() * part.postings().freq();
      }
    }
    for (Part part : helping) {
      frequency += part.form().weight() * part.frequency(doc);
    }
    return frequency;
  }
}
