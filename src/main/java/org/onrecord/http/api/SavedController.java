package org.onrecord.http.api;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
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
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.Role;
import org.onrecord.alert.SavedSearch;
import org.onrecord.api.ApiJson;
import org.onrecord.api.SavedBody;
import org.onrecord.api.SavedListBody;
import org.onrecord.api.SavedPreviewBody;
import org.onrecord.http.FrameworkProblems;
import org.onrecord.http.Needs;
import org.onrecord.http.ProblemResponses;
import org.onrecord.http.Responses;
import org.onrecord.http.SavedPreview;
import org.onrecord.http.api.SavedDesk.RefusedSearchException;

/** {@code /api/v1/saved}: searches that are saved, and what their owners are told of them. */
@Controller("/api/v1/saved")
@Requires(beans = SavedDesk.class)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SavedController {
  private final SavedDesk desk;
  private final Uploads uploads;

  SavedController(SavedDesk desk, Uploads uploads) {
    this.desk = desk;
    this.uploads = uploads;
  }

  @Get
  @Needs(value = Role.READER, byName = true)
  @Produces(MediaType.APPLICATION_JSON)
  HttpResponse<?> all(HttpRequest<?> request) throws IOException {
    List<SavedBody> saved =
        desk.all(request).stream()
            .map(search -> SavedBody.of(search, desk.state(search), false))
            .toList();
    return Responses.fresh(new SavedListBody(saved.size(), saved));
  }

  @Get("/{id}")
  @Needs(value = Role.READER, byName = true)
  @Produces(MediaType.APPLICATION_JSON)
  HttpResponse<?> one(HttpRequest<?> request, @PathVariable String id) throws IOException {
    Optional<SavedSearch> search = desk.find(request, id);
    return search.isEmpty() ? unknown(request, id) : answer(search.get(), false);
  }

  private HttpResponse<?> answer(SavedSearch search, boolean telling) {
    return Responses.fresh(SavedBody.of(search, desk.state(search), telling));
  }

  private static HttpResponse<?> unknown(HttpRequest<?> request, String id) {
    return ProblemResponses.notFound(request, "saved search", id);
  }

  @Post
  @Needs(value = Role.READER, byName = true, asks = false)
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  HttpResponse<?> add(HttpRequest<?> request, @Body @Nullable InputStream body) throws IOException {
    return with(
        request,
        body,
        asked -> {
          SavedSearch made = desk.add(request, asked);
          return HttpResponse.created(ApiJson.bytes(SavedBody.of(made, desk.state(made), true)))
              .contentType(MediaType.APPLICATION_JSON_TYPE)
              .header(HttpHeaders.LOCATION, SavedBody.self(made.id()))
              .header(HttpHeaders.CACHE_CONTROL, "no-store");
        });
  }

  @Put("/{id}")
  @Needs(value = Role.READER, byName = true, asks = false)
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  HttpResponse<?> replace(
      HttpRequest<?> request, @PathVariable String id, @Body @Nullable InputStream body)
      throws IOException {
    Optional<SavedSearch> before = desk.find(request, id);
    return before.isEmpty()
        ? unknown(request, id)
        : with(
            request,
            body,
            asked -> answer(desk.replace(request, before.get(), asked), asked.newSecret()));
  }

  @Delete("/{id}")
  @Needs(value = Role.READER, byName = true, asks = false)
  @Produces(MediaType.APPLICATION_JSON)
  HttpResponse<?> delete(HttpRequest<?> request, @PathVariable String id) throws IOException {
    Optional<SavedSearch> search = desk.find(request, id);
    if (search.isEmpty()) {
      return unknown(request, id);
    }
    desk.delete(request, search.get());
    return HttpResponse.noContent();
  }

  @Post("/preview")
  @Needs(value = Role.READER, byName = true)
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  HttpResponse<?> preview(HttpRequest<?> request, @Body @Nullable InputStream body)
      throws IOException {
    return with(
        request,
        body,
        asked -> {
          SavedPreview preview = desk.preview(asked);
          return Responses.fresh(
              new SavedPreviewBody(
                  asked.query(),
                  preview.explained(),
                  preview.from() == null ? null : preview.from().toString(),
                  preview.to() == null ? null : preview.to().toString(),
                  preview.messages(),
                  preview.passages(),
                  preview.articles(),
                  SavedPreviewBody.bodies(preview.newest())));
        });
  }

  /** Something that is done with what was sent. */
  @FunctionalInterface
  private interface Use {
    HttpResponse<?> of(SavedRequest asked) throws IOException, RefusedSearchException;
  }

  private HttpResponse<?> with(HttpRequest<?> request, @Nullable InputStream body, Use use)
      throws IOException {
    if (!SavedDesk.maySave(request)) {
      return ProblemResponses.of(
          request,
          HttpStatus.FORBIDDEN,
          "This key stands in pages for anybody to use: nothing is saved with it.");
    }
    Optional<byte[]> sent =
        uploads.receive(
            body,
            file ->
                Files.size(file) > SavedRequest.LONGEST
                    ? Optional.empty()
                    : Optional.of(Files.readAllBytes(file)));
    if (sent.isEmpty()) {
      return ProblemResponses.of(
          request, HttpStatus.REQUEST_ENTITY_TOO_LARGE, FrameworkProblems.TOO_LONG);
    }
    try {
      return use.of(SavedRequest.read(sent.get()));
    } catch (IllegalArgumentException e) {
      return ProblemResponses.unprocessable(request, e.getMessage() + ".");
    } catch (RefusedSearchException e) {
      return ProblemResponses.of(request, HttpStatus.UNPROCESSABLE_ENTITY, e.reason());
    }
  }
}
