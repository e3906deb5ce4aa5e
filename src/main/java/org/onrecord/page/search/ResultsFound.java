package org.onrecord.page.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.onrecord.page.Wording;
import org.onrecord.page.part.Address;
import org.onrecord.page.part.Tab;
import org.onrecord.search.ArticleHits;
import org.onrecord.search.Hit;
import org.onrecord.search.SearchQuestion;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchResult;
import org.onrecord.search.SortOrder;

/** What the results of a search themselves show, and how to get at the rest of them. */
record ResultsFound(
    SearchQuestion question,
    Address address,
    SearchRequest asked,
    SearchResult result,
    Tab.Kind kind) {
  private static final List<Integer> SIZES = List.of(Address.SIZE, 50, SearchRequest.MAX_SIZE);

  SearchView.Results view(ArticleHits articles, int skip) throws IOException {
    boolean byArticle = kind == Tab.Kind.ARTICLES;
    long total = byArticle ? articles.total() : result.total();
    List<HitView> hits = new ArrayList<>();
    ordered().forEach(hit -> hits.add(HitView.of(hit, hits.size() + 1, address, result.parties())));
    List<ArticleCard> cards = new ArrayList<>();
    if (byArticle) {
      articles
          .articles()
          .forEach(a -> cards.add(ArticleCard.of(a, cards.size() + 1, address, result.parties())));
    }
    int shown = byArticle ? cards.size() : hits.size();
    String next =
        byArticle ? skip + shown < total ? String.valueOf(skip + shown) : null : result.next();
    boolean grows = asked.after() == null && asked.size() < SIZES.getLast();
    int size = SIZES.stream().filter(s -> s > asked.size()).findFirst().orElse(SIZES.getLast());
    return new SearchView.Results(
        kind.count(total),
        beside(articles.total()),
        sorts(),
        result.totalUnfolded() > result.total() || address.has("copies"),
        address.has("copies"),
        hits,
        cards,
        total == 0 ? new NothingFound(question, address, asked, result, kind).view() : null,
        shown(shown, total, next != null),
        next == null
            ? null
            : grows
                ? address.with("size", String.valueOf(size)).page()
                : address.with("size", String.valueOf(asked.size())).after(next).page(),
        grows
            ? "Show " + Wording.number(Math.min(size, total) - shown) + " more"
            : "Next " + Wording.number(asked.size()),
        grows,
        asked.after() == null ? null : address.without("after").page(),
        export("csv"),
        export("jsonl"),
        address.api("/api/v1/feed.atom"));
  }

  /** The best match first, and what says one thing twice behind the others of the first few. */
  private List<Hit> ordered() {
    boolean best = asked.sort() == SortOrder.RELEVANCE && !asked.q().isBlank();
    return best && asked.after() == null
        ? SaidTwice.last(result.hits(), Address.SIZE)
        : result.hits();
  }

  private String export(String format) {
    return address.api("/api/v1/export")
        + (address.api("").isEmpty() ? "?" : "&")
        + "format="
        + format;
  }

  private String beside(long articles) {
    if (kind == Tab.Kind.ARTICLES) {
      return "with " + Tab.Kind.PASSAGES.count(result.total());
    }
    String copies =
        result.totalUnfolded() > result.total()
            ? ", " + Wording.number(result.totalUnfolded()) + " with copies"
            : "";
    return result.total() == 0 || kind == Tab.Kind.QUOTATIONS
        ? copies.replaceFirst("^, ", "")
        : "in " + Tab.Kind.ARTICLES.count(articles) + copies;
  }

  private String shown(int shown, long total, boolean more) {
    if (asked.after() != null) {
      return "";
    }
    return more
        ? Wording.number(shown) + " of " + Wording.number(total) + " shown"
        : shown < 2 ? "" : "All " + Wording.number(shown) + " shown";
  }

  private List<SearchView.Sort> sorts() {
    return Stream.of(SortOrder.values())
        .map(
            order ->
                new SearchView.Sort(
                    order.label().equals(address.unsaidSort()) ? "" : order.label(),
                    switch (order) {
                      case RELEVANCE -> "Best match";
                      case RECENT -> "Best match, recent first";
                      case NEWEST -> "Newest first";
                      case OLDEST -> "Oldest first";
                    },
                    order == asked.sort()))
        .toList();
  }
}
