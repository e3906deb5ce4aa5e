package org.onrecord.http.web;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.AccessControl;
import org.onrecord.access.AccessControl.Caller;
import org.onrecord.access.AccessControl.Decision;
import org.onrecord.access.AccessControl.Need;
import org.onrecord.access.AccessControl.Shown;
import org.onrecord.access.RateLimiter;
import org.onrecord.http.OpenToAll;
import org.onrecord.http.ProblemResponses;
import org.onrecord.http.ServiceAddresses;
import org.onrecord.http.guard.FailedKeys;
import org.onrecord.http.guard.KeyCookie;
import org.onrecord.page.SignInView;

/** Signing in with a key, so that a browser sends it along, and signing out. */
@Controller
@OpenToAll
@Requires(beans = AccessControl.class)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SignInController {
  private final AccessControl control;
  private final RateLimiter limiter;
  private final PageAnswers pages;
  private final ServiceAddresses addresses;

  SignInController(
      AccessControl control, RateLimiter limiter, PageAnswers pages, ServiceAddresses addresses) {
    this.addresses = addresses;
    this.control = control;
    this.limiter = limiter;
    this.pages = pages;
  }

  @Get("/sign-in")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> form(@QueryValue Optional<String> to) {
    String target = new FormBody(Map.of("to", to.orElse("/"))).path("to", "/");
    return pages.send(HttpStatus.OK, SignInView.asked(target));
  }

  @Post("/sign-in")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> signIn(HttpRequest<?> request, @Body @Nullable InputStream body)
      throws IOException {
    FormBody form = FormBody.read(body);
    String to = form.path("to", "/");
    String key = form.text("key");
    if (!KeyCookie.isOwn(request)) {
      return refused(to, "The form was not sent from here. Try again.");
    }
    if (limiter.take(FailedKeys.of(request)).isPresent()) {
      return refused(to, "These are too many attempts in a short time. Try again in a minute.");
    }
    if (!KeyCookie.canHold(key)) {
      return refused(to, "This is no key. A key begins with onr_ and has no blanks in it.");
    }
    return switch (control.decide(new Shown.Key("Bearer " + key, null), Need.NAME)) {
      case Decision.Granted _ -> go(to).cookie(KeyCookie.holding(addresses.of(request), key));
      case Decision.Unknown(String reason) -> refused(to, reason);
      case Decision.Forbidden(Caller _, String reason) -> refused(to, reason);
    };
  }

  private MutableHttpResponse<?> refused(String to, String why) {
    return pages.send(HttpStatus.UNAUTHORIZED, SignInView.refused(to, why));
  }

  @Post("/sign-out")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> signOut(HttpRequest<?> request) {
    return KeyCookie.isOwn(request)
        ? go("/").cookie(KeyCookie.gone(addresses.of(request)))
        : ProblemResponses.of(request, HttpStatus.FORBIDDEN, "The form was not sent from here.");
  }

  /** To a page of ours, by another request. */
  static MutableHttpResponse<?> go(String path) {
    return HttpResponse.seeOther(URI.create(path)).header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
