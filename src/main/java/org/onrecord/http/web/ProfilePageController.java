package org.onrecord.http.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.onrecord.page.profile.ChoiceView;
import org.onrecord.page.profile.ProfileView;

/**
 * {@code GET /speakers/{id}} and {@code GET /parties/{id}}; with {@code ?name=} in place of an id,
 * or a short form of one, they lead to the one that is meant, or offer those that may be.
 */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class ProfilePageController {
  private final ProfilePages profiles;
  private final NamesMeant names;
  private final PageAnswers pages;

  ProfilePageController(ProfilePages profiles, NamesMeant names, PageAnswers pages) {
    this.profiles = profiles;
    this.names = names;
    this.pages = pages;
  }

  @Get("/speakers/{+id}")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> speaker(HttpRequest<?> request, @PathVariable String id) throws IOException {
    Optional<ProfileView> view = profiles.speaker(id, Viewers.of(request));
    return view.isPresent()
        ? pages.send(request, view.get())
        : led(names.speaker(id.replace('-', ' ')), "speaker");
  }

  @Get("/parties/{+id}")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> party(HttpRequest<?> request, @PathVariable String id) throws IOException {
    Optional<ProfileView> view = profiles.party(id);
    return view.isPresent() ? pages.send(request, view.get()) : led(names.party(id), "party");
  }

  @Get("/speakers")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> speakerNamed(@QueryValue(defaultValue = "") String name) throws IOException {
    return led(names.speaker(name), "speaker");
  }

  @Get("/parties")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> partyNamed(@QueryValue(defaultValue = "") String name) throws IOException {
    return led(names.party(name), "party");
  }

  private HttpResponse<?> led(NamesMeant.Meant meant, String what) {
    if (meant.sure()) {
      return HttpResponse.seeOther(URI.create(meant.choices().getFirst().href()));
    }
    boolean several = meant.choices().size() > 1 && what.equals("party");
    return pages.send(
        several ? HttpStatus.MULTIPLE_CHOICES : HttpStatus.NOT_FOUND,
        new ChoiceView(
            several ? "Several parties are called so" : "There is no such " + what,
            meant.choices().isEmpty()
                ? "Nobody of that id or name is quoted or spoken of in this archive, and the"
                    + " registry does not know it."
                : several ? "Which of them is meant?" : "Perhaps one of these is meant:",
            meant.choices()));
  }
}
