package org.onrecord.app;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.onrecord.api.ApiJson;
import org.onrecord.api.SearchBody;
import org.onrecord.schema.Facet;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for what everybody sees first while the service starts, so that nobody waits for what is
 * read into memory once. What fails here is told, and fails again when it is asked for.
 */
final class Warming {
  private static final Logger LOG = LoggerFactory.getLogger(Warming.class);

  private final CompletableFuture<Void> done;

  private Warming(CompletableFuture<Void> done) {
    this.done = done;
  }

  /**
   * Begins: everything, half of the facets each beside the other half, then a word as it is first
   * searched.
   */
  static Warming of(SearchService search) {
    Set<Facet> some = EnumSet.noneOf(Facet.class);
    Set<Facet> others = EnumSet.noneOf(Facet.class);
    for (Facet facet : SearchRequest.of("").facets()) {
      (facet.isOfPeople() || facet == Facet.OUTLET ? some : others).add(facet);
    }
    return new Warming(
        CompletableFuture.allOf(counted(search, some), counted(search, others))
            .thenRunAsync(() -> asked(search, SearchRequest.of("people")), Warming::run));
  }

  private static CompletableFuture<Void> counted(SearchService search, Set<Facet> facets) {
    SearchRequest everything = SearchRequest.of("");
    return CompletableFuture.runAsync(
        () -> asked(search, everything.withFacets(facets, everything.facetSize())), Warming::run);
  }

  private static void run(Runnable task) {
    Thread.ofPlatform().daemon().name("warm").start(task);
  }

  private static void asked(SearchService search, SearchRequest request) {
    try {
      ApiJson.bytes(SearchBody.of(request, search.search(request)));
    } catch (IOException | RuntimeException e) {
      LOG.warn("The index could not be searched while the service starts", e);
    }
  }

  /** Waits until it is done. */
  void await() {
    done.join();
  }
}
