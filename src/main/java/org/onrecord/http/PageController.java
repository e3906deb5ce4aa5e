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
import org.onrecord.search.SearchService;

/**
 * What a browser is served: the page to search on, the page of an article, and what they load. The
 * pages hold no data; their scripts ask the API for it.
 */
@Controller("/")
final class PageController {
  private final PageFiles files;
  private final SearchService service;

  PageController(PageFiles files, SearchService service) {
    this.files = files;
    this.service = service;
  }

  @OpenToAll
  @Get
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> search(HttpRequest<?> request) {
    return send(request, PageFiles.SEARCH_PAGE);
  }

  /** The article's page, also where there is no such article: the page then says so. */
  @Get("/articles/{+id}")
  @Produces(MediaType.TEXT_HTML)
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<?> article(HttpRequest<?> request, @PathVariable String id) throws IOException {
    PageFile page = files.get(PageFiles.ARTICLE_PAGE);
    if (ArticleIds.find(service, id).isPresent()) {
      return Answers.tagged(request, page.bytes(), page.type());
    }
    HttpStatus status =
        Problems.isGone(service, ArticleIds.valid(id)) ? HttpStatus.GONE : HttpStatus.NOT_FOUND;
    return HttpResponse.status(status).body(page.bytes()).contentType(page.type());
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
