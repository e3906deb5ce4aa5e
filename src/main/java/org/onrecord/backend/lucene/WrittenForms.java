package org.onrecord.backend.lucene;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.onrecord.schema.Facet;

/** How the values of one facet are written in the index, by their folded form. For one thread. */
final class WrittenForms {
  private final TermsEnum forms;

  WrittenForms(IndexReader reader, Facet facet) throws IOException {
    Terms terms = MultiTerms.getTerms(reader, FacetFields.writtenField(facet));
    forms = terms == null ? TermsEnum.EMPTY : terms.iterator();
  }

  /** The most frequent form of a folded value; {@code otherwise} where the index has none. */
  String of(String folded, String otherwise) throws IOException {
    BytesRef prefix = new BytesRef(folded + FacetFields.SEPARATOR);
    if (forms.seekCeil(prefix) == TermsEnum.SeekStatus.END) {
      return otherwise;
    }
    String best = otherwise;
    int frequency = 0;
    for (BytesRef form = forms.term();
        form != null && StringHelper.startsWith(form, prefix);
        form = forms.next()) {
      if (forms.docFreq() > frequency) {
        frequency = forms.docFreq();
        best = form.utf8ToString().substring(folded.length() + 1);
      }
    }
    return best;
  }
}
