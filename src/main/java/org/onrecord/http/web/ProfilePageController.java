package org.onrecord.http.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.util.Optional;
import org.onrecord.page.profile.ProfileView;
import org.onrecord.page.quotation.MessageView;

/** {@code GET /speakers/{id}} and {@code GET /parties/{id}}. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class ProfilePageController {
  private final ProfilePages profiles;
  private final PageAnswers pages;

  ProfilePageController(ProfilePages profiles, PageAnswers pages) {
    this.profiles = profiles;
    this.pages = pages;
  }

  @Get("/speakers/{+id}")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> speaker(HttpRequest<?> request, @PathVariable String id) throws IOException {
    return answer(request, profiles.speaker(id, Viewers.of(request)), "speaker");
  }

  @Get("/parties/{+id}")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> party(HttpRequest<?> request, @PathVariable String id) throws IOException {
    return answer(request, profiles.party(id), "party");
  }

  private HttpResponse<?> answer(HttpRequest<?> request, Optional<ProfileView> view, String what)
      throws IOException {
    return view.isPresent()
        ? pages.send(request, view.get())
        : pages.send(
            HttpStatus.NOT_FOUND,
            new MessageView(
                "There is no such " + what,
                "Nobody of that id is quoted or spoken of in this archive, and the registry does"
                    + " not know the id.",
                null,
                HttpStatus.NOT_FOUND.getCode()));
  }
}
