package org.onrecord.backend.lucene;

import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.onrecord.backend.lucene.copies.Folding;
import org.onrecord.backend.lucene.query.ArchiveSearcher;
import org.onrecord.backend.lucene.query.CopiesAmong;
import org.onrecord.backend.lucene.query.Hits;
import org.onrecord.schema.Facet;
import org.onrecord.search.HitBounds;
import org.onrecord.search.SearchScope;

/**
 * What a query finds in a scope, over one view: found once, without scores, as sets of bits, from
 * which come the total, the copies, and what each facet counts. For one thread.
 */
final class MatchedHits {
  private final SearchColumns columns;
  private final SearchScope scope;
  private final Narrowing narrowing;
  private final Set<Facet> lifted;
  private final boolean everything;
  private final Hits matching;
  private final Counted all;
  private final Hits shown;
  private final Folding folding;
  private final Map<Facet, Counted> sideways = new EnumMap<>(Facet.class);

  /**
   * Hits that are counted.
   *
   * @param copies those among them that stand for one another; none where copies are not folded
   */
  record Counted(Hits hits, CopiesAmong copies) {}

  /**
   * Finds what matches.
   *
   * @param lifted the facets that may be counted without their own selection
   */
  MatchedHits(
      ArchiveSearcher searcher,
      SearchColumns columns,
      SearchScope scope,
      Query query,
      Set<Facet> lifted)
      throws IOException {
    this.columns = columns;
    this.scope = scope;
    this.lifted = EnumSet.noneOf(Facet.class);
    this.lifted.addAll(lifted);
    this.everything =
        query instanceof MatchAllDocsQuery
            && !scope.isNarrowed()
            && scope.bounds().equals(HitBounds.NONE)
            && scope.quotations().minConfidence() == 0
            && scope.quotations().minSpeakerConfidence() == 0;
    this.narrowing = new Narrowing(searcher, columns, scope);
    this.matching = narrowing.matching(query, lifted);
    this.all = counted(narrowing.but(null, matching));
    this.folding = Folding.of(searcher, all.copies());
    this.shown = folding.count() == 0 ? all.hits() : all.hits().copy();
    shown.remove(folding.hidden());
  }

  private Counted counted(Hits hits) throws IOException {
    return new Counted(
        hits,
        switch (scope.copies()) {
          case FOLD -> columns.copies().among(hits);
          case UNFOLD -> CopiesAmong.NONE;
        });
  }

  /** Whether everything is found, and nothing narrows it but its kind and what is not said. */
  boolean isEverything() {
    return everything;
  }

  /** Whether each of these facets can be counted. */
  boolean canCount(Set<Facet> facets) {
    return facets.stream()
        .allMatch(facet -> lifted.contains(facet) || !narrowing.isLookedFor(facet));
  }

  /** What is found, copies among it. */
  Hits all() {
    return all.hits();
  }

  /** What is found, to be counted. */
  Counted counted() {
    return all;
  }

  /** What is found, without what is folded. */
  Hits shown() {
    return shown;
  }

  Folding folding() {
    return folding;
  }

  /** What a facet counts: the hits that its own selection does not narrow. */
  Counted countedFor(Facet facet) throws IOException {
    if (!narrowing.isBy(facet)) {
      return all;
    }
    Counted known = sideways.get(facet);
    if (known == null) {
      known = counted(narrowing.but(facet, matching));
      sideways.put(facet, known);
    }
    return known;
  }
}
