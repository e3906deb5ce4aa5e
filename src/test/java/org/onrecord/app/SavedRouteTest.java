package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.Await;
import org.onrecord.access.Role;
import org.onrecord.alert.delivery.WebhookReceiver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Searches are saved, and what they find is sent: the program as it is shipped. */
final class SavedRouteTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path home;
  private final HttpClient client = HttpClient.newHttpClient();
  private WebhookReceiver receiver;
  private @Nullable ServedProgram served;

  @BeforeEach
  void start() throws Exception {
    receiver = new WebhookReceiver();
    Files.createDirectory(home.resolve("seeds"));
    Files.writeString(
        home.resolve("seeds/a.txt"),
        "date 2024-11-07\n\nTom Birch said the pier is closed, but the ferry sails.\n");
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    receiver.close();
    if (served != null) {
      served.close();
    }
  }

  private void serve(String... options) {
    List<String> args = new ArrayList<>(List.of("serve", "--alert-private-targets"));
    args.addAll(List.of(options));
    served = ServedProgram.start(home, args);
  }

  private void end() throws Exception {
    Objects.requireNonNull(served).close();
  }

  private HttpResponse<String> send(String method, String path, String body, String... headers)
      throws Exception {
    String base = Objects.requireNonNull(served).address();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path))
            .method(method, BodyPublishers.ofString(body))
            .header("Content-Type", "application/json");
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private JsonNode save(String body, String... headers) throws Exception {
    HttpResponse<String> answer = send("POST", "/api/v1/saved", body, headers);
    assertEquals(201, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  private void put(String id, String body) throws Exception {
    HttpResponse<String> answer =
        send(
            "PUT",
            "/api/v1/articles/" + id,
            JSON.writeValueAsString(
                JSON.createObjectNode().put("date", "2024-11-08").put("body", body)));
    assertEquals(2, answer.statusCode() / 100, answer.body());
  }

  private String ferry(String path) {
    return """
    {"name":"Ferry","search":"?q=ferry&type=quote&sort=newest","webhook":"%s"}\
    """
        .formatted(receiver.address(path));
  }

  private JsonNode state(String id) throws Exception {
    return JSON.readTree(send("GET", "/api/v1/saved/" + id, "").body()).path("state");
  }

  @Test
  void whatArrivesIsPostedOnceAndSigned() throws Exception {
    serve();
    JsonNode saved = save(ferry("/hook"));
    assertEquals("q=ferry&type=quote", saved.path("search").stringValue());
    put("quay", "“The ferry sails in May,” Ruth Alder said.");
    put("mast", "“The mast stands,” Ruth Alder said.");
    Await.until(() -> receiver.posts("/hook").size() == 1, "nothing was posted");
    WebhookReceiver.Post post = receiver.posts("/hook").getFirst();
    JsonNode data = JSON.readTree(post.body()).path("data");
    assertEquals("Ferry", data.path("search").path("name").stringValue());
    assertEquals(1, data.path("hits").size());
    assertEquals(
        "The ferry sails in May", words(data.path("hits").path(0).path("text").stringValue()));
    assertEquals(
        signature(saved.path("secret").stringValue(), post), post.header("Webhook-signature"));
    Await.until(
        () -> state(id(saved)).path("channels").path(0).path("sent").asInt() == 1, "not told");
    put("quay", "“The ferry sails in May,” Ruth Alder said on Monday.");
    put("copy", "“The ferry sails in May,” Ruth Alder said.");
    put("news", "“The ferry sails in June,” Ruth Alder said.");
    Await.until(
        () -> state(id(saved)).path("channels").path(0).path("unsent").asInt() == 1,
        "the next message does not wait: " + state(id(saved)));
    assertEquals(1, receiver.posts("/hook").size());
  }

  private static String words(String text) {
    return text.replaceAll("[,“”\"]", "").strip();
  }

  private static String id(JsonNode saved) {
    return saved.path("id").stringValue();
  }

  private static String signature(String secret, WebhookReceiver.Post post) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(
        new SecretKeySpec(
            Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")), "HmacSHA256"));
    String signed =
        post.header("Webhook-id") + "." + post.header("Webhook-timestamp") + "." + post.body();
    return "v1,"
        + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whatCouldNotBeSentIsSentAfterARestart() throws Exception {
    serve();
    receiver.answering(500);
    JsonNode saved = save(ferry("/hook"));
    put("quay", "“The ferry sails in May,” Ruth Alder said.");
    Await.until(
        () ->
            state(id(saved)).path("channels").path(0).path("status").asString("").equals("failing"),
        "not told that it fails");
    JsonNode channel = state(id(saved)).path("channels").path(0);
    assertEquals("it answers 500", channel.path("fault").stringValue());
    assertEquals(1, channel.path("unsent").asInt());
    String delivery = receiver.posts("/hook").getFirst().header("Webhook-id");
    end();
    ProgramRun.of(home, "index", home.resolve("seeds").toString());
    receiver.answering(200);
    serve();
    assertEquals(1, state(id(saved)).path("channels").path(0).path("unsent").asInt());
    assertEquals(200, send("PUT", "/api/v1/saved/" + id(saved), ferry("/hook")).statusCode());
    Await.until(
        () -> state(id(saved)).path("channels").path(0).path("sent").asInt() == 1,
        PATIENCE,
        () -> "not sent after the restart");
    assertEquals(delivery, receiver.posts("/hook").getLast().header("Webhook-id"));
  }

  @Test
  void whatIsIndexedBesideTheServiceIsFoundToo() throws Exception {
    serve();
    JsonNode saved = save(ferry("/hook"));
    Files.writeString(
        home.resolve("b.txt"), "date 2024-11-09\n\n“The ferry is late,” Ruth Alder said.\n");
    ProgramRun run = ProgramRun.of(home, "index", home.resolve("b.txt").toString());
    assertEquals(0, run.code(), run.err());
    Await.until(() -> receiver.posts("/hook").size() == 1, PATIENCE, () -> "nothing was posted");
    assertTrue(receiver.posts("/hook").getFirst().body().contains(id(saved)));
  }

  @Test
  void ofTwoServicesOnOneIndexOneSends() throws Exception {
    serve();
    save(ferry("/hook"));
    ServedProgram other = ServedProgram.start(home, List.of("serve", "--alert-private-targets"));
    try {
      put("quay", "“The ferry sails in May,” Ruth Alder said.");
      Await.until(() -> receiver.posts("/hook").size() == 1, PATIENCE, () -> "nothing was posted");
      end();
      served = other;
      put("mast", "“The ferry has a mast,” Ruth Alder said.");
      Await.until(
          () -> receiver.posts("/hook").size() == 2 || waits(),
          PATIENCE,
          () -> "the other service does not take over");
      assertEquals(
          receiver.posts("/hook").size(),
          receiver.posts("/hook").stream().map(p -> p.header("Webhook-id")).distinct().count());
    } finally {
      other.close();
    }
  }

  private boolean waits() throws Exception {
    return JSON.readTree(send("GET", "/api/v1/saved", "").body())
            .path("saved")
            .path(0)
            .path("state")
            .path("channels")
            .path(0)
            .path("unsent")
            .asInt()
        == 1;
  }

  @Test
  void embargoedIsToldOfWhenItIsShownAndWithheldOnce() throws Exception {
    serve();
    save(ferry("/hook"));
    String quay = "\"date\":\"2024-11-08\",\"body\":\"“The ferry sails,” Ruth Alder said.\"}";
    String path = "/api/v1/articles/quay";
    put("pier", "Tom Hale said that the pier is closed.");
    Instant due = Instant.now().plusSeconds(4);
    assertEquals(200, send("PUT", path, "{\"embargoed\":\"" + due + "\"," + quay).statusCode());
    assertEquals(List.of(), receiver.posts("/hook"));
    Await.until(() -> receiver.posts("/hook").size() == 1, PATIENCE, () -> "nothing was posted");
    assertTrue(!Instant.now().isBefore(due), "it was told of too early");
    assertEquals(200, send("PUT", path, "{\"pubStatus\":\"withheld\"," + quay).statusCode());
    Await.until(this::waits, "that it is withheld is not to be told");
  }

  @Test
  void backupsHaveWhatIsSaved() throws Exception {
    serve();
    JsonNode saved = save(ferry("/hook"));
    String backups = home + "/backups";
    assertEquals(0, ProgramRun.of(home, "backup", backups).code());
    end();
    ProgramRun restored = ProgramRun.of(home, "restore", backups, "--index", home + "/other");
    assertEquals(0, restored.code(), restored.err());
    serve("--index", home + "/other");
    assertEquals(200, send("GET", "/api/v1/saved/" + id(saved), "").statusCode());
  }

  @Test
  void ownersSeeTheirOwnAlone() throws Exception {
    String ada = key("ada", Role.READER);
    String ben = key("ben", Role.READER);
    String admin = key("admin", Role.ADMIN);
    serve();
    JsonNode saved = save(ferry("/hook"), "Authorization", ada);
    String path = "/api/v1/saved/" + id(saved);
    assertEquals(200, send("GET", path, "", "Authorization", ada).statusCode());
    assertEquals(200, send("GET", path, "", "Authorization", admin).statusCode());
    for (String method : List.of("GET", "PUT", "DELETE")) {
      assertEquals(
          404, send(method, path, ferry("/hook"), "Authorization", ben).statusCode(), method);
    }
    JsonNode list = JSON.readTree(send("GET", "/api/v1/saved", "", "Authorization", ben).body());
    assertEquals(0, list.path("total").asInt());
    assertFalse(send("GET", path, "", "Authorization", ada).body().contains("whsec_"));
    assertEquals(204, send("DELETE", path, "", "Authorization", ada).statusCode());
    assertEquals(404, send("GET", path, "", "Authorization", ada).statusCode());
    String audit = Files.readString(home.resolve("index/audit.jsonl"));
    assertTrue(audit.contains("deleted saved search " + id(saved)), audit);
  }

  private String key(String name, Role role, String... more) {
    List<String> args = new ArrayList<>(List.of("keys", "add", name, "--role", role.label()));
    args.addAll(Arrays.asList(more));
    ProgramRun made = ProgramRun.of(home, args.toArray(String[]::new));
    assertEquals(0, made.code(), made.err());
    return "Bearer " + made.out().strip();
  }

  @Test
  void feedIsOpenedByItsTokenAsLongAsTheOwnersKeyHolds() throws Exception {
    String ada = key("ada", Role.READER);
    serve();
    JsonNode saved = save("{\"name\":\"Ferry\",\"search\":\"q=ferry\"}", "Authorization", ada);
    String feed = saved.path("links").path("feed").stringValue();
    HttpResponse<String> read = send("GET", feed, "");
    assertEquals(200, read.statusCode());
    assertTrue(read.body().contains("the ferry sails"), read.body());
    assertFalse(read.body().contains("token="), read.body());
    assertEquals(401, send("GET", feed + "x", "").statusCode());
    assertEquals(0, ProgramRun.of(home, "keys", "revoke", "ada").code());
    assertEquals(401, send("GET", feed, "").statusCode());
  }

  @Test
  void ownersOfAPartAreToldOfThatPartAlone() throws Exception {
    String part = key("part", Role.READER, "--outlet", "Harbour Post");
    String writer = key("writer", Role.WRITER);
    serve();
    JsonNode saved = save(ferry("/hook"), "Authorization", part);
    for (String outlet : List.of("Ferry News", "Harbour Post")) {
      HttpResponse<String> answer =
          send(
              "PUT",
              "/api/v1/articles/" + outlet.charAt(0),
              "{\"date\":\"2024-11-08\",\"outlet\":\""
                  + outlet
                  + "\",\"body\":\"“The ferry of the "
                  + outlet
                  + " sails,” Ruth Alder said.\"}",
              "Authorization",
              writer);
      assertEquals(201, answer.statusCode(), answer.body());
    }
    Await.until(() -> receiver.posts("/hook").size() == 1, "nothing was posted");
    String body = receiver.posts("/hook").getFirst().body();
    assertTrue(body.contains("Harbour Post") && !body.contains("Ferry News"), body);
    String feed = send("GET", saved.path("links").path("feed").stringValue(), "").body();
    assertTrue(feed.contains("Harbour Post") && !feed.contains("Ferry News"), feed);
  }

  @Test
  void whatCannotBeSavedIsRefusedWithAReason() throws Exception {
    serve();
    for (String bad :
        List.of(
            "{\"name\":\"\",\"search\":\"q=ferry\"}",
            "{\"name\":\"x\"}",
            "{\"name\":\"x\",\"search\":\"q=(ferry\"}",
            "{\"name\":\"x\",\"search\":\"q=ferry&kind=nonsense\"}",
            "{\"name\":\"x\",\"search\":\"q=ferry\",\"every\":\"often\"}",
            "{\"name\":\"x\",\"search\":\"q=ferry\",\"webhook\":\"ftp://desk.example\"}",
            "{\"name\":\"x\",\"search\":\"q=ferry\",\"webhook\":\"http://u:p@desk.example\"}",
            "{\"name\":\"x\",\"search\":\"q=ferry\",\"mail\":[\"ruth@paper.example\"]}",
            "{\"name\":\"x\",\"search\":\"q=ferry\",\"colour\":\"red\"}",
            "[]")) {
      HttpResponse<String> answer = send("POST", "/api/v1/saved", bad);
      assertEquals(422, answer.statusCode(), bad + ": " + answer.body());
      assertTrue(JSON.readTree(answer.body()).path("detail").asString("").endsWith("."), bad);
    }
  }

  @Test
  void previewTellsWhatWouldHaveBeenSent() throws Exception {
    serve();
    put("quay", "“The ferry sails in May,” Ruth Alder said. “The ferry is late,” she said.");
    put("pier", "“The ferry is small,” Ruth Alder said.");
    HttpResponse<String> answer =
        send(
            "POST",
            "/api/v1/saved/preview",
            "{\"search\":\"q=ferry&type=quote\",\"every\":\"daily\"}");
    assertEquals(200, answer.statusCode(), answer.body());
    JsonNode preview = JSON.readTree(answer.body());
    assertEquals("2024-11-08", preview.path("to").stringValue());
    assertEquals(2, preview.path("messages").asInt(), answer.body());
    assertEquals(4, preview.path("passages").asInt(), answer.body());
  }

  @Test
  void privateAddressesAreRefusedUnlessAllowed() throws Exception {
    served = ServedProgram.start(home, List.of("serve"));
    JsonNode saved = save(ferry("/hook"));
    put("quay", "“The ferry sails in May,” Ruth Alder said.");
    Await.until(
        () -> state(id(saved)).path("channels").path(0).path("fault").isString(), "not told");
    String fault = state(id(saved)).path("channels").path(0).path("fault").stringValue();
    assertTrue(fault.contains("no address of the public internet"), fault);
    assertEquals(List.of(), receiver.posts("/hook"));
  }
}
