package org.onrecord.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.onrecord.article.PartyRef;
import org.onrecord.schema.ArchivedQuotation;

/** Gathers the parties that an answer shows. */
final class PartiesInView {
  private PartiesInView() {}

  /**
   * Those that are asked for, then those of the facets' values and of the hits' speakers; one may
   * come several times.
   */
  static List<PartyRef> of(List<PartyRef> asked, List<FacetCounts> facets, List<Hit> hits) {
    List<PartyRef> parties = new ArrayList<>(asked);
    for (FacetCounts counts : facets) {
      switch (counts) {
        case FacetCounts.Values values when values.facet().isById() ->
            values.values().forEach(one -> parties.add(new PartyRef(one.key(), one.value())));
        case FacetCounts.Values _, FacetCounts.Dates _ -> {}
      }
    }
    hits.stream().flatMap(PartiesInView::quotations).forEach(q -> addTo(parties, q));
    return parties;
  }

  private static Stream<ArchivedQuotation> quotations(Hit hit) {
    return switch (hit) {
      case Hit.ParagraphHit found -> found.paragraph().quotations().stream();
      case Hit.QuoteHit found -> Stream.of(found.quote().quotation());
    };
  }

  private static void addTo(List<PartyRef> parties, ArchivedQuotation quotation) {
    Stream.of(quotation.party(), quotation.formerParty())
        .filter(Objects::nonNull)
        .forEach(parties::add);
  }
}
