package org.onrecord.http;

import io.micronaut.http.HttpRequest;
import java.util.Optional;

/** What came of a write, kept beside its request until it is written down. */
public final class AuditNote {
  private static final String NOTE = "org.onrecord.audit";

  /** How many characters are noted of a request. */
  private static final int MOST_NOTED = 10_000;

  private AuditNote() {}

  /** Says what else came of a request; nothing once {@value #MOST_NOTED} characters are noted. */
  public static void add(HttpRequest<?> request, String note) {
    String before = of(request).map(said -> said + ", ").orElse("");
    if (before.length() < MOST_NOTED) {
      request.setAttribute(NOTE, before + note);
    }
  }

  /** What was said, in its order, parted by commas; empty where nothing was. */
  public static Optional<String> of(HttpRequest<?> request) {
    return request.getAttribute(NOTE, String.class);
  }
}
