package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;

/**
 * Where one of several terms stands in the documents of a segment, each document after the one
 * before. Only the terms that a document has cost anything there, so that a thousand words of a
 * prefix are no dearer than those of them that are met. For one thread.
 */
final class AlternativePostings {
  private final PriorityQueue<PostingsEnum> ahead =
      new PriorityQueue<>((a, b) -> Integer.compare(a.docID(), b.docID()));
  private final List<PostingsEnum> here = new ArrayList<>();

  AlternativePostings(LeafReader reader, String field, List<String> terms) throws IOException {
    for (String term : terms) {
      PostingsEnum postings = reader.postings(new Term(field, term), PostingsEnum.POSITIONS);
      if (postings != null) {
        postings.nextDoc();
        ahead.add(postings);
      }
    }
  }

  /**
   * The positions in a document, which comes after the last one asked for, in no order.
   *
   * @param most how many are looked at, at the most
   */
  void positions(int document, int most, Spans into) throws IOException {
    here.clear();
    while (!ahead.isEmpty() && ahead.peek().docID() <= document) {
      PostingsEnum postings = ahead.poll();
      int at = postings.docID() < document ? postings.advance(document) : postings.docID();
      if (at == document) {
        here.add(postings);
      } else if (at != PostingsEnum.NO_MORE_DOCS) {
        ahead.add(postings);
      }
    }
    for (PostingsEnum postings : here) {
      int frequency = postings.freq();
      for (int i = 0; i < frequency && into.size() < most; i++) {
        int position = postings.nextPosition();
        into.add(position, position);
      }
      if (postings.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
        ahead.add(postings);
      }
    }
  }
}
