package org.onrecord.http.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.util.Optional;
import org.onrecord.api.ArticleBody;
import org.onrecord.http.ArticleIds;
import org.onrecord.http.ProblemResponses;
import org.onrecord.http.Responses;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.search.SearchService;

/** {@code GET /api/v1/articles/{id}}. */
@Controller("/api/v1/articles")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ArticleController {
  private final SearchService service;

  ArticleController(SearchService service) {
    this.service = service;
  }

  @Get("/{+id}")
  @Produces(MediaType.APPLICATION_JSON)
  HttpResponse<?> article(HttpRequest<?> request, @PathVariable String id) throws IOException {
    Optional<ArchivedArticle> article = ArticleIds.find(service, id);
    return article.isPresent()
        ? Responses.tagged(request, ArticleBody.of(article.get()))
        : ProblemResponses.absent(request, service, ArticleIds.valid(id), "article", id);
  }
}
