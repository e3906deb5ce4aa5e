package org.onrecord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.app.ProgramRun;
import org.onrecord.backend.lucene.LuceneArchiveReader;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;
import org.onrecord.search.DateInterval;
import org.onrecord.search.FacetAliases;
import org.onrecord.search.FacetCounts;
import org.onrecord.search.FacetListing;
import org.onrecord.search.FacetPage;
import org.onrecord.search.FacetsWanted;
import org.onrecord.search.Hit;
import org.onrecord.search.MatchMode;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchResult;
import org.onrecord.search.SearchService;
import org.onrecord.search.SortOrder;

/**
 * What holds of counts and pages, on the sample article, and on any articles that {@code
 * -Donrecord.corpus=FILE} names: queries by chance out of the archive's own words.
 */
class CorpusPropertiesTest {
  private static final int REQUESTS = Integer.getInteger("onrecord.corpus.requests", 30);

  @TempDir private Path folder;

  @Test
  void countsAndPagesOfTheSampleArticleAreTrue() throws IOException {
    check("seeds");
  }

  @Test
  void countsAndPagesOfACorpusAreTrue() throws IOException {
    String corpus = System.getProperty("onrecord.corpus");
    assumeTrue(corpus != null, "no -Donrecord.corpus=FILE");
    check(corpus);
  }

  private void check(@Nullable String corpus) throws IOException {
    ProgramRun run = ProgramRun.of(folder, "index", String.valueOf(corpus));
    assertEquals(0, run.code(), run.err());
    try (LuceneArchiveReader archive = LuceneArchiveReader.open(folder.resolve("index"))) {
      SearchService service = new SearchService(archive.backend(), FacetAliases.NONE);
      Random random = new Random(20_241_107);
      for (int i = 0; i < REQUESTS; i++) {
        SearchRequest request = request(service, random);
        for (int drill = 0; drill < 3; drill++) {
          SearchResult result = service.search(request);
          assertCounts(service, request, result);
          request = drilled(request, result, random);
        }
        assertPages(service, request);
      }
    }
  }

  private static void assertCounts(SearchService service, SearchRequest request, SearchResult found)
      throws IOException {
    for (FacetCounts counts : found.facets()) {
      if (counts instanceof FacetCounts.Values values && counts.facet() != Facet.TYPE) {
        for (FacetCounts.Value value : values.values()) {
          SearchRequest selecting = selecting(request, counts.facet(), value.value());
          if (value.count() > 0) {
            assertEquals(value.count(), service.search(selecting).total(), selecting::toString);
          }
        }
        assertListed(service, request, values);
      }
    }
  }

  /** The facet's own pages tell the same, and in them is whatever the search left out. */
  private static void assertListed(
      SearchService service, SearchRequest request, FacetCounts.Values shown) throws IOException {
    int size = shown.values().size() + 3;
    FacetPage page = service.facet(request, new FacetListing(shown.facet(), "", size, null));
    long positive = shown.values().stream().filter(v -> v.count() > 0).count();
    assertEquals(positive + shown.others(), page.total(), request::toString);
    assertEquals(shown.missing(), page.missing(), request::toString);
  }

  private static void assertPages(SearchService service, SearchRequest request) throws IOException {
    Set<String> seen = new HashSet<>();
    long total = service.search(request).total();
    long walked = 0;
    String after = null;
    do {
      SearchResult page = service.search(page(request, after));
      assertEquals(total, page.total(), request::toString);
      for (Hit hit : page.hits()) {
        seen.add(
            switch (hit) {
              case Hit.ParagraphHit paragraph -> paragraph.paragraph().id();
              case Hit.QuoteHit quote -> quote.quote().quotation().id();
            });
        walked++;
      }
      after = page.next();
    } while (after != null);
    assertEquals(total, walked, request::toString);
    assertEquals(total, seen.size(), request::toString);
  }

  private static SearchRequest request(SearchService service, Random random) throws IOException {
    List<DocumentType> all = List.of(DocumentType.values());
    Set<DocumentType> types =
        random.nextInt(3) == 0
            ? EnumSet.allOf(DocumentType.class)
            : EnumSet.of(all.get(random.nextInt(all.size())));
    SearchRequest everything = of("", types, MatchMode.ALL, Map.of(), SortOrder.NEWEST, 100, null);
    List<Hit> hits = service.search(everything).hits();
    String q = random.nextInt(5) == 0 ? "" : words(hits.get(random.nextInt(hits.size())), random);
    MatchMode match = random.nextInt(4) == 0 ? MatchMode.ANY : MatchMode.ALL;
    List<SortOrder> orders = List.of(SortOrder.values());
    return of(q, types, match, Map.of(), orders.get(random.nextInt(orders.size())), 10, null);
  }

  /** One to three words of a hit. */
  private static String words(Hit hit, Random random) {
    String text =
        switch (hit) {
          case Hit.ParagraphHit paragraph -> paragraph.paragraph().text();
          case Hit.QuoteHit quote -> quote.quote().quotation().content();
        };
    List<String> words = new ArrayList<>();
    for (String word : text.split("[^\\p{L}]+", -1)) {
      if (word.length() > 2) {
        words.add(word);
      }
    }
    List<String> chosen = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0 && !words.isEmpty(); i--) {
      chosen.add(words.get(random.nextInt(words.size())).toLowerCase(Locale.ROOT));
    }
    chosen.removeIf(Set.of("and", "not")::contains);
    return String.join(" ", chosen);
  }

  /** With one more value of a facet selected, of those that it shows. */
  private static SearchRequest drilled(SearchRequest request, SearchResult result, Random random) {
    List<FacetCounts.Values> facets = new ArrayList<>();
    for (FacetCounts counts : result.facets()) {
      boolean open = counts instanceof FacetCounts.Values v && !v.values().isEmpty();
      if (open && counts.facet() != Facet.TYPE) {
        facets.add((FacetCounts.Values) counts);
      }
    }
    if (facets.isEmpty()) {
      return request;
    }
    FacetCounts.Values facet = facets.get(random.nextInt(facets.size()));
    String value = facet.values().get(random.nextInt(facet.values().size())).value();
    Map<Facet, List<String>> filters = new EnumMap<>(Facet.class);
    filters.putAll(request.filters());
    List<String> values = new ArrayList<>(filters.getOrDefault(facet.facet(), List.of()));
    values.add(value);
    filters.put(facet.facet(), values);
    return request.withFilters(filters);
  }

  private static SearchRequest selecting(SearchRequest request, Facet facet, String value) {
    Map<Facet, List<String>> filters = new EnumMap<>(Facet.class);
    filters.putAll(request.filters());
    filters.put(facet, List.of(value));
    return request.withFilters(filters).forTotal();
  }

  private static SearchRequest page(SearchRequest r, @Nullable String after) {
    return of(r.q(), r.types(), r.match(), r.filters(), r.sort(), SearchRequest.MAX_SIZE, after);
  }

  private static SearchRequest of(
      String q,
      Set<DocumentType> types,
      MatchMode match,
      Map<Facet, List<String>> filters,
      SortOrder sort,
      int size,
      @Nullable String after) {
    return SearchRequest.of("")
        .withQuery(q, match)
        .withTypes(types)
        .withFilters(filters)
        .withPage(sort, size, after)
        .withFacets(
            new FacetsWanted(
                after == null && size == 10 ? EnumSet.allOf(Facet.class) : Set.of(),
                10,
                DateInterval.YEAR));
  }
}
