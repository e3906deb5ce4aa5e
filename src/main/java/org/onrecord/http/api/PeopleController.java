package org.onrecord.http.api;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.AccessControl.Caller;
import org.onrecord.access.Role;
import org.onrecord.api.NameDecisionBody;
import org.onrecord.api.NameDecisionsBody;
import org.onrecord.api.PeopleBody;
import org.onrecord.api.VariantsBody;
import org.onrecord.http.AuditNote;
import org.onrecord.http.FrameworkProblems;
import org.onrecord.http.Needs;
import org.onrecord.http.ParameterReader;
import org.onrecord.http.ProblemResponses;
import org.onrecord.http.RequestCaller;
import org.onrecord.http.Responses;
import org.onrecord.people.Decided;
import org.onrecord.people.NamedPerson;
import org.onrecord.people.PeopleDesk;
import org.onrecord.people.PeopleHistory;
import org.onrecord.people.RefusedDecisionException;
import org.onrecord.registry.NameKey;

/** {@code /api/v1/people}: who is in the archive, and what editors decide about names. */
@Controller("/api/v1/people")
@Requires(beans = PeopleDesk.class)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class PeopleController {
  private static final String THIS_MACHINE = "this machine";
  private static final int DEFAULT_SIZE = 100;
  private static final int MAX_SIZE = 1_000;

  private final PeopleDesk desk;
  private final Uploads uploads;

  PeopleController(PeopleDesk desk, Uploads uploads) {
    this.desk = desk;
    this.uploads = uploads;
  }

  @Get
  @Needs(value = Role.READER, whole = true)
  @Produces(MediaType.APPLICATION_JSON)
  HttpResponse<?> people(HttpRequest<?> request) throws IOException {
    ParameterReader reader = new ParameterReader(request.getParameters().asMap());
    reader.refuseUnknown(List.of("q", "size"));
    List<String> words = words(reader.text("q").orElse(""));
    int size = reader.number("size", 1, MAX_SIZE, DEFAULT_SIZE);
    if (!reader.errors().isEmpty()) {
      return ProblemResponses.badRequest(request, reader.errors());
    }
    List<NamedPerson> wanted =
        desk.list().stream()
            .filter(person -> isWanted(person, words))
            .sorted(
                Comparator.comparing((NamedPerson one) -> -one.archived().spoken())
                    .thenComparing(one -> -one.archived().mentioned())
                    .thenComparing(one -> one.archived().id()))
            .toList();
    return Responses.tagged(
        request, PeopleBody.of(wanted.size(), wanted.stream().limit(size).toList()));
  }

  private static List<String> words(String q) {
    return List.of(NameKey.of(q.replace('-', ' ')).split(" ", -1));
  }

  private static boolean isWanted(NamedPerson person, List<String> words) {
    String all = person.name() + " " + person.archived().id() + " " + person.archived().names();
    String key = " " + NameKey.of(all.replace('-', ' '));
    return words.stream().allMatch(word -> key.contains(" " + word));
  }

  @Get("/suggestions")
  @Needs(Role.EDITOR)
  @Produces(MediaType.APPLICATION_JSON)
  HttpResponse<?> suggestions(HttpRequest<?> request) throws IOException {
    return Responses.tagged(
        request, VariantsBody.of(desk.variants().stream().limit(MAX_SIZE).toList()));
  }

  @Get("/decisions")
  @Needs(value = Role.READER, whole = true)
  @Produces(MediaType.APPLICATION_JSON)
  HttpResponse<?> decisions(HttpRequest<?> request) throws IOException {
    PeopleHistory history = desk.history();
    return Responses.tagged(
        request,
        NameDecisionsBody.of(
            desk.told().stream().map(one -> NameDecisionBody.of(one, history)).toList()));
  }

  @Post("/decisions")
  @Needs(Role.EDITOR)
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  HttpResponse<?> decide(HttpRequest<?> request, @Body @Nullable InputStream body)
      throws IOException {
    Optional<byte[]> sent =
        uploads.receive(
            body,
            file ->
                Files.size(file) > PeopleRequest.LONGEST
                    ? Optional.empty()
                    : Optional.of(Files.readAllBytes(file)));
    if (sent.isEmpty()) {
      return ProblemResponses.of(
          request, HttpStatus.REQUEST_ENTITY_TOO_LARGE, FrameworkProblems.TOO_LONG);
    }
    PeopleRequest asked;
    try {
      asked = PeopleRequest.read(sent.get());
    } catch (IllegalArgumentException e) {
      return ProblemResponses.unprocessable(request, e.getMessage() + ".");
    }
    return decide(request, asked);
  }

  @Delete("/decisions/{id}")
  @Needs(Role.EDITOR)
  @Produces(MediaType.APPLICATION_JSON)
  HttpResponse<?> undo(HttpRequest<?> request, @PathVariable String id) throws IOException {
    return id.matches("[0-9]{1,9}")
        ? undo(request, Integer.parseInt(id), null)
        : ProblemResponses.notFound(request, "decision", id);
  }

  /** Decides, and answers with what was decided or why nothing was. */
  public HttpResponse<?> decide(HttpRequest<?> request, PeopleRequest asked) throws IOException {
    PeopleDesk.Editor editor = editor(request, asked.note());
    return answer(
        request,
        () ->
            switch (asked.decision()) {
              case MERGE -> desk.merge(asked.who(), asked.other(), editor);
              case RENAME -> desk.rename(asked.who(), asked.name(), editor);
              case PART ->
                  desk.part(
                      asked.who(), asked.other(), Objects.requireNonNull(asked.where()), editor);
              case STRIKE -> desk.strike(asked.who(), editor);
              case UNDO -> throw new IllegalArgumentException("undone by its number");
            });
  }

  public HttpResponse<?> undo(HttpRequest<?> request, int number, @Nullable String note)
      throws IOException {
    return answer(request, () -> desk.undo(number, editor(request, note)));
  }

  /** Something that is decided. */
  @FunctionalInterface
  private interface Deciding {
    Decided decide() throws IOException, RefusedDecisionException;
  }

  private HttpResponse<?> answer(HttpRequest<?> request, Deciding deciding) throws IOException {
    try {
      Decided decided = deciding.decide();
      AuditNote.add(request, decided.number() + ": " + decided.decision().sentence());
      return Responses.fresh(NameDecisionBody.of(decided, desk.history()));
    } catch (RefusedDecisionException e) {
      HttpStatus status =
          switch (e.reason()) {
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY;
            case CONFLICT -> HttpStatus.CONFLICT;
          };
      String reason = e.getMessage();
      return ProblemResponses.of(
          request,
          status,
          reason.substring(0, 1).toUpperCase(Locale.ROOT)
              + reason.substring(1)
              + ". Nothing was decided.");
    }
  }

  private static PeopleDesk.Editor editor(HttpRequest<?> request, @Nullable String note) {
    return new PeopleDesk.Editor(
        RequestCaller.of(request)
            .filter(caller -> !caller.trusted())
            .map(Caller::name)
            .orElse(THIS_MACHINE),
        note);
  }
}
