package org.onrecord.http.api;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.AccessControl.Caller;
import org.onrecord.access.Role;
import org.onrecord.alert.Alerts;
import org.onrecord.alert.SavedSearch;
import org.onrecord.alert.SavedSearches;
import org.onrecord.alert.delivery.Mail;
import org.onrecord.http.AuditNote;
import org.onrecord.http.RequestCaller;
import org.onrecord.http.SavedPreview;
import org.onrecord.http.SavedQuery;
import org.onrecord.http.SearchParameters;
import org.onrecord.search.InvalidRequestException;
import org.onrecord.search.SearchQuestion;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchService;
import org.onrecord.verify.Verifier;

/** Saves searches for who asks, and shows each owner theirs; an administrator sees all. */
@Singleton
@Requires(beans = Alerts.class)
public final class SavedDesk {
  private static final String THIS_MACHINE = "this machine";

  private final SavedSearches saved;
  private final Alerts alerts;
  private final SearchService service;
  private final Verifier verifier;
  private final int most;
  private final List<String> domains;
  private final SecureRandom random = new SecureRandom();

  SavedDesk(
      SavedSearches saved,
      Alerts alerts,
      SearchService service,
      Verifier verifier,
      @Property(name = "onrecord.max-saved", defaultValue = "1000") int most,
      @Nullable @Property(name = "onrecord.mail-domains") List<String> domains) {
    this.saved = saved;
    this.alerts = alerts;
    this.service = service;
    this.verifier = verifier;
    this.most = most;
    this.domains = domains == null ? List.of() : List.copyOf(domains);
  }

  /** A search cannot be saved so; the message says why, as a sentence. */
  public static final class RefusedSearchException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedSearchException(String reason) {
      super(reason);
    }

    public String reason() {
      return String.valueOf(getMessage());
    }
  }

  /** Whether anything can be mailed. */
  public boolean mails() {
    return !domains.isEmpty();
  }

  private static Caller caller(HttpRequest<?> request) {
    return RequestCaller.of(request)
        .orElseThrow(() -> new IllegalStateException("nobody was let in"));
  }

  /** Whether who asks may save at all: not by a key that stands in pages for anybody. */
  public static boolean maySave(HttpRequest<?> request) {
    return RequestCaller.of(request).filter(one -> !one.isStranger()).isPresent();
  }

  private static boolean isOf(SavedSearch search, Caller caller) {
    return search.owner().equals(caller.id()) || caller.role() == Role.ADMIN;
  }

  /** Those that who asks may see. */
  public List<SavedSearch> all(HttpRequest<?> request) throws IOException {
    Caller caller = caller(request);
    return saved.all().stream().filter(one -> isOf(one, caller)).toList();
  }

  /** The one with this id, if who asks may see it. */
  public Optional<SavedSearch> find(HttpRequest<?> request, String id) throws IOException {
    Caller caller = caller(request);
    return saved.find(id).filter(one -> isOf(one, caller));
  }

  public Alerts.State state(SavedSearch search) {
    return alerts.state(search);
  }

  /** Saves a search under a new id. */
  public SavedSearch add(HttpRequest<?> request, SavedRequest asked)
      throws IOException, RefusedSearchException {
    Caller caller = caller(request);
    long held = saved.all().stream().filter(one -> one.owner().equals(caller.id())).count();
    if (held >= most) {
      throw new RefusedSearchException(
          "You have saved " + held + " searches, which is as many as one may: delete some.");
    }
    SavedSearch made =
        checked(
            new Identity(
                SavedSearch.newId(random),
                caller.id(),
                caller.trusted() ? THIS_MACHINE : caller.name(),
                SavedSearch.newSecret(random),
                Instant.now().truncatedTo(ChronoUnit.SECONDS)),
            asked);
    put(request, made, "saved search " + made.id());
    return made;
  }

  /** Saves it in place of one that is there. */
  public SavedSearch replace(HttpRequest<?> request, SavedSearch before, SavedRequest asked)
      throws IOException, RefusedSearchException {
    SavedSearch changed =
        checked(
            new Identity(
                before.id(),
                before.owner(),
                before.by(),
                asked.newSecret() ? SavedSearch.newSecret(random) : before.secret(),
                before.created()),
            asked);
    put(request, changed, "changed saved search " + changed.id());
    return changed;
  }

  private void put(HttpRequest<?> request, SavedSearch search, String note) throws IOException {
    saved.put(search);
    alerts.arrived();
    AuditNote.add(request, note);
  }

  public void delete(HttpRequest<?> request, SavedSearch search) throws IOException {
    saved.delete(search.id());
    alerts.arrived();
    AuditNote.add(request, "deleted saved search " + search.id());
  }

  /** What of a saved search stays when it is changed. */
  private record Identity(String id, String owner, String by, String secret, Instant created) {}

  private SavedSearch checked(Identity who, SavedRequest asked)
      throws IOException, RefusedSearchException {
    if (!asked.mail().isEmpty() && domains.isEmpty()) {
      throw new RefusedSearchException(
          "Nothing can be mailed: whoever runs the service has named no mail server (smtp).");
    }
    if (!Mail.areOf(asked.mail(), domains)) {
      throw new RefusedSearchException(
          "Messages are mailed to addresses of " + String.join(", ", domains) + " alone.");
    }
    try (SearchQuestion question = service.understand(search(asked))) {
      question.request();
      return new SavedSearch(
          who.id(),
          who.owner(),
          who.by(),
          asked.name(),
          asked.query(),
          asked.every(),
          asked.corrections(),
          asked.webhook(),
          asked.mail(),
          who.secret(),
          who.created(),
          Instant.now());
    } catch (InvalidRequestException e) {
      throw new RefusedSearchException(String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      String reason = String.valueOf(e.getMessage());
      throw new RefusedSearchException(
          Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + ".");
    }
  }

  private static SearchRequest search(SavedRequest asked) throws RefusedSearchException {
    return switch (SavedQuery.read(asked.query())) {
      case SearchParameters.Asked(SearchRequest read) -> read;
      case SearchParameters.Refused refused ->
          throw new RefusedSearchException(refused.errors().getFirst().detail());
    };
  }

  /** What a search would have sent lately. */
  public SavedPreview preview(SavedRequest asked) throws IOException, RefusedSearchException {
    try {
      return SavedPreview.of(
          service, verifier.span(), search(asked), asked.every(), LocalDate.now(ZoneOffset.UTC));
    } catch (InvalidRequestException e) {
      throw new RefusedSearchException(String.valueOf(e.getMessage()));
    }
  }
}
