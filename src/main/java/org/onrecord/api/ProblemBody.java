package org.onrecord.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, for a program and for a person (RFC 9457).
 *
 * @param type {@code about:blank}: the status says which problem it is
 * @param title the status in words
 * @param status the HTTP status
 * @param detail what is wrong and what to do about it
 * @param instance names this one occurrence, also in the service's log: {@code urn:uuid:…}
 * @param errors each thing that is wrong with the request's parameters
 */
public record ProblemBody(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    List<ParameterError> errors) {
  public ProblemBody {
    errors = List.copyOf(errors);
  }

  /** A problem that no one parameter is the cause of. */
  public static ProblemBody of(int status, String title, String detail, String instance) {
    return new ProblemBody("about:blank", title, status, detail, instance, List.of());
  }

  /** A problem with parameters; the detail is what is said of each of them. */
  public static ProblemBody of(
      int status, String title, List<ParameterError> errors, String instance) {
    String detail = String.join(" ", errors.stream().map(ParameterError::detail).toList());
    return new ProblemBody("about:blank", title, status, detail, instance, errors);
  }

  /**
   * What is wrong with one parameter.
   *
   * @param position where in its value, in code points from 0; null where the whole value is meant
   * @param detail a sentence
   */
  public record ParameterError(String parameter, @Nullable Integer position, String detail) {}
}
