package org.onrecord.backend.lucene;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.IntField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.onrecord.backend.lucene.index.DocumentFields;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.query.ArchiveSearcher;
import org.onrecord.backend.lucene.query.Hits;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;
import org.onrecord.search.SearchScope;

/**
 * What narrows the hits of a request, each by the facet that lifts it, over one view. For one
 * thread.
 */
final class Narrowing {
  private final ArchiveSearcher searcher;
  private final SearchColumns columns;
  private final SearchScope scope;

  /** Those that have to be looked for. */
  private final Map<Facet, Query> queries = new EnumMap<>(Facet.class);

  /** Those that are known of every document, and those that were looked for. */
  private final Map<Facet, Narrow> narrows = new EnumMap<>(Facet.class);

  /** Takes out of hits what it does not let pass. */
  @FunctionalInterface
  private interface Narrow {
    void narrow(Hits hits) throws IOException;
  }

  Narrowing(ArchiveSearcher searcher, SearchColumns columns, SearchScope scope) throws IOException {
    this.searcher = searcher;
    this.columns = columns;
    this.scope = scope;
    scope
        .filters()
        .forEach(
            (facet, values) -> {
              if (!values.isEmpty()) {
                queries.put(facet, searcher.names().of(facet).anyOf(values));
              }
            });
    if (scope.types().size() < DocumentType.values().length) {
      narrows.put(Facet.TYPE, this::retainTypes);
    }
    leaveUnsaid();
    if (scope.from() != null || scope.to() != null) {
      long from = scope.from() == null ? Long.MIN_VALUE : scope.from().toEpochDay();
      long to = scope.to() == null ? Long.MAX_VALUE : scope.to().toEpochDay();
      narrows.put(Facet.DATE, hits -> columns.facets().retainDays(hits, from, to));
    }
  }

  private void retainTypes(Hits hits) throws IOException {
    for (DocumentType type : DocumentType.values()) {
      if (!scope.types().contains(type)) {
        remove(hits, new Term(Fields.TYPE, type.label()));
      }
    }
  }

  /** What was not said is lifted by choosing a polarity. */
  private void leaveUnsaid() throws IOException {
    switch (scope.quotations().unsaid()) {
      case LEAVE -> {
        if (!queries.containsKey(Facet.POLARITY) && searcher.hasUnsaid()) {
          narrows.put(Facet.POLARITY, hits -> remove(hits, ArchiveSearcher.UNSAID.getTerm()));
        }
      }
      case INCLUDE -> {}
    }
  }

  private void remove(Hits hits, Term term) throws IOException {
    for (LeafReaderContext leaf : hits.leaves()) {
      if (hits.in(leaf).count() > 0) {
        hits.remove(leaf, columns.terms().of(leaf.reader(), term));
      }
    }
  }

  /** Whether what a facet selects has to be looked for, so that it is lifted only if asked. */
  boolean isLookedFor(Facet facet) {
    return queries.containsKey(facet);
  }

  /** Whether a facet's own selection narrows the hits. */
  boolean isBy(Facet facet) {
    return queries.containsKey(facet) || narrows.containsKey(facet);
  }

  /**
   * What matches, of paragraphs and quotations, and is as sure as wanted. Where a facet need not be
   * lifted it is narrowed by it at once, since few may be left to be looked at then.
   */
  Hits matching(Query query, Set<Facet> lifted) throws IOException {
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(query, Occur.MUST);
    addAtLeast(all, Fields.CONFIDENCE, scope.quotations().minConfidence());
    addAtLeast(all, Fields.SPEAKER_CONFIDENCE, scope.quotations().minSpeakerConfidence());
    BoundQueries.addTo(all, scope.bounds());
    queries.forEach(
        (facet, narrow) -> {
          if (lifted.contains(facet)) {
            narrows.put(facet, new Found(narrow));
          } else {
            all.add(narrow, Occur.FILTER);
          }
        });
    Hits matching = Hits.of(searcher, all.build());
    remove(matching, new Term(Fields.TYPE, DocumentFields.ARTICLE_TYPE));
    if (scope.bounds().boundsLength()) {
      BoundQueries.retainLengths(matching, scope.bounds());
    }
    return matching;
  }

  private static void addAtLeast(BooleanQuery.Builder all, String field, double least) {
    if (least > 0) {
      int percent = DocumentFields.percent(least);
      all.add(IntField.newRangeQuery(field, percent, Integer.MAX_VALUE), Occur.FILTER);
    }
  }

  /** Those of what matches that everything lets pass but for what a facet lifts. */
  Hits but(@Nullable Facet lifted, Hits matching) throws IOException {
    Hits left = matching.copy();
    for (Map.Entry<Facet, Narrow> each : narrows.entrySet()) {
      if (each.getKey() != lifted) {
        each.getValue().narrow(left);
      }
    }
    return left;
  }

  /** Keeps what a query finds, which is looked for once. */
  private final class Found implements Narrow {
    private final Query query;
    private @Nullable Hits found;

    Found(Query query) {
      this.query = query;
    }

    @Override
    public void narrow(Hits hits) throws IOException {
      Hits known = found;
      if (known == null) {
        known = Hits.of(searcher, query);
        found = known;
      }
      hits.retain(known);
    }
  }
}
