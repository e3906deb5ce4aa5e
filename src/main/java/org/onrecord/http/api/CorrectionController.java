package org.onrecord.http.api;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.AccessControl.Caller;
import org.onrecord.access.Role;
import org.onrecord.api.CorrectedBody;
import org.onrecord.api.CorrectionsBody;
import org.onrecord.api.DecidedBody;
import org.onrecord.article.ArticleId;
import org.onrecord.correction.Correction;
import org.onrecord.correction.CorrectionLog;
import org.onrecord.correction.Standings;
import org.onrecord.http.ArticleIds;
import org.onrecord.http.FrameworkProblems;
import org.onrecord.http.Needs;
import org.onrecord.http.ProblemResponses;
import org.onrecord.http.RequestCaller;
import org.onrecord.http.Responses;
import org.onrecord.ingest.ArticleWriter;
import org.onrecord.ingest.CorrectionOutcome;
import org.onrecord.ingest.CorrectionService;
import org.onrecord.ingest.DocumentSink;
import org.onrecord.ingest.PlacedQuotation;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.search.SearchService;

/**
 * {@code POST /api/v1/quotes/{id}/corrections}, an editor's decision, and {@code GET
 * /api/v1/articles/{id}/corrections}, all of an article's.
 */
@Controller("/api/v1")
@Requires(beans = CorrectionService.class)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class CorrectionController {
  private static final String THIS_MACHINE = "this machine";

  private final ArticleWriter writes;
  private final CorrectionService desk;
  private final CorrectionLog log;
  private final SearchService service;
  private final Uploads uploads;

  CorrectionController(
      ArticleWriter writes,
      CorrectionService desk,
      CorrectionLog log,
      SearchService service,
      Uploads uploads) {
    this.writes = writes;
    this.desk = desk;
    this.log = log;
    this.service = service;
    this.uploads = uploads;
  }

  @Post("/quotes/{+id}/corrections")
  @Needs(Role.EDITOR)
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  HttpResponse<?> correct(
      HttpRequest<?> request, @PathVariable String id, @Body @Nullable InputStream body)
      throws IOException {
    Optional<byte[]> sent =
        uploads.receive(
            body,
            file ->
                Files.size(file) > CorrectionRequest.LONGEST
                    ? Optional.empty()
                    : Optional.of(Files.readAllBytes(file)));
    if (sent.isEmpty()) {
      return ProblemResponses.of(
          request, HttpStatus.REQUEST_ENTITY_TOO_LARGE, FrameworkProblems.TOO_LONG);
    }
    CorrectionRequest asked;
    try {
      asked = CorrectionRequest.read(sent.get());
    } catch (IllegalArgumentException e) {
      return ProblemResponses.unprocessable(request, String.valueOf(e.getMessage()) + ".");
    }
    return decide(request, id, asked);
  }

  /** Carries a decision out, and answers with what came of it or why nothing did. */
  public HttpResponse<?> decide(HttpRequest<?> request, String id, CorrectionRequest asked)
      throws IOException {
    Optional<ArticleId> article = ArticleId.ofQuotation(id);
    return article.isPresent()
        ? carryOut(
            request,
            article.get(),
            new CorrectionService.Order(id, asked.decision(), editor(request), asked.note()))
        : ProblemResponses.notFound(request, "quotation", id);
  }

  private static String editor(HttpRequest<?> request) {
    return RequestCaller.of(request)
        .filter(caller -> !caller.trusted())
        .map(Caller::name)
        .orElse(THIS_MACHINE);
  }

  private HttpResponse<?> carryOut(
      HttpRequest<?> request, ArticleId id, CorrectionService.Order order) throws IOException {
    return writes.alone(
        Precondition.ofQuotation(service, id, order.quotation(), request),
        sink -> RequestCaller.answering(request, () -> decided(request, id, order, sink)));
  }

  private HttpResponse<?> decided(
      HttpRequest<?> request, ArticleId id, CorrectionService.Order order, DocumentSink sink)
      throws IOException {
    Optional<ArchivedArticle> article = service.article(id);
    CorrectionOutcome outcome =
        article.isPresent()
            ? desk.carryOut(order, article.get().document(), article.get().paragraphs(), sink)
            : new CorrectionOutcome.UnknownQuotation();
    return switch (outcome) {
      case CorrectionOutcome.Done done ->
          Responses.fresh(corrected(service.article(id).orElseThrow(), done));
      case CorrectionOutcome.UnknownQuotation _ ->
          ProblemResponses.notFound(request, "quotation", order.quotation());
      case CorrectionOutcome.Struck _ ->
          conflict(
              request,
              "It was struck: it is not a quotation. To correct it otherwise, withdraw that"
                  + " first.");
      case CorrectionOutcome.NothingToWithdraw _ ->
          conflict(request, "No correction of it holds that could be withdrawn.");
      case CorrectionOutcome.NoLongerFound _ ->
          conflict(
              request,
              "Read anew, the article has no quotation of these words. Send the article"
                  + " again, and look again.");
    };
  }

  private static HttpResponse<?> conflict(HttpRequest<?> request, String reason) {
    return ProblemResponses.of(request, HttpStatus.CONFLICT, reason + " Nothing was written.");
  }

  private CorrectedBody corrected(ArchivedArticle article, CorrectionOutcome.Done done)
      throws IOException {
    return CorrectedBody.of(
        decided(article).getLast(),
        article,
        done.after().quotation(),
        done.after().struck().isPresent(),
        done.othersChanged());
  }

  @Get("/articles/{+id}/corrections")
  @Produces(MediaType.APPLICATION_JSON)
  HttpResponse<?> corrections(HttpRequest<?> request, @PathVariable String id) throws IOException {
    Optional<ArchivedArticle> article = ArticleIds.find(service, id);
    return article.isPresent()
        ? Responses.tagged(
            request,
            CorrectionsBody.of(article.get().document().article().id(), decided(article.get())))
        : ProblemResponses.absent(request, service, ArticleIds.valid(id), "article", id);
  }

  /** Everything that was decided about it, the earliest first. */
  private List<DecidedBody> decided(ArchivedArticle article) throws IOException {
    List<PlacedQuotation> quotations = PlacedQuotation.all(article.paragraphs());
    List<Correction> corrections = log.of(article.document().article().id());
    Standings standings =
        Standings.of(quotations.stream().map(PlacedQuotation::anchor).toList(), corrections);
    List<DecidedBody> decided = new ArrayList<>();
    for (Correction correction : corrections) {
      OptionalInt place = standings.place(correction);
      decided.add(
          DecidedBody.of(
              correction,
              standings.fate(correction),
              place.isPresent()
                  ? Optional.of(quotations.get(place.getAsInt()).quotation().id())
                  : Optional.empty()));
    }
    return decided;
  }
}
