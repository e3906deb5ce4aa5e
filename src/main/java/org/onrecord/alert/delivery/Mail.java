package org.onrecord.alert.delivery;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import org.onrecord.alert.AlertMessage;
import org.onrecord.alert.Carrier;
import org.onrecord.alert.SavedSearch;

/** Mails messages by one server (RFC 5321), as plain text. */
public final class Mail implements Carrier {
  private static final String MILLIS = "10000";

  private final Server server;
  private final Supplier<String> base;
  private final Webhooks.Pages pages;
  private final InstantSource clock;
  private final Session session;

  /**
   * A server.
   *
   * @param secure whether it speaks TLS from the beginning; else it is changed to where it offers
   *     that, and must be where there is a password
   * @param user empty where it asks for none
   * @param from whose address messages have
   */
  public record Server(
      String host, int port, boolean secure, String user, String password, String from) {

    /** Without the password, so that no log shows it. */
    @Override
    public String toString() {
      return "Server[" + host + ":" + port + "]";
    }
  }

  /**
   * @param base the address of the service, without a slash at its end
   * @param pages where a saved search can be looked at
   */
  public Mail(Server server, Supplier<String> base, Webhooks.Pages pages, InstantSource clock) {
    this.server = server;
    this.base = base;
    this.pages = pages;
    this.clock = clock;
    Properties properties = new Properties();
    String protocol = server.secure() ? "mail.smtps." : "mail.smtp.";
    properties.put("mail.transport.protocol", server.secure() ? "smtps" : "smtp");
    properties.put(protocol + "host", server.host());
    properties.put(protocol + "port", Integer.toString(server.port()));
    properties.put(protocol + "connectiontimeout", MILLIS);
    properties.put(protocol + "timeout", MILLIS);
    properties.put(protocol + "writetimeout", MILLIS);
    properties.put(protocol + "starttls.enable", "true");
    properties.put(
        protocol + "starttls.required",
        Boolean.toString(!server.secure() && !server.user().isEmpty()));
    properties.put(protocol + "ssl.checkserveridentity", "true");
    properties.put(protocol + "auth", Boolean.toString(!server.user().isEmpty()));
    this.session = Session.getInstance(properties);
  }

  @Override
  public String receiver(SavedSearch search) {
    return "mail by " + server.host();
  }

  @Override
  public Outcome carry(AlertMessage message) {
    try {
      MimeMessage mail = mail(message, clock.instant());
      try (Transport transport = session.getTransport()) {
        if (server.user().isEmpty()) {
          transport.connect();
        } else {
          transport.connect(server.user(), server.password());
        }
        transport.sendMessage(mail, mail.getAllRecipients());
      }
      return new Outcome.Arrived();
    } catch (MessagingException e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      return new Outcome.Failed(
          "the mail server: " + (reason.isBlank() ? e.getClass().getSimpleName() : reason),
          Optional.empty());
    }
  }

  private MimeMessage mail(AlertMessage message, Instant now) throws MessagingException {
    MailText text = new MailText(message, base.get(), pages.of(message.search()));
    MimeMessage mail = new Named(session, message.delivery() + "@" + domain(server.from()));
    mail.setFrom(new InternetAddress(server.from()));
    for (String to : message.search().mail()) {
      mail.addRecipient(RecipientType.TO, new InternetAddress(to));
    }
    mail.setSubject(text.subject(), StandardCharsets.UTF_8.name());
    mail.setText(text.body(), StandardCharsets.UTF_8.name());
    mail.setSentDate(Date.from(now));
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setHeader("List-Id", "<" + message.search().id() + ".onrecord>");
    mail.saveChanges();
    return mail;
  }

  /** The domain of an address, in small letters. */
  public static String domain(String address) {
    return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }

  /** Whether all of these addresses are of these domains. */
  public static boolean areOf(List<String> addresses, List<String> domains) {
    return addresses.stream().allMatch(address -> domains.contains(domain(address)));
  }

  /** A message that has the same id at each try. */
  private static final class Named extends MimeMessage {
    private final String id;

    Named(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + ">");
    }
  }
}
