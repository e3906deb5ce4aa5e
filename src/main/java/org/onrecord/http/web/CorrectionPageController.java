package org.onrecord.http.web;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.Role;
import org.onrecord.api.ApiJson;
import org.onrecord.api.Pages;
import org.onrecord.article.ArticleId;
import org.onrecord.article.SpeakerRef;
import org.onrecord.http.Needs;
import org.onrecord.http.ProblemResponses;
import org.onrecord.http.RegistrySource;
import org.onrecord.http.api.CorrectionController;
import org.onrecord.http.api.CorrectionRequest;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.schema.StruckQuotation;
import org.onrecord.search.QuotationAddress;
import org.onrecord.search.SearchService;

/** {@code POST /quotes/{id}/corrections}: what the forms of the pages send. */
@Controller("/quotes")
@Requires(beans = CorrectionController.class)
@ExecuteOn(TaskExecutors.BLOCKING)
final class CorrectionPageController {
  private final CorrectionController corrections;
  private final SearchService service;
  private final RegistrySource registry;

  CorrectionPageController(
      CorrectionController corrections, SearchService service, RegistrySource registry) {
    this.corrections = corrections;
    this.service = service;
    this.registry = registry;
  }

  @Post("/{+id}/corrections")
  @Needs(Role.EDITOR)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> correct(
      HttpRequest<?> request, @PathVariable String id, @Body @Nullable InputStream body)
      throws IOException {
    FormBody form = FormBody.read(body);
    CorrectionRequest asked;
    try {
      asked = CorrectionRequest.read(ApiJson.bytes(members(form, id)));
    } catch (IllegalArgumentException e) {
      return ProblemResponses.of(
          request, HttpStatus.UNPROCESSABLE_ENTITY, String.valueOf(e.getMessage()) + ".");
    }
    HttpResponse<?> answer = corrections.decide(request, id, asked);
    return answer.code() == HttpStatus.OK.getCode() ? SignInController.go(next(form, id)) : answer;
  }

  /** Where the form came from; what is no quotation any more has a place in its article alone. */
  private String next(FormBody form, String id) throws IOException {
    String back = form.path("back", Pages.quote(id));
    Optional<ArticleId> article = ArticleId.ofQuotation(id);
    return back.equals(Pages.quote(id))
            && article.isPresent()
            && service.address(id) instanceof QuotationAddress.Struck(StruckQuotation struck)
        ? Pages.article(article.get(), struck.quotation().paragraph())
        : back;
  }

  /** The form as the API is told the same. */
  private Map<String, String> members(FormBody form, String id) throws IOException {
    String decision = form.text("decision");
    Map<String, String> members = new LinkedHashMap<>();
    members.put("decision", decision);
    switch (decision) {
      case "speaker" -> {
        members.put("name", form.text("name"));
        members.put("type", form.text("type").isEmpty() ? "person" : form.text("type"));
      }
      case "party" -> members.put("name", form.text("party"));
      case "confirm" -> {
        SpeakerRef speaker = speaker(id);
        members.put("decision", "speaker");
        members.put("name", named(speaker));
        members.put("type", speaker.type().label());
      }
      default -> {}
    }
    members.put("note", form.text("note"));
    return members;
  }

  private SpeakerRef speaker(String id) throws IOException {
    return service
        .quote(id)
        .map(QuoteDocument::quotation)
        .flatMap(quotation -> Optional.ofNullable(quotation.speaker()))
        .orElseThrow(() -> new IllegalArgumentException("there is nobody to be confirmed"));
  }

  /** The id where the registry knows them, since several may share the name. */
  private String named(SpeakerRef speaker) {
    return speaker.id() != null && registry.registry().person(speaker.id()).isPresent()
        ? speaker.id()
        : speaker.name();
  }
}
