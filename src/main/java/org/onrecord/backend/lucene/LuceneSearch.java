package org.onrecord.backend.lucene;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.onrecord.backend.lucene.facet.NameBeginnings;
import org.onrecord.backend.lucene.index.DocumentCodec;
import org.onrecord.backend.lucene.index.NewsAnalyzer;
import org.onrecord.backend.lucene.names.AppliedNames;
import org.onrecord.backend.lucene.query.ArchiveSearcher;
import org.onrecord.backend.lucene.query.IndexWords;
import org.onrecord.backend.lucene.query.QueryCompiler;
import org.onrecord.backend.lucene.query.TermExpansion;

/** Searches an index; one for all its views. Safe for use by several threads. */
final class LuceneSearch {
  private final Analyzer ofQueries = NewsAnalyzer.forQueries();
  private final Analyzer ofDocuments = NewsAnalyzer.create();
  private final NameBeginnings beginnings = new NameBeginnings();
  private final SearchColumns columns = new SearchColumns();
  private final DocumentCodec codec;
  private final int expansion;

  /**
   * A way to search.
   *
   * @param expansion how many words of a field a prefix or fuzzy word stands for at the most
   */
  LuceneSearch(DocumentCodec codec, int expansion) {
    this.codec = codec;
    this.expansion = expansion;
  }

  DocumentCodec codec() {
    return codec;
  }

  Analyzer ofDocuments() {
    return ofDocuments;
  }

  NameBeginnings beginnings() {
    return beginnings;
  }

  SearchColumns columns() {
    return columns;
  }

  /** Compiles queries of whose words none stands for several of an index. */
  QueryCompiler wordless() {
    return new QueryCompiler(
        ofQueries, AppliedNames.NONE, new TermExpansion(IndexWords.NONE, ofDocuments, expansion));
  }

  QueryCompiler compiler(ArchiveSearcher searcher) throws IOException {
    return new QueryCompiler(
        ofQueries,
        searcher.names(),
        new TermExpansion(searcher.getIndexReader(), ofDocuments, expansion, searcher.deadline()));
  }
}
