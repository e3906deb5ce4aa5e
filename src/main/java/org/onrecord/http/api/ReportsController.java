package org.onrecord.http.api;

import io.micronaut.context.annotation.Requires;
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
import org.onrecord.api.ReportsBody;
import org.onrecord.http.Quotations;
import org.onrecord.http.Responses;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.search.QuotationAddress;
import org.onrecord.search.SearchService;
import org.onrecord.verify.Reports;
import org.onrecord.verify.Verifier;

/** {@code GET /api/v1/quotes/{id}/reports}: who else reports it, and who has corrected words. */
@Controller("/api/v1/quotes")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(beans = Verifier.class)
final class ReportsController {
  private final SearchService service;
  private final Verifier verifier;

  ReportsController(SearchService service, Verifier verifier) {
    this.service = service;
    this.verifier = verifier;
  }

  @Get("/{+id}/reports")
  @Produces(MediaType.APPLICATION_JSON)
  HttpResponse<?> reports(HttpRequest<?> request, @PathVariable String id) throws IOException {
    if (service.address(id) instanceof QuotationAddress.Gone gone) {
      return Responses.tagged(
          request, ReportsBody.of(gone, verifier.reports().of(gone.article(), gone.was())));
    }
    return Quotations.answer(
        request,
        service,
        id,
        quote -> {
          ArchivedArticle article = service.article(quote.article().id()).orElseThrow();
          Reports found = verifier.reports().of(quote, article.document());
          return Responses.tagged(request, ReportsBody.of(quote, found));
        });
  }
}
