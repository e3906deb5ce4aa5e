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
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.AccessControl.Caller;
import org.onrecord.access.Role;
import org.onrecord.alert.SavedSearch;
import org.onrecord.api.SavedBody;
import org.onrecord.http.Needs;
import org.onrecord.http.ProblemResponses;
import org.onrecord.http.RequestCaller;
import org.onrecord.http.SavedPreview;
import org.onrecord.http.SavedQuery;
import org.onrecord.http.ServiceAddresses;
import org.onrecord.http.api.SavedDesk;
import org.onrecord.http.api.SavedDesk.RefusedSearchException;
import org.onrecord.http.api.SavedRequest;
import org.onrecord.page.Wording;
import org.onrecord.page.saved.SavedForm;
import org.onrecord.page.saved.SavedListView;
import org.onrecord.page.saved.SavedView;

/** {@code /saved}: the searches that somebody has saved, and a form for each. */
@Controller("/saved")
@Requires(beans = SavedDesk.class)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SavedPageController {
  private static final String LIST = "/saved";

  private final PageAnswers pages;
  private final SavedDesk desk;
  private final ServiceAddresses addresses;

  SavedPageController(PageAnswers pages, SavedDesk desk, ServiceAddresses addresses) {
    this.pages = pages;
    this.desk = desk;
    this.addresses = addresses;
  }

  @Get
  @Needs(value = Role.READER, byName = true)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> all(HttpRequest<?> request) throws IOException {
    return pages.send(
        request,
        new SavedListView(
            desk.all(request).stream()
                .map(search -> SavedListView.Item.of(search, desk.state(search)))
                .toList()));
  }

  /** A form for the search of the address, with what it would have sent. */
  @Get("/new")
  @Needs(value = Role.READER, byName = true)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> form(HttpRequest<?> request) throws IOException {
    String raw = request.getUri().getRawQuery();
    String search = SavedQuery.kept(raw == null ? "" : raw);
    String name = SavedForm.nameOf(SavedQuery.parameters(search));
    return pages.send(
        request,
        view(null, request, new SavedForm(name, search, "now", false, "", "", desk.mails()), ""));
  }

  @Get("/{id}")
  @Needs(value = Role.READER, byName = true)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> one(HttpRequest<?> request, @PathVariable String id) throws IOException {
    Optional<SavedSearch> search = desk.find(request, id);
    return search.isEmpty()
        ? ProblemResponses.notFound(request, "saved search", id)
        : pages.send(request, view(search.get(), request, form(search.get()), ""));
  }

  private SavedForm form(SavedSearch search) {
    return new SavedForm(
        search.name(),
        search.query(),
        search.every().label(),
        search.corrections(),
        search.webhook() == null ? "" : search.webhook().toString(),
        String.join(", ", search.mail()),
        desk.mails());
  }

  @Post
  @Needs(value = Role.READER, byName = true, asks = false)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> add(HttpRequest<?> request, @Body @Nullable InputStream body) throws IOException {
    return sent(request, null, body);
  }

  @Post("/{id}")
  @Needs(value = Role.READER, byName = true, asks = false)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> change(
      HttpRequest<?> request, @PathVariable String id, @Body @Nullable InputStream body)
      throws IOException {
    Optional<SavedSearch> search = desk.find(request, id);
    return search.isEmpty()
        ? ProblemResponses.notFound(request, "saved search", id)
        : sent(request, search.get(), body);
  }

  private HttpResponse<?> sent(
      HttpRequest<?> request, @Nullable SavedSearch before, @Nullable InputStream body)
      throws IOException {
    if (!SavedDesk.maySave(request)) {
      return ProblemResponses.of(
          request, HttpStatus.FORBIDDEN, "Nothing is saved with a key that stands in pages.");
    }
    FormBody form;
    try {
      form = FormBody.read(body);
    } catch (IllegalArgumentException e) {
      return ProblemResponses.of(request, HttpStatus.BAD_REQUEST, e.getMessage() + ".");
    }
    String wanted = form.text("do");
    if (before != null && wanted.equals("delete")) {
      desk.delete(request, before);
      return SignInController.go(LIST);
    }
    SavedForm filled = filled(form);
    if (wanted.equals("preview")) {
      return pages.send(request, view(before, request, filled, ""));
    }
    try {
      SavedRequest asked = asked(filled, wanted.equals("secret"));
      SavedSearch saved =
          before == null ? desk.add(request, asked) : desk.replace(request, before, asked);
      return SignInController.go(LIST + "/" + saved.id());
    } catch (IllegalArgumentException e) {
      return refused(before, request, filled, e.getMessage() + ".");
    } catch (RefusedSearchException e) {
      return refused(before, request, filled, e.reason());
    }
  }

  private SavedForm filled(FormBody form) {
    return new SavedForm(
        form.text("name"),
        SavedQuery.kept(form.text("search")),
        form.text("every"),
        !form.text("corrections").isEmpty(),
        form.text("webhook"),
        form.text("mail"),
        desk.mails());
  }

  private static SavedRequest asked(SavedForm form, boolean newSecret) {
    return SavedRequest.of(
        form.name(),
        form.search(),
        form.every(),
        form.corrections(),
        form.webhook(),
        Arrays.stream(form.mail().split("[,;\\s]+", -1)).filter(one -> !one.isEmpty()).toList(),
        newSecret);
  }

  private HttpResponse<?> refused(
      @Nullable SavedSearch before, HttpRequest<?> request, SavedForm form, String reason)
      throws IOException {
    return pages.send(HttpStatus.UNPROCESSABLE_ENTITY, view(before, request, form, reason));
  }

  /**
   * @param fault why it was not saved; empty where nothing is wrong
   */
  private SavedView view(
      @Nullable SavedSearch saved, HttpRequest<?> request, SavedForm form, String fault)
      throws IOException {
    SavedView.Preview preview = null;
    String wrong = fault;
    try {
      preview = told(desk.preview(asked(form, false)));
    } catch (RefusedSearchException e) {
      wrong = fault.isEmpty() ? e.reason() : fault;
    } catch (IllegalArgumentException e) {
      wrong = fault.isEmpty() ? e.getMessage() + "." : fault;
    }
    return new SavedView(
        saved == null ? "Save a search" : saved.name(),
        saved == null ? LIST : LIST + "/" + saved.id(),
        form,
        wrong.isEmpty() ? List.of() : List.of(wrong),
        preview,
        saved == null ? null : kept(saved, request));
  }

  private SavedView.Kept kept(SavedSearch saved, HttpRequest<?> request) {
    boolean own =
        RequestCaller.of(request).map(Caller::id).filter(saved.owner()::equals).isPresent();
    return SavedView.Kept.of(
        saved,
        desk.state(saved),
        addresses
            .of(request)
            .to(SavedBody.self(saved.id()) + "/feed.atom?token=" + saved.feedToken()),
        own);
  }

  private static SavedView.Preview told(SavedPreview preview) {
    String days =
        preview.from() == null || preview.to() == null
            ? "The archive has no article yet."
            : "In the %d days up to %s this would have sent %s with %s."
                .formatted(
                    SavedPreview.DAYS,
                    Wording.day(preview.to()),
                    Wording.count(preview.messages(), "message", "messages"),
                    Wording.count(preview.passages(), "passage", "passages"));
    return new SavedView.Preview(
        preview.explained(), days, preview.newest().stream().map(SavedView.Shown::of).toList());
  }
}
