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
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.Role;
import org.onrecord.api.ProblemBody.ParameterError;
import org.onrecord.api.ReceiptBody;
import org.onrecord.api.VerificationBody;
import org.onrecord.http.FrameworkProblems;
import org.onrecord.http.Needs;
import org.onrecord.http.ProblemResponses;
import org.onrecord.http.Responses;
import org.onrecord.search.InvalidRequestException;
import org.onrecord.verify.Verification;
import org.onrecord.verify.Verifier;

/** {@code GET} and {@code POST /api/v1/verify}. Nothing of what is asked is kept. */
@Controller("/api/v1/verify")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(beans = Verifier.class)
final class VerifyController {
  private final Verifier verifier;

  VerifyController(Verifier verifier) {
    this.verifier = verifier;
  }

  @Get
  @Produces(MediaType.APPLICATION_JSON)
  HttpResponse<?> get(HttpRequest<?> request) throws IOException {
    return answer(request, VerifyParameters.read(request.getParameters().asMap()));
  }

  @Post
  @Needs(Role.READER)
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  HttpResponse<?> post(HttpRequest<?> request, @Body @Nullable InputStream body)
      throws IOException {
    Optional<byte[]> sent = BoundedBody.read(body, VerifyParameters.LONGEST_BODY);
    return sent.isEmpty()
        ? ProblemResponses.of(
            request, HttpStatus.REQUEST_ENTITY_TOO_LARGE, FrameworkProblems.TOO_LONG)
        : answer(request, VerifyParameters.ofJson(sent.get()));
  }

  private HttpResponse<?> answer(HttpRequest<?> request, VerifyParameters parameters)
      throws IOException {
    return switch (parameters) {
      case VerifyParameters.Refused(List<ParameterError> errors) ->
          ProblemResponses.badRequest(request, errors);
      case VerifyParameters.Asked asked -> verified(request, asked);
    };
  }

  private HttpResponse<?> verified(HttpRequest<?> request, VerifyParameters.Asked asked)
      throws IOException {
    Verification answer;
    try {
      answer = verifier.verify(asked.claim());
    } catch (InvalidRequestException e) {
      return ProblemResponses.badRequest(request, List.of(ProblemResponses.error(e, "")));
    }
    VerificationBody body = VerificationBody.of(answer);
    return Responses.fresh(
        switch (asked.receipt()) {
          case NONE -> body;
          case WANTED -> body.with(ReceiptBody.of(body, verifier.grounds()));
        });
  }
}
