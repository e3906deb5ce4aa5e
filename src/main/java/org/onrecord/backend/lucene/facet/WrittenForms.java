package org.onrecord.backend.lucene.facet;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.backend.lucene.names.FacetNames;
import org.onrecord.backend.lucene.query.ArchiveSearcher;
import org.onrecord.schema.Facet;
import org.onrecord.search.FacetCounts;

/**
 * How the values of one facet are written in a view of the index, by their keys. For one thread.
 */
final class WrittenForms {
  private final Facet facet;
  private final IndexReader reader;
  private final FacetNames names;
  private final Map<String, String> known;
  private @Nullable TermsEnum written;

  private WrittenForms(
      Facet facet, IndexReader reader, FacetNames names, Map<String, String> known) {
    this.facet = facet;
    this.reader = reader;
    this.names = names;
    this.known = known;
  }

  /** Those of a view, each looked for once. */
  static WrittenForms of(ArchiveSearcher searcher, FacetColumns columns, Facet facet)
      throws IOException {
    return new WrittenForms(
        facet,
        searcher.getIndexReader(),
        searcher.names().of(facet),
        columns.view(searcher, facet).map(FacetColumns.ViewOfFacet::forms).orElseGet(HashMap::new));
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
    String form = known.get(key);
    if (form == null) {
      form = written(key);
      if (form == null) {
        return otherwise;
      }
      known.put(key, form);
    }
    return form;
  }

  private @Nullable String written(String key) throws IOException {
    BytesRef prefix = new BytesRef(key + FacetFields.SEPARATOR);
    TermsEnum forms = forms();
    if (forms.seekCeil(prefix) == TermsEnum.SeekStatus.END) {
      return null;
    }
    String best = null;
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

  private TermsEnum forms() throws IOException {
    TermsEnum forms = written;
    if (forms == null) {
      Terms terms = MultiTerms.getTerms(reader, FacetFields.writtenField(facet));
      forms = terms == null ? TermsEnum.EMPTY : terms.iterator();
      written = forms;
    }
    return forms;
  }
}
