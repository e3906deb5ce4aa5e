package org.onrecord.backend.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.onrecord.search.SampleArticle.article;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.schema.Facet;
import org.onrecord.search.FacetAliases;
import org.onrecord.search.FacetCounts.Value;
import org.onrecord.search.FacetListing;
import org.onrecord.search.FacetPage;
import org.onrecord.search.InvalidRequestException;
import org.onrecord.search.SampleArticle;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchService;

/** The values of a long facet, page by page. */
class FacetPagesTest {
  @TempDir Path folder;
  private LuceneArchive archive;
  private SearchService service;

  @BeforeEach
  void open() throws IOException {
    archive = LuceneArchive.open(folder);
    service = new SearchService(archive.backend(), FacetAliases.NONE);
    index(
        article("a")
            .in("Herald", "news")
            .paragraph("One said the bridge stays.")
            .said("the bridge stays", "Ada Bell", "GRN")
            .paragraph("Two said the bridge goes.")
            .said("the bridge goes", "Émile Roux", "Blue-N"),
        article("b")
            .in("Tribune", "news")
            .paragraph("One said the bridge waits.")
            .said("the bridge waits", "Ada Bell", "GRN")
            .paragraph("Four said the bridge was sold.")
            .said("the bridge was sold", "Dan Bell", "GRN")
            .paragraph("The river is high."));
  }

  @AfterEach
  void close() throws IOException {
    archive.close();
  }

  @Test
  void mostFrequentValuesComeFirst() throws IOException {
    assertEquals("Ada Bell=2 Dan Bell=1 Émile Roux=1", shown(page("bridge", "", 10, null)));
  }

  @Test
  void prefixIsThatOfAnyWordWithoutCaseAndAccents() throws IOException {
    assertEquals("Ada Bell=2 Dan Bell=1", shown(page("bridge", "BEL", 10, null)));
    assertEquals("Émile Roux=1", shown(page("bridge", "emi", 10, null)));
    assertEquals("", shown(page("bridge", "ell", 10, null)));
  }

  @Test
  void pagesHoldEachValueOnce() throws IOException {
    List<String> values = new ArrayList<>();
    String after = null;
    do {
      FacetPage page = page("", "", 1, after);
      assertEquals(3, page.total());
      assertEquals(1, page.missing());
      page.values().forEach(value -> values.add(value.value()));
      after = page.next();
    } while (after != null);
    assertEquals(List.of("Ada Bell", "Dan Bell", "Émile Roux"), values);
  }

  @Test
  void otherFiltersNarrowAndItsOwnDoesNot() throws IOException {
    SearchRequest request =
        SearchRequest.of("bridge")
            .withFilters(
                Map.of(Facet.OUTLET, List.of("Tribune"), Facet.SPEAKER, List.of("dan bell")));
    FacetPage page = service.facet(request, new FacetListing(Facet.SPEAKER, "", 10, null));
    assertEquals("Ada Bell=1 Dan Bell=1*", shown(page));
  }

  @Test
  void wordsThatNothingHoldsTogetherAreLoosened() throws IOException {
    assertEquals(
        service.search(SearchRequest.of("bridge nowhere")).total(),
        page("bridge nowhere", "", 10, null).values().stream().mapToLong(Value::count).sum());
  }

  @Test
  void cursorOfNothingIsRefused() {
    for (String cursor : List.of("?", "eA", "eAp4", "")) {
      assertThrows(InvalidRequestException.class, () -> page("", "", 1, cursor), cursor);
    }
  }

  @Test
  void cursorOfAnotherListingIsRefused() throws IOException {
    String next = Objects.requireNonNull(page("bridge", "", 1, null).next());
    assertEquals("Dan Bell=1", shown(page("bridge", "", 1, next)));
    assertEquals("Dan Bell=1 Émile Roux=1", shown(page("bridge", "", 5, next)), "of any size");
    assertThrows(InvalidRequestException.class, () -> page("river", "", 1, next));
    assertThrows(InvalidRequestException.class, () -> page("bridge", "bel", 1, next));
    FacetListing parties = new FacetListing(Facet.PARTY, "", 1, next);
    assertThrows(
        InvalidRequestException.class, () -> service.facet(SearchRequest.of("bridge"), parties));
  }

  @Test
  void emptyIndexHasNoValues() throws IOException {
    assertEquals("", shown(page("nowhere", "", 10, null)));
  }

  private FacetPage page(String q, String prefix, int size, @Nullable String after)
      throws IOException {
    return service.facet(SearchRequest.of(q), new FacetListing(Facet.SPEAKER, prefix, size, after));
  }

  private static String shown(FacetPage page) {
    List<String> shown = new ArrayList<>();
    for (Value value : page.values()) {
      shown.add(value.value() + "=" + value.count() + (value.selected() ? "*" : ""));
    }
    return String.join(" ", shown);
  }

  private void index(SampleArticle... articles) throws IOException {
    for (SampleArticle each : articles) {
      archive.put(each.archived());
    }
    archive.commit();
  }
}
