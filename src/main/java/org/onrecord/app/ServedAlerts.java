package org.onrecord.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.ApiKeys;
import org.onrecord.alert.AlertLog;
import org.onrecord.alert.AlertWatch;
import org.onrecord.alert.Alerts;
import org.onrecord.alert.Carrier;
import org.onrecord.alert.Channel;
import org.onrecord.alert.Deliveries;
import org.onrecord.alert.Pace;
import org.onrecord.alert.SavedSearch;
import org.onrecord.alert.SavedSearchFile;
import org.onrecord.alert.SavedSearches;
import org.onrecord.alert.SenderState;
import org.onrecord.alert.ToldBefore;
import org.onrecord.alert.delivery.Mail;
import org.onrecord.alert.delivery.Webhooks;
import org.onrecord.archive.RegistryAliases;
import org.onrecord.cli.option.ServiceSettings;
import org.onrecord.cli.option.Settings;
import org.onrecord.ingest.DocumentSink;
import org.onrecord.people.PeopleLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Saved searches of a served index: the files beside it, and what is made of them. */
final class ServedAlerts {
  private static final Logger LOG = LoggerFactory.getLogger(ServedAlerts.class);

  /** How long posting may take to connect, and then all the rest. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int SMTP = 587;
  private static final int SMTPS = 465;

  private final SavedSearches saved;
  private final ServedIndex served;
  private final Alerts alerts;
  private final AtomicReference<String> base;

  /**
   * Opens them.
   *
   * @throws IOException if the files, or that of the mail server's password, cannot be read
   */
  ServedAlerts(
      ServiceSettings settings,
      ServedIndex served,
      RegistryAliases aliases,
      ApiKeys keys,
      PeopleLog names,
      InstantSource clock)
      throws IOException {
    this.served = served;
    this.saved = new SavedSearchFile(served.logs());
    this.base = new AtomicReference<>(settings.find(Settings.PUBLIC_URL).orElse(""));
    OwnedSearches archive = new OwnedSearches(served, aliases, settings.queries(), keys, clock);
    Consumer<Exception> faults = new Faults();
    SenderState sender = served.sender();
    AlertLog log = AlertLog.open(sender.log());
    ToldBefore told = ToldBefore.open(sender.told());
    this.alerts =
        new Alerts(
            saved,
            sender.lock(),
            log,
            told,
            new AlertWatch(
                saved,
                served.standing(names, settings.queries().expansion()),
                served.arrivals(),
                log,
                told,
                archive,
                clock,
                faults),
            new Deliveries(
                saved,
                log,
                archive,
                carriers(settings, clock),
                Pace.DEFAULT,
                clock,
                ZoneId.systemDefault(),
                faults),
            faults);
  }

  /** Tells of a fault once, until another comes. */
  private static final class Faults implements Consumer<Exception> {
    private final AtomicReference<String> last = new AtomicReference<>("");

    @Override
    public void accept(Exception fault) {
      String told = String.valueOf(fault);
      if (!told.equals(last.getAndSet(told))) {
        LOG.error("What saved searches are to find or send failed, and is tried again", fault);
      }
    }
  }

  private Map<Channel, Carrier> carriers(ServiceSettings settings, InstantSource clock)
      throws IOException {
    Webhooks.Pages pages = search -> page(search);
    Map<Channel, Carrier> carriers = new EnumMap<>(Channel.class);
    carriers.put(
        Channel.WEBHOOK,
        new Webhooks(settings.get(Settings.ALERT_PRIVATE_TARGETS), PATIENCE, pages, clock));
    Optional<Mail.Server> server = mailServer(settings);
    if (server.isPresent()) {
      Supplier<String> address = base::get;
      carriers.put(Channel.MAIL, new Mail(server.get(), address, pages, clock));
    }
    return carriers;
  }

  private String page(SavedSearch search) {
    return base.get() + "/saved/" + search.id();
  }

  private static Optional<Mail.Server> mailServer(ServiceSettings settings) throws IOException {
    Optional<String> typed = settings.find(Settings.SMTP);
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    URI server = URI.create(typed.get());
    boolean secure = server.getScheme().equals("smtps");
    @Nullable Path password = settings.find(Settings.SMTP_PASSWORD_FILE).orElse(null);
    return Optional.of(
        new Mail.Server(
            server.getHost(),
            server.getPort() >= 0 ? server.getPort() : secure ? SMTPS : SMTP,
            secure,
            settings.find(Settings.SMTP_USER).orElse(""),
            password == null ? "" : Files.readString(password).strip(),
            settings.get(Settings.MAIL_FROM)));
  }

  /** The sink, by which what it commits is announced. */
  DocumentSink announcing(DocumentSink sink) {
    return served.announcing(sink, saved, alerts::arrived);
  }

  SavedSearches saved() {
    return saved;
  }

  Alerts alerts() {
    return alerts;
  }

  /** Begins to work, for a service at this address where no other is set. */
  Alerts begun(URI address) {
    base.compareAndSet("", address.toString().replaceFirst("/$", ""));
    return alerts.begun();
  }
}
