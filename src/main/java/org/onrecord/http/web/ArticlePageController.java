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
import java.util.Optional;
import org.onrecord.article.ArticleId;
import org.onrecord.http.ArticleIds;
import org.onrecord.http.ProblemResponses;
import org.onrecord.page.article.ArticleView;
import org.onrecord.page.quotation.MessageView;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.search.SearchService;

/**
 * {@code GET /articles/{id}}, with the parameters of the search by which its reader came, so that
 * it can show what that found and lead back.
 */
@Controller("/articles")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ArticlePageController {
  private final SearchService service;
  private final Arrivals arrivals;
  private final PageAnswers pages;

  ArticlePageController(SearchService service, Arrivals arrivals, PageAnswers pages) {
    this.service = service;
    this.arrivals = arrivals;
    this.pages = pages;
  }

  @Get("/{+id}")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> article(HttpRequest<?> request, @PathVariable String id) throws IOException {
    Optional<ArchivedArticle> found = ArticleIds.find(service, id);
    if (found.isEmpty()) {
      HttpStatus status =
          ProblemResponses.isGone(service, ArticleIds.valid(id))
              ? HttpStatus.GONE
              : HttpStatus.NOT_FOUND;
      return pages.send(status, gone(status));
    }
    ArticleId own = found.get().document().article().id();
    return pages.send(
        request, new ArticleView(found.get(), arrivals.of(request, own), Viewers.of(request)));
  }

  private static MessageView gone(HttpStatus status) {
    return new MessageView(
        "There is no such article",
        "It may have been withdrawn, or never have been here. Of what is withdrawn the archive"
            + " keeps neither text nor quotations.",
        null,
        status.getCode());
  }
}
