package org.onrecord.http.web;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.Role;
import org.onrecord.api.ApiJson;
import org.onrecord.http.Needs;
import org.onrecord.http.ProblemResponses;
import org.onrecord.http.api.PeopleController;
import org.onrecord.http.api.PeopleRequest;
import org.onrecord.people.PeopleDesk;

/**
 * {@code GET /people} and {@code POST /people/decisions}: names, as a person decides about them.
 */
@Controller("/people")
@Requires(beans = PeopleController.class)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PeoplePageController {
  private final PeopleController people;
  private final PeopleDesk desk;
  private final NamePages names;
  private final PageAnswers pages;

  PeoplePageController(
      PeopleController people, PeopleDesk desk, NamePages names, PageAnswers pages) {
    this.people = people;
    this.desk = desk;
    this.names = names;
    this.pages = pages;
  }

  @Get
  @Needs(value = Role.READER, whole = true)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> page(HttpRequest<?> request) throws IOException {
    return pages.send(request, names.all(desk, Viewers.of(request)));
  }

  @Post("/decisions")
  @Needs(Role.EDITOR)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> decide(HttpRequest<?> request, @Body @Nullable InputStream body)
      throws IOException {
    HttpResponse<?> answer;
    FormBody form;
    try {
      form = FormBody.read(body);
      answer =
          form.text("decision").equals("undo")
              ? undo(request, form)
              : people.decide(request, PeopleRequest.read(ApiJson.bytes(members(form))));
    } catch (IllegalArgumentException e) {
      return ProblemResponses.of(
          request, HttpStatus.UNPROCESSABLE_ENTITY, String.valueOf(e.getMessage()) + ".");
    }
    boolean struck = form.text("decision").equals("strike");
    return answer.code() == HttpStatus.OK.getCode()
        ? SignInController.go(struck ? NamePages.ALL : form.path("back", NamePages.ALL))
        : answer;
  }

  private HttpResponse<?> undo(HttpRequest<?> request, FormBody form) throws IOException {
    String number = form.text("number");
    return number.matches("[0-9]{1,9}")
        ? people.undo(request, Integer.parseInt(number), null)
        : ProblemResponses.notFound(request, "decision", number);
  }

  /** The form as the API is told the same. */
  private static Map<String, Object> members(FormBody form) {
    String decision = form.text("decision");
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("decision", decision);
    members.put("who", form.text("who"));
    switch (decision) {
      case "merge" -> members.put("other", form.text("other"));
      case "rename" -> members.put("name", form.text("name"));
      case "part" -> {
        members.put("other", form.text("is"));
        for (String member : List.of("outlet", "from", "to")) {
          if (!form.text(member).isEmpty()) {
            members.put(member, form.text(member));
          }
        }
      }
      default -> {}
    }
    members.put("note", form.text("note"));
    return members;
  }
}
