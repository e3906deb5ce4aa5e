package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** The words of an index of Lucene. */
record ReaderWords(IndexReader reader, Deadline deadline) implements IndexWords {

  @Override
  public List<Held> startingWith(String field, String start, int most) throws IOException {
    deadline.check();
    Terms terms = MultiTerms.getTerms(reader, field);
    TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
    BytesRef bytes = new BytesRef(start);
    List<Held> found = new ArrayList<>();
    if (each.seekCeil(bytes) == TermsEnum.SeekStatus.END) {
      return found;
    }
    for (BytesRef term = each.term();
        term != null && found.size() < most && StringHelper.startsWith(term, bytes);
        term = each.next()) {
      deadline.read();
      found.add(new Held(term.utf8ToString(), each.docFreq()));
    }
    return found;
  }

  @Override
  public List<String> like(String field, String word, int edits, int most) throws IOException {
    deadline.check();
    List<String> found = new ArrayList<>();
    Terms terms = MultiTerms.getTerms(reader, field);
    if (terms != null) {
      TermsEnum like = FuzzyQuery.getFuzzyAutomaton(word, edits, 0, true).getTermsEnum(terms);
      for (BytesRef term = like.next(); term != null && found.size() < most; term = like.next()) {
        deadline.read();
        found.add(term.utf8ToString());
      }
    }
    return found;
  }
}
