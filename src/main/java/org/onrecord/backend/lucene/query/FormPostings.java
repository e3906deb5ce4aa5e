package org.onrecord.backend.lucene.query;

import java.io.IOException;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;

/**
 * Where one form of a word stands in a segment, by its documents in ascending order; a headline's
 * word stands in all that is under the headline. For one thread.
 */
final class FormPostings {
  private final WordQuery.Form form;
  private final PostingsEnum postings;
  private final @Nullable Headlines headlines;

  /** What stands under the headline that the postings are at. */
  private int first;

  private int end;

  /**
   * A form's documents.
   *
   * @param postings its documents; of headlines, the articles
   * @param headlines under which headlines documents stand, where the form is of headlines
   */
  FormPostings(WordQuery.Form form, PostingsEnum postings, @Nullable Headlines headlines) {
    this.form = form;
    this.postings = postings;
    this.headlines = headlines;
  }

  WordQuery.Form form() {
    return form;
  }

  PostingsEnum postings() {
    return postings;
  }

  /** How often a document, which does not come before the last one asked for, has it. */
  int frequency(int doc) throws IOException {
    Headlines over = headlines;
    if (over != null) {
      if (doc >= end) {
        headlineAt(over, over.article(doc));
      }
      return first <= doc && doc < end ? postings.freq() : 0;
    }
    int at = postings.docID();
    if (at < doc) {
      at = postings.advance(doc);
    }
    return at == doc ? postings.freq() : 0;
  }

  /** Goes to the first headline of an article, or of one after it, that has the word. */
  private void headlineAt(Headlines over, int article) throws IOException {
    int at = postings.docID();
    if (at < article || at < 0) {
      at = postings.advance(Math.max(0, article));
    }
    under(over, at);
  }

  private void under(Headlines over, int at) {
    first = at == DocIdSetIterator.NO_MORE_DOCS ? at : over.first(at);
    end = at == DocIdSetIterator.NO_MORE_DOCS ? at : over.end(at);
  }

  /** Adds how often each document of the window has it, so many times. */
  void addFrequencies(HitWindow window, float times) throws IOException {
    Headlines over = headlines;
    if (over != null) {
      addHeadlines(over, window, times);
      return;
    }
    if (postings.docID() < window.start()) {
      postings.advance(window.start());
    }
    while (postings.docID() < window.end()) {
      postings.nextPostings(window.end(), window.buffer());
      window.addFrequencies(times);
    }
  }

  private void addHeadlines(Headlines over, HitWindow window, float times) throws IOException {
    if (window.start() >= end) {
      headlineAt(over, over.article(window.start()));
    }
    while (first < window.end()) {
      window.addFrequency(first, end, times * postings.freq());
      if (end > window.end()) {
        return;
      }
      under(over, postings.nextDoc());
    }
  }
}
