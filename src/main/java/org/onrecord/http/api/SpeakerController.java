package org.onrecord.http.api;

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
import java.util.Optional;
import org.onrecord.api.SpeakerProfileBody;
import org.onrecord.http.ProblemResponses;
import org.onrecord.http.Profiles;
import org.onrecord.http.Responses;

/** {@code GET /api/v1/speakers/{id}}. */
@Controller("/api/v1/speakers")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SpeakerController {
  private final Profiles profiles;

  SpeakerController(Profiles profiles) {
    this.profiles = profiles;
  }

  @Get("/{+id}")
  @Produces(MediaType.APPLICATION_JSON)
  HttpResponse<?> speaker(HttpRequest<?> request, @PathVariable String id) throws IOException {
    Optional<SpeakerProfileBody> profile = profiles.speaker(id);
    return profile.isPresent()
        ? Responses.tagged(request, profile.get())
        : ProblemResponses.notFound(request, "speaker", id);
  }
}
