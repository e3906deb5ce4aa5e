package org.onrecord.alert.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onrecord.alert.AlertMessage;
import org.onrecord.alert.Carrier;
import org.onrecord.alert.Grouping;
import org.onrecord.alert.SavedSearch;
import org.onrecord.search.Hit;
import org.onrecord.search.SampleArticle;

/** What comes of messages that are posted and mailed, to servers of this machine. */
final class CarriersTest {
  private static final Instant NOW = Instant.parse("2024-11-07T10:20:00Z");

  private WebhookReceiver receiver;
  private MailServer server;

  @BeforeEach
  void start() throws IOException {
    receiver = new WebhookReceiver();
    server = new MailServer();
  }

  @AfterEach
  void stop() throws IOException {
    receiver.close();
    server.close();
  }

  private static SavedSearch search(String webhook, String... mail) {
    return new SavedSearch(
        "0123456789abcdef",
        "",
        "Marta Quill",
        "Fähre: \"north\"",
        "q=ferry",
        Grouping.NOW,
        false,
        webhook.isEmpty() ? null : URI.create(webhook),
        List.of(mail),
        "A".repeat(43),
        NOW,
        NOW);
  }

  private static AlertMessage message(SavedSearch search) {
    return new AlertMessage(
        search,
        "d-1",
        SampleArticle.article("quay")
            .title("Ferry news")
            .in("Harbour Post", "news")
            .paragraph("“The ferry sails in May,” Ruth Alder said.")
            .said("The ferry sails in May,", "Ruth Alder", "GRN")
            .archived()
            .quotations()
            .stream()
            .<Hit>map(quote -> new Hit.QuoteHit(quote, 1, List.of()))
            .toList(),
        7,
        List.of("old"));
  }

  private static Webhooks webhooks(boolean anywhere) {
    return new Webhooks(
        anywhere,
        Duration.ofSeconds(1),
        search -> "https://archive.example/saved/" + search.id(),
        InstantSource.fixed(NOW));
  }

  private Carrier.Outcome post(String path) {
    return webhooks(true).carry(message(search(receiver.address(path))));
  }

  private String failure(String path) {
    return assertInstanceOf(Carrier.Outcome.Failed.class, post(path)).reason();
  }

  @Test
  void twoHundredsArriveAndAllElseFails() {
    assertInstanceOf(Carrier.Outcome.Arrived.class, post("/hook"));
    receiver.answering(204);
    assertInstanceOf(Carrier.Outcome.Arrived.class, post("/hook"));
    receiver.answering(500);
    assertEquals("it answers 500", failure("/hook"));
    receiver.answering(404);
    assertEquals("it answers 404", failure("/hook"));
    receiver.answering(410);
    assertInstanceOf(Carrier.Outcome.Refused.class, post("/hook"));
  }

  @Test
  void redirectsAreNotFollowed() {
    assertEquals("it answers 302: redirects are not followed", failure("/moved"));
    assertEquals(List.of(), receiver.posts("/elsewhere"));
  }

  @Test
  void oneThatHangsIsGivenUpInTime() {
    long start = System.nanoTime();
    assertEquals("it did not answer within 1 s", failure("/hang"));
    assertTrue(System.nanoTime() - start < 5_000_000_000L);
  }

  @Test
  void whatIsNoHttpServerIsTold() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofPlatform()
          .daemon()
          .start(
              () -> {
                try (var client = other.accept()) {
                  client.getOutputStream().write("hello\n\n".getBytes());
                  client.getInputStream().readAllBytes();
                } catch (IOException closed) {
                  return;
                }
              });
      Carrier.Outcome outcome =
          webhooks(true).carry(message(search("http://127.0.0.1:" + other.getLocalPort())));
      assertEquals(
          new Carrier.Outcome.Failed("what answers is no HTTP server", Optional.empty()), outcome);
    }
  }

  @Test
  void addressesOfNoPublicNetworkAreRefused() throws IOException {
    for (String host : List.of("127.0.0.1", "localhost", "[::1]", "10.1.2.3", "[::ffff:7f00:1]")) {
      Carrier.Outcome outcome =
          webhooks(false).carry(message(search("http://" + host + ":9/hook")));
      String reason = assertInstanceOf(Carrier.Outcome.Failed.class, outcome).reason();
      assertTrue(reason.contains("no address of the public internet"), reason);
    }
    for (String special :
        List.of(
            "0.0.0.0",
            "100.64.0.1",
            "169.254.169.254",
            "172.31.0.1",
            "192.168.1.1",
            "224.0.0.1",
            "255.255.255.255",
            "::",
            "fe80::1",
            "fd12::1",
            "64:ff9b::a00:1",
            "2002:a00:1::")) {
      assertTrue(Addresses.isSpecial(InetAddress.ofLiteral(special)), special);
    }
    for (String open : List.of("9.9.9.9", "172.32.0.1", "2620:fe::fe")) {
      assertFalse(Addresses.isSpecial(InetAddress.ofLiteral(open)), open);
    }
  }

  private Mail mail() {
    return new Mail(
        new Mail.Server("127.0.0.1", server.port(), false, "", "", "archive@paper.example"),
        () -> "https://archive.example",
        search -> "https://archive.example/saved/" + search.id(),
        InstantSource.fixed(NOW));
  }

  @Test
  void mailHasWhatWasFoundAndWhereToEndIt() throws Exception {
    AlertMessage message = message(search("", "ruth@paper.example", "tom@paper.example"));
    assertInstanceOf(Carrier.Outcome.Arrived.class, mail().carry(message));
    MailServer.Letter letter = server.letters().getFirst();
    assertEquals("archive@paper.example", letter.from());
    assertEquals(List.of("ruth@paper.example", "tom@paper.example"), letter.to());
    MimeMessage read =
        new MimeMessage(
            Session.getInstance(new Properties()),
            new ByteArrayInputStream(letter.text().getBytes(StandardCharsets.UTF_8)));
    assertEquals("<d-1@paper.example>", read.getMessageID());
    assertEquals("auto-generated", read.getHeader("Auto-Submitted", ""));
    assertEquals("Fähre: \"north\": 8 new passages", read.getSubject());
    String text = (String) read.getContent();
    for (String wanted :
        List.of(
            "Ruth Alder (GRN):",
            "The ferry sails in May",
            "Harbour Post, 2024-11-07",
            "https://archive.example/quotes/quay",
            "And 7 more.",
            "  old",
            "https://archive.example/saved/0123456789abcdef")) {
      assertTrue(text.contains(wanted), wanted + " is not in " + text);
    }
  }

  @Test
  void mailThatIsNotTakenFails() throws IOException {
    server.refusing("550 nobody of that name");
    AlertMessage message = message(search("", "ruth@paper.example"));
    assertInstanceOf(Carrier.Outcome.Failed.class, mail().carry(message));
    server.close();
    assertInstanceOf(Carrier.Outcome.Failed.class, mail().carry(message));
  }
}
