package org.onrecord.http.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.ProblemBody.ParameterError;
import org.onrecord.http.OpenToAll;
import org.onrecord.http.ParameterReader;
import org.onrecord.http.ProblemResponses;
import org.onrecord.http.Profiles;
import org.onrecord.http.Responses;
import org.onrecord.http.SearchParameters;
import org.onrecord.http.ServiceAddresses;
import org.onrecord.page.CheckView;
import org.onrecord.page.EmptyView;
import org.onrecord.page.HelpView;
import org.onrecord.page.part.Address;
import org.onrecord.page.search.SearchPages;
import org.onrecord.page.search.SearchView;
import org.onrecord.schema.Facet;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchService;

/** What a browser is served: the page to search on, the help, and what pages load. */
@Controller("/")
final class PageController {
  private final PageFiles files;
  private final PageAnswers pages;
  private final SearchService service;
  private final SearchPages searches;
  private final UnderPath path;

  PageController(
      PageFiles files,
      PageAnswers pages,
      SearchService service,
      Profiles profiles,
      ServiceAddresses addresses) {
    this.path = new UnderPath(addresses.path());
    this.searches = new SearchPages(service, profiles::memberships);
    this.files = files;
    this.pages = pages;
    this.service = service;
  }

  @Get
  @Produces(MediaType.TEXT_HTML)
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<?> search(HttpRequest<?> request) throws IOException {
    if (service.counts().articles() == 0) {
      return pages.send(request, new EmptyView());
    }
    Map<String, List<String>> given = request.getParameters().asMap();
    Address address = new Address(given);
    SearchView view =
        switch (SearchParameters.ofPage(address)) {
          case SearchParameters.Asked(SearchRequest asked) ->
              searches.answer(address, asked, listed(given));
          case SearchParameters.Refused(List<ParameterError> errors, SearchRequest _) ->
              searches.refused(address, errors.stream().map(ParameterError::detail).toList());
        };
    return view.fault() == null
        ? pages.send(request, view)
        : pages.send(HttpStatus.BAD_REQUEST, view);
  }

  /** The facet that is to be shown longer, by {@code more} and {@code within}. */
  private static SearchPages.@Nullable Listed listed(Map<String, List<String>> given) {
    return given.getOrDefault("more", List.of()).stream()
        .flatMap(name -> Facet.of(name).stream())
        .filter(Facet.FILTERS::contains)
        .findFirst()
        .map(
            facet ->
                new SearchPages.Listed(
                    facet, String.join(" ", given.getOrDefault("within", List.of()))))
        .orElse(null);
  }

  @Get("/check")
  @Produces(MediaType.TEXT_HTML)
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<?> check(HttpRequest<?> request) throws IOException {
    return pages.send(request, new CheckView());
  }

  @OpenToAll
  @Get("/help")
  @Produces(MediaType.TEXT_HTML)
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<?> help(HttpRequest<?> request) throws IOException {
    return pages.send(request, new HelpView());
  }

  @OpenToAll
  @Get("/assets/{+name}")
  @Produces(MediaType.ALL)
  HttpResponse<?> asset(HttpRequest<?> request, @PathVariable String name) {
    Optional<PageFile> asset = files.asset(name);
    if (asset.isEmpty()) {
      return ProblemResponses.of(
          request,
          HttpStatus.NOT_FOUND,
          "The page has no file " + ParameterReader.quote(name) + ".");
    }
    PageFile file = asset.get();
    return files.inFolder(name)
        ? Responses.lasting(file.bytes(), file.type())
        : Responses.tagged(request, file.bytes(), file.type());
  }

  /** The web components, for any page to load. */
  @OpenToAll
  @Get("/embed/onrecord.js")
  @Produces(MediaType.ALL)
  HttpResponse<?> components(HttpRequest<?> request) {
    PageFile file = files.get(PageFiles.COMPONENTS);
    return Responses.tagged(request, file.bytes(), file.type());
  }

  /** The script that lets frames grow, for any page to load. */
  @OpenToAll
  @Get("/embed/frames.js")
  @Produces(MediaType.ALL)
  HttpResponse<?> frames(HttpRequest<?> request) {
    PageFile file = files.get(PageFiles.FRAMES);
    return Responses.tagged(request, file.bytes(), file.type());
  }

  @OpenToAll
  @Get("/openapi.yaml")
  @Produces(MediaType.ALL)
  HttpResponse<?> description(HttpRequest<?> request) {
    PageFile file = files.get(PageFiles.DESCRIPTION);
    return Responses.tagged(request, path.ofDescription(file.bytes()), file.type());
  }
}
