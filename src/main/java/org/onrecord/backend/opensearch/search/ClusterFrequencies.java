package org.onrecord.backend.opensearch.search;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.Term;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.query.TermFrequencies;

/** In how many documents of one view of an archive on a cluster terms are. For one thread. */
final class ClusterFrequencies implements TermFrequencies.InView {
  private static final Set<String> OF_WORDS =
      Set.of(
          Fields.TEXT,
          Fields.EXACT,
          Fields.TITLE,
          Fields.TITLE_EXACT,
          Fields.SPEAKER,
          Fields.MENTION);

  private final IndexView view;
  private final TermCounts counts;

  ClusterFrequencies(IndexView view, CompiledQuery.Reading reading) {
    this.view = view;
    this.counts = new TermCounts(view, reading);
  }

  @Override
  public void willAsk(Collection<Term> terms) throws IOException {
    counts.read(terms.stream().filter(term -> OF_WORDS.contains(term.field())).toList());
  }

  @Override
  public long of(Term term) throws IOException {
    return OF_WORDS.contains(term.field()) ? counts.of(term).documents() : valued(term);
  }

  /** How many have a value, which a facet's term has behind the facet's own name. */
  private long valued(Term term) throws IOException {
    String value =
        term.field().startsWith("facet.") ? FacetsConfig.stringToPath(term.text())[1] : term.text();
    return view.post(
            "_search",
            Map.of(
                "size",
                0,
                "track_total_hits",
                true,
                "query",
                Dsl.filtered(List.of(view.live(), Dsl.term(term.field(), value)))))
        .path("hits")
        .path("total")
        .path("value")
        .asLong();
  }
}
