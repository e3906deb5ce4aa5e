package org.onrecord.http.web;

import io.micronaut.http.HttpRequest;
import org.onrecord.access.Role;
import org.onrecord.http.RequestCaller;
import org.onrecord.page.Viewer;

/** Who looks at a page, by what the access filter found out. */
final class Viewers {
  private Viewers() {}

  static Viewer of(HttpRequest<?> request) {
    return RequestCaller.of(request)
        .map(
            caller ->
                new Viewer(
                    caller.id().isEmpty() ? null : caller.name(),
                    caller.role().covers(Role.EDITOR),
                    !caller.trusted(),
                    !caller.id().startsWith("proxy:"),
                    !caller.bounds().isNarrow()))
        .orElse(Viewer.READER);
  }
}
