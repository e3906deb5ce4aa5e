package org.onrecord.http;

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
import java.util.Optional;
import org.onrecord.page.EmptyView;
import org.onrecord.page.HelpView;
import org.onrecord.page.SearchView;
import org.onrecord.search.SearchService;

/** What a browser is served: the page to search on, the help, and what pages load. */
@Controller("/")
final class PageController {
  private final PageFiles files;
  private final PageAnswers pages;
  private final SearchService service;

  PageController(PageFiles files, PageAnswers pages, SearchService service) {
    this.files = files;
    this.pages = pages;
    this.service = service;
  }

  @Get
  @Produces(MediaType.TEXT_HTML)
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<?> search(HttpRequest<?> request) throws IOException {
    return pages.send(
        request, service.counts().articles() == 0 ? new EmptyView() : new SearchView());
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
    return asset.isPresent()
        ? Answers.tagged(request, asset.get().bytes(), asset.get().type())
        : Problems.of(
            request,
            HttpStatus.NOT_FOUND,
            "The page has no file " + ParameterReader.quote(name) + ".");
  }

  /** The web components, for any page to load. */
  @OpenToAll
  @Get("/embed/onrecord.js")
  @Produces(MediaType.ALL)
  HttpResponse<?> components(HttpRequest<?> request) {
    return send(request, PageFiles.COMPONENTS);
  }

  @OpenToAll
  @Get("/openapi.yaml")
  @Produces(MediaType.ALL)
  HttpResponse<?> description(HttpRequest<?> request) {
    return send(request, PageFiles.DESCRIPTION);
  }

  private HttpResponse<?> send(HttpRequest<?> request, String name) {
    PageFile file = files.get(name);
    return Answers.tagged(request, file.bytes(), file.type());
  }
}
