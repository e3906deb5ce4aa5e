package org.onrecord.backend.lucene;

import org.onrecord.backend.lucene.facet.FacetColumns;
import org.onrecord.backend.lucene.query.CopiesAmong;
import org.onrecord.backend.lucene.query.LengthColumns;
import org.onrecord.backend.lucene.query.TermSets;

/** What of an index's segments is kept in memory to search them. */
record SearchColumns(
    FacetColumns facets,
    CopiesAmong.Finder copies,
    TermSets terms,
    LengthColumns lengths,
    ArticleEnds articles,
    EverythingCounted everything) {
  SearchColumns() {
    this(
        new FacetColumns(),
        new CopiesAmong.Finder(),
        new TermSets(),
        new LengthColumns(),
        new ArticleEnds(),
        new EverythingCounted());
  }
}
