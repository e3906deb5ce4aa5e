package org.onrecord.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;

/** What the framework itself refuses (no route, another method, another type), as problems. */
@Singleton
public final class FrameworkProblems implements ErrorResponseProcessor<byte[]> {
  public static final String TOO_LONG =
      "The request is too long. Ask for less, or send less, at once.";

  @Override
  public MutableHttpResponse<byte[]> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    return ProblemResponses.into(response, context.getRequest(), detail(context, response));
  }

  private static String detail(ErrorContext context, MutableHttpResponse<?> response) {
    HttpRequest<?> request = context.getRequest();
    String path = ParameterReader.quote(request.getPath());
    return switch (response.code()) {
      case 403 ->
          "Pages of this origin may not use the API. Whoever runs the service can let them with"
              + " --cors-origin.";
      case 404 -> "There is nothing at " + path + ". What there is stands in /openapi.yaml.";
      case 405 ->
          path
              + " does not take "
              + ParameterReader.quote(request.getMethodName())
              + ". It takes: "
              + String.join(", ", response.getHeaders().getAll(HttpHeaders.ALLOW))
              + ".";
      case 406 ->
          path
              + " cannot answer in "
              + ParameterReader.quote(String.join(", ", accepted(request)))
              + ". Leave the Accept header out, or ask for what /openapi.yaml names.";
      case 415 ->
          path
              + " does not take "
              + request
                  .getContentType()
                  .map(type -> ParameterReader.quote(type.toString()))
                  .orElse("a body without a Content-Type")
              + ". Send JSON as application/json, and lines of articles as application/x-ndjson.";
      case 413, 414 -> TOO_LONG;
      default ->
          response.code() >= 500
              ? FaultHandler.detail(request)
              : "The request cannot be read: " + messages(context) + ".";
    };
  }

  private static Iterable<String> accepted(HttpRequest<?> request) {
    return request.getHeaders().getAll(HttpHeaders.ACCEPT);
  }

  private static String messages(ErrorContext context) {
    String messages =
        context.getErrors().stream()
            .map(error -> error.getMessage())
            .collect(Collectors.joining("; "));
    return messages.equals("Malformed URI")
        ? "its address is malformed (write %25 for %, %20 for a blank, %7C for |)"
        : messages;
  }
}
