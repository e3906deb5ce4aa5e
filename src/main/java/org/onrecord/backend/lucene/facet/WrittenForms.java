package org.onrecord.backend.lucene.facet;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.backend.lucene.names.FacetNames;
import org.onrecord.backend.lucene.query.ArchiveSearcher;
import org.onrecord.schema.Facet;
import org.onrecord.search.FacetCounts;

/** How the values of one facet are written in the index, by their keys. For one thread. */
final class WrittenForms {
  private final Facet facet;
  private final TermsEnum forms;
  private final FacetNames names;

  WrittenForms(ArchiveSearcher searcher, Facet facet) throws IOException {
    this.facet = facet;
    this.names = searcher.names().of(facet);
    Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), FacetFields.writtenField(facet));
    forms = terms == null ? TermsEnum.EMPTY : terms.iterator();
  }

  /** A value as its facet shows it, with its id where it has one. */
  FacetCounts.Value value(String key, String otherwise, long count, boolean selected)
      throws IOException {
    return new FacetCounts.Value(of(key, otherwise), facet.isById() ? key : null, count, selected);
  }

  /**
   * The form that an editor decided on, or else the most frequent, of the value with a key; {@code
   * otherwise} where the index has none.
   */
  String of(String key, String otherwise) throws IOException {
    Optional<String> decided = names.label(key);
    if (decided.isPresent()) {
      return decided.get();
    }
    BytesRef prefix = new BytesRef(key + FacetFields.SEPARATOR);
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
        best = form.utf8ToString().substring(key.length() + 1);
      }
    }
    return best;
  }
}
