package org.onrecord.http.api;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.Role;
import org.onrecord.api.CheckedDraftBody;
import org.onrecord.draft.Draft;
import org.onrecord.draft.DraftChecker;
import org.onrecord.draft.DraftFormat;
import org.onrecord.draft.DraftFormatException;
import org.onrecord.draft.DraftReader;
import org.onrecord.http.FrameworkProblems;
import org.onrecord.http.Needs;
import org.onrecord.http.ProblemResponses;
import org.onrecord.http.Responses;
import org.onrecord.verify.Verifier;

/** {@code POST /api/v1/drafts/check}. A draft is read, answered and forgotten. */
@Controller("/api/v1/drafts")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(beans = DraftChecker.class)
final class DraftController {
  private final DraftChecker checker;
  private final Verifier verifier;

  DraftController(DraftChecker checker, Verifier verifier) {
    this.checker = checker;
    this.verifier = verifier;
  }

  @Post("/check")
  @Needs(Role.READER)
  @Consumes({
    MediaType.APPLICATION_JSON,
    "application/ninjs+json",
    MediaType.TEXT_HTML,
    MediaType.TEXT_PLAIN
  })
  @Produces(MediaType.APPLICATION_JSON)
  HttpResponse<?> check(HttpRequest<?> request, @Body @Nullable InputStream body)
      throws IOException {
    Optional<byte[]> sent = BoundedBody.read(body, Draft.LONGEST);
    if (sent.isEmpty()) {
      return ProblemResponses.of(
          request, HttpStatus.REQUEST_ENTITY_TOO_LARGE, FrameworkProblems.TOO_LONG);
    }
    String type = request.getContentType().map(MediaType::getName).orElse("");
    try {
      Draft draft = DraftReader.read(sent.get(), DraftFormat.of(type, sent.get()));
      return Responses.fresh(CheckedDraftBody.of(checker.check(draft), verifier.span()));
    } catch (DraftFormatException e) {
      return ProblemResponses.unprocessable(request, String.valueOf(e.getMessage()) + ".");
    }
  }
}
