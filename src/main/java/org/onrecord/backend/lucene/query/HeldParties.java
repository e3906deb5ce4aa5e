package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.PartyRef;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.schema.Facet;

/** Lists the parties of an index. What only articles have that were taken out is left out. */
final class HeldParties {
  private HeldParties() {}

  /** Every party under each of its names, the most frequent first. */
  static List<PartyRef> of(IndexReader reader) throws IOException {
    Map<PartyRef, Integer> frequencies = new HashMap<>();
    Bits live = MultiBits.getLiveDocs(reader);
    for (Facet facet : Facet.values()) {
      Terms terms =
          facet.isById() ? MultiTerms.getTerms(reader, FacetFields.writtenField(facet)) : null;
      TermsEnum written = terms == null ? TermsEnum.EMPTY : terms.iterator();
      for (BytesRef term = written.next(); term != null; term = written.next()) {
        String text = term.utf8ToString();
        int end = text.indexOf(FacetFields.SEPARATOR);
        if (isHeld(written, live)) {
          PartyRef party = new PartyRef(text.substring(0, end), text.substring(end + 1));
          frequencies.merge(party, written.docFreq(), Integer::sum);
        }
      }
    }
    return frequencies.entrySet().stream()
        .sorted(
            Map.Entry.<PartyRef, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(each -> each.getKey().id())
                .thenComparing(each -> each.getKey().name()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean isHeld(TermsEnum term, @Nullable Bits live) throws IOException {
    PostingsEnum documents = term.postings(null, PostingsEnum.NONE);
    int doc = documents.nextDoc();
    while (doc != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(doc)) {
      doc = documents.nextDoc();
    }
    return doc != DocIdSetIterator.NO_MORE_DOCS;
  }
}
