package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;

/** What {@code openapi.yaml} promises of answers. */
final class Contract {
  private final OpenApiInteractionValidator validator;

  /** The contract with the text of {@code openapi.yaml}. */
  Contract(String description) {
    validator =
        OpenApiInteractionValidator.createForInlineApiSpecification(description)
            .withLevelResolver(LevelResolver.defaultResolver())
            .build();
  }

  /** Fails where this JSON is no body of an answer that the route promises. */
  void assertBody(String path, Request.Method method, int status, String json) {
    SimpleResponse response =
        SimpleResponse.Builder.status(status)
            .withBody(json)
            .withHeader("Content-Type", "application/json")
            .withHeader("Location", "/")
            .build();
    assertEquals(List.of(), validator.validateResponse(path, method, response).getMessages(), path);
  }

  /** Fails where the answer is none that the route promises. */
  void assertKept(String path, Request.Method method, HttpResponse<String> answer) {
    SimpleResponse.Builder response =
        SimpleResponse.Builder.status(answer.statusCode()).withBody(answer.body());
    answer.headers().map().forEach((name, values) -> response.withHeader(name, values));
    ValidationReport report =
        validator.validateResponse(URI.create(path).getRawPath(), method, response.build());
    assertEquals(List.of(), report.getMessages(), answer.body());
  }
}
