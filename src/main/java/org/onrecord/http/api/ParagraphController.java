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
import org.onrecord.api.ParagraphBody;
import org.onrecord.article.ArticleId;
import org.onrecord.http.ProblemResponses;
import org.onrecord.http.Responses;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.search.SearchService;

/** {@code GET /api/v1/paragraphs/{id}}. */
@Controller("/api/v1/paragraphs")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ParagraphController {
  private final SearchService service;

  ParagraphController(SearchService service) {
    this.service = service;
  }

  @Get("/{+id}")
  @Produces(MediaType.APPLICATION_JSON)
  HttpResponse<?> paragraph(HttpRequest<?> request, @PathVariable String id) throws IOException {
    Optional<ParagraphDocument> paragraph = service.paragraph(id);
    return paragraph.isPresent()
        ? Responses.tagged(request, ParagraphBody.of(paragraph.get()))
        : ProblemResponses.absent(request, service, ArticleId.ofPassage(id), "paragraph", id);
  }
}
