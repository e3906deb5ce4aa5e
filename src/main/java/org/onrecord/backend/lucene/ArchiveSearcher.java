package org.onrecord.backend.lucene;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Publication.Hold;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;
import org.onrecord.search.ArchiveCounts;

/**
 * A view of the index at one commit, with what is worked out once a view. Safe for use by several
 * threads.
 */
final class ArchiveSearcher extends IndexSearcher {
  private final FacetsConfig config;
  private final Map<Facet, Optional<SortedSetDocValuesReaderState>> states =
      new EnumMap<>(Facet.class);

  private ArchiveSearcher(IndexReader reader, FacetsConfig config) {
    super(reader);
    this.config = config;
    setSimilarity(Ranking.similarity());
  }

  /** Makes such views. */
  static SearcherFactory factory(FacetsConfig config) {
    return new SearcherFactory() {
      @Override
      public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
        return new ArchiveSearcher(reader, config);
      }
    };
  }

  /** The values of a facet in the whole index; empty where no document has one. */
  synchronized Optional<SortedSetDocValuesReaderState> state(Facet facet) throws IOException {
    Optional<SortedSetDocValuesReaderState> known = states.get(facet);
    if (known == null) {
      String field = FacetFields.field(facet);
      known =
          FieldInfos.getMergedFieldInfos(getIndexReader()).fieldInfo(field) == null
              ? Optional.empty()
              : Optional.of(
                  new DefaultSortedSetDocValuesReaderState(getIndexReader(), field, config));
      states.put(facet, known);
    }
    return known;
  }

  ArchiveCounts counts() throws IOException {
    long held = 0;
    for (Hold hold : Hold.values()) {
      held += count(new TermQuery(new Term(Fields.HELD, hold.label())));
    }
    return new ArchiveCounts(
        count(DocumentFields.ARTICLE_TYPE) - held,
        count(DocumentType.PARAGRAPH.label()),
        count(DocumentType.QUOTE.label()));
  }

  private long count(String type) throws IOException {
    return count(new TermQuery(new Term(Fields.TYPE, type)));
  }
}
