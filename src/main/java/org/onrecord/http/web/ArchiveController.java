package org.onrecord.http.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onrecord.http.ServiceAddresses;
import org.onrecord.page.profile.ArchiveView;
import org.onrecord.page.profile.ArchiveView.Newest;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;
import org.onrecord.search.DateInterval;
import org.onrecord.search.FacetCounts;
import org.onrecord.search.Hit;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchResult;
import org.onrecord.search.SearchService;
import org.onrecord.search.SortOrder;

/** {@code GET /archive}: what there is. */
@Controller("/archive")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ArchiveController {
  private static final int NEWEST = 8;
  private static final int VALUES = 10;

  private final SearchService service;
  private final PageAnswers pages;
  private final KnownNames known;
  private final ServiceAddresses addresses;

  ArchiveController(
      SearchService service, PageAnswers pages, KnownNames known, ServiceAddresses addresses) {
    this.service = service;
    this.pages = pages;
    this.known = known;
    this.addresses = addresses;
  }

  @Get
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> archive(HttpRequest<?> request) throws IOException {
    SearchResult passages =
        search(DocumentType.PARAGRAPH, SearchRequest.MAX_SIZE, Set.of(Facet.DATE, Facet.OUTLET));
    SearchResult quotations = search(DocumentType.QUOTE, 0, EnumSet.of(Facet.SPEAKER, Facet.PARTY));
    return pages.send(
        request,
        ArchiveView.of(
            service.counts(),
            newest(passages.hits()),
            passages.facets().stream()
                .filter(FacetCounts.Dates.class::isInstance)
                .map(FacetCounts.Dates.class::cast)
                .findFirst()
                .orElse(new FacetCounts.Dates(DateInterval.MONTH, List.of())),
            KnownNames.values(quotations, Facet.SPEAKER),
            KnownNames.values(quotations, Facet.PARTY),
            KnownNames.values(passages, Facet.OUTLET),
            known.speakers(quotations, Facet.SPEAKER),
            addresses.of(request).to("/api/v1/articles")));
  }

  private static List<Newest> newest(List<Hit> hits) {
    Map<String, Newest> newest = new LinkedHashMap<>();
    for (Hit hit : hits) {
      newest.putIfAbsent(hit.article().id().value(), Newest.of(hit));
    }
    return newest.values().stream().limit(NEWEST).toList();
  }

  private SearchResult search(DocumentType type, int size, Set<Facet> facets) throws IOException {
    return service.search(
        SearchRequest.of("")
            .withTypes(Set.of(type))
            .withPage(SortOrder.NEWEST, size, null)
            .withFacets(facets, VALUES));
  }
}
