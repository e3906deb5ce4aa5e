package org.onrecord.page.search;

import org.jspecify.annotations.Nullable;
import org.onrecord.page.Wording;
import org.onrecord.page.part.Address;
import org.onrecord.page.part.Tab;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.search.ArticleHits;
import org.onrecord.search.PartyLabels;

/**
 * An article among the results, with the best of its passages.
 *
 * @param headline its own; null where the archive has none
 * @param id what the archive knows it by
 * @param count "4 passages"
 * @param best the best of them
 */
public record ArticleCard(
    int number,
    @Nullable String headline,
    String id,
    String day,
    @Nullable String iso,
    @Nullable String outlet,
    @Nullable String section,
    String count,
    HitView best) {
  static ArticleCard of(
      ArticleHits.ArticleHit hit, int number, Address address, PartyLabels parties) {
    ArticleHeader article = hit.best().article();
    return new ArticleCard(
        number,
        article.title(),
        article.id().value(),
        Wording.day(article.date()),
        article.date() == null ? null : article.date().toString(),
        article.outlet(),
        article.section() == null ? null : Wording.section(article.section()),
        Tab.Kind.PASSAGES.count(hit.hits()),
        HitView.of(hit.best(), number, address, parties));
  }
}
