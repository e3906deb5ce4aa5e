package org.onrecord.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /mcp} message by message: the stateless revision, and everything that is no call. */
final class McpRouteTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String META =
      "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
          + "\"io.modelcontextprotocol/clientCapabilities\":{}}";

  @TempDir private static Path home;
  private static ServedProgram served;
  private static HttpClient client;

  @BeforeAll
  static void start() throws Exception {
    Files.createDirectory(home.resolve("seeds"));
    Files.writeString(
        home.resolve("seeds/a.txt"), "date 2024-11-07\n\nTom Birch said the pier is closed.\n");
    served = ServedProgram.start(home, List.of("serve", "--cors-origin", "https://cms.example"));
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() throws InterruptedException {
    client.close();
    served.close();
  }

  private static String request(String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"%s\",\"params\":{%s}}"
        .formatted(method, params);
  }

  /** Headers of the stateless revision for a request. */
  private static Map<String, String> mirrored(String method, String name) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("MCP-Protocol-Version", "2026-07-28");
    headers.put("Mcp-Method", method);
    if (!name.isEmpty()) {
      headers.put("Mcp-Name", name);
    }
    return headers;
  }

  private static HttpResponse<String> post(String body, Map<String, String> headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(served.address() + "/mcp"))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(BodyPublishers.ofString(body));
    headers.forEach(request::setHeader);
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static JsonNode result(String body, Map<String, String> headers) throws Exception {
    HttpResponse<String> answer = post(body, headers);
    assertEquals(200, answer.statusCode(), answer.body());
    assertTrue(answer.headers().firstValue("Content-Type").orElse("").contains("json"));
    JsonNode read = JSON.readTree(answer.body());
    assertEquals("a", read.path("id").asString(), answer.body());
    assertTrue(read.has("result"), answer.body());
    return read.path("result");
  }

  private static JsonNode refused(int status, int code, String body, Map<String, String> headers)
      throws Exception {
    HttpResponse<String> answer = post(body, headers);
    assertEquals(status, answer.statusCode(), answer.body());
    JsonNode read = JSON.readTree(answer.body());
    assertEquals("2.0", read.path("jsonrpc").asString());
    assertEquals(code, read.path("error").path("code").asInt(), answer.body());
    assertTrue(read.path("error").path("message").asString().length() > 10, answer.body());
    assertFalse(read.has("result"));
    return read;
  }

  @Test
  void statelessRequestNeedsNoHandshake() throws Exception {
    JsonNode discovered = result(request("server/discover", META), mirrored("server/discover", ""));
    assertEquals("complete", discovered.path("resultType").asString());
    assertEquals(
        "[\"2026-07-28\",\"2025-11-25\",\"2025-06-18\"]",
        discovered.path("supportedVersions").toString());
    assertTrue(discovered.path("capabilities").has("tools"));
    assertTrue(discovered.path("ttlMs").isIntegralNumber());
    assertEquals("public", discovered.path("cacheScope").asString());
    assertEquals(
        "onrecord",
        discovered
            .path("_meta")
            .path("io.modelcontextprotocol/serverInfo")
            .path("name")
            .asString());
    JsonNode listed = result(request("tools/list", META), mirrored("tools/list", ""));
    assertEquals(7, listed.path("tools").size());
    assertEquals("complete", listed.path("resultType").asString());
    assertTrue(listed.has("ttlMs") && listed.has("cacheScope"));
    for (JsonNode tool : listed.path("tools")) {
      String name = tool.path("name").asString();
      JsonNode called =
          result(
              request("tools/call", META + ",\"name\":\"" + name + "\",\"arguments\":{}"),
              mirrored("tools/call", name));
      assertEquals("complete", called.path("resultType").asString(), called.toString());
      assertEquals(1, called.path("content").size(), called.toString());
    }
    String call = META + ",\"name\":\"search_quotations\",\"arguments\":{\"query\":\"pier\"}";
    for (String name :
        List.of(
            "search_quotations",
            "=?base64?"
                + Base64.getEncoder().encodeToString("search_quotations".getBytes(UTF_8))
                + "?=")) {
      JsonNode called = result(request("tools/call", call), mirrored("tools/call", name));
      assertEquals(1, called.path("structuredContent").path("total").asInt(), called.toString());
    }
  }

  @Test
  void whatARequestSaysOfItselfIsChecked() throws Exception {
    String list = request("tools/list", META);
    refused(400, -32020, list, Map.of());
    refused(400, -32020, list, Map.of("MCP-Protocol-Version", "2026-07-28"));
    refused(400, -32020, list, mirrored("tools/call", ""));
    Map<String, String> older = mirrored("tools/list", "");
    older.put("MCP-Protocol-Version", "2025-11-25");
    refused(400, -32020, list, older);
    String call = request("tools/call", META + ",\"name\":\"who_said\"");
    refused(400, -32020, call, mirrored("tools/call", ""));
    refused(400, -32020, call, mirrored("tools/call", "get_article"));
    refused(400, -32020, call, mirrored("tools/call", "=?base64?%%%?="));
    refused(400, -32602, request("tools/list", ""), mirrored("tools/list", ""));
    refused(
        400,
        -32602,
        request("tools/list", META.replace("clientCap", "cap")),
        mirrored("tools/list", ""));
    Map<String, String> future = mirrored("tools/list", "");
    future.put("MCP-Protocol-Version", "2099-01-01");
    JsonNode unknown =
        refused(
            400, -32022, request("tools/list", META.replace("2026-07-28", "2099-01-01")), future);
    assertEquals("2099-01-01", unknown.path("error").path("data").path("requested").asString());
    assertEquals(3, unknown.path("error").path("data").path("supported").size());
    assertEquals("a", unknown.path("id").asString());
    refused(400, -32022, request("tools/list", ""), Map.of("MCP-Protocol-Version", "1999-01-01"));
    for (String gone : List.of("initialize", "ping", "resources/list", "nothing/at/all")) {
      refused(404, -32601, request(gone, META), mirrored(gone, ""));
    }
  }

  @Test
  void handshakeAgreesOnARevision() throws Exception {
    for (String asked : List.of("2025-11-25", "2025-06-18")) {
      JsonNode agreed =
          result(request("initialize", "\"protocolVersion\":\"" + asked + "\""), Map.of());
      assertEquals(asked, agreed.path("protocolVersion").asString());
      assertFalse(agreed.has("resultType"));
    }
    for (String asked : List.of("2024-11-05", "2099-01-01", "2026-07-28")) {
      JsonNode agreed =
          result(request("initialize", "\"protocolVersion\":\"" + asked + "\""), Map.of());
      assertEquals("2025-11-25", agreed.path("protocolVersion").asString());
    }
    Map<String, String> header = Map.of("MCP-Protocol-Version", "2025-11-25");
    HttpResponse<String> accepted =
        post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}", header);
    assertEquals(202, accepted.statusCode());
    assertEquals("", accepted.body());
    assertFalse(accepted.headers().firstValue("Mcp-Session-Id").isPresent());
    assertEquals("{}", result(request("ping", ""), header).toString());
    assertEquals(7, result(request("tools/list", ""), header).path("tools").size());
    refused(200, -32601, request("resources/list", ""), header);
    refused(200, -32602, request("initialize", ""), header);
  }

  @Test
  void whatIsNoMessageIsToldWhy() throws Exception {
    for (String broken :
        List.of("", "{", "nonsense", "{\"jsonrpc\":\"2.0\"} {}", "{\"id\":1,\"id\":2}")) {
      assertFalse(refused(400, broken.isEmpty() ? -32600 : -32700, broken, Map.of()).has("id"));
    }
    for (String wrong :
        List.of(
            "[" + request("ping", "") + "]",
            "[]",
            "7",
            "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":99999999999999999999,\"method\":\"ping\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":\"" + "9".repeat(10_000) + "\",\"method\":\"ping\"}",
            "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":7}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":[]}")) {
      refused(400, -32600, wrong, Map.of());
    }
    refused(400, -32700, "{\"jsonrpc\":\"2.0\",\"id\":" + "9".repeat(5_000) + "}", Map.of());
    refused(400, -32700, "[".repeat(50_000), Map.of());
    refused(413, -32600, request("ping", "\"x\":\"" + "y".repeat(1 << 20) + "\""), Map.of());
  }

  @Test
  void callOfNoToolIsAnErrorOfTheProtocol() throws Exception {
    JsonNode unknown =
        refused(
            200,
            -32602,
            request("tools/call", "\"name\":\"drop_table\",\"arguments\":{}"),
            Map.of());
    assertTrue(unknown.toString().contains("who_said"), unknown.toString());
    refused(200, -32602, request("tools/call", ""), Map.of());
    refused(200, -32602, request("tools/call", "\"name\":5"), Map.of());
    refused(
        200, -32602, request("tools/call", "\"name\":\"who_said\",\"arguments\":[1]"), Map.of());
    refused(200, -32602, request("tools/list", "\"cursor\":\"x\""), Map.of());
  }

  @Test
  void typesOfBodiesAreChecked() throws Exception {
    String ping = request("ping", "");
    for (String accept : List.of("application/json", "text/event-stream", "text/html")) {
      refused(406, -32600, ping, Map.of("Accept", accept));
    }
    for (String accept : List.of("*/*", "text/event-stream;q=0.5, application/json", "*/*;q=0.1")) {
      result(ping, Map.of("Accept", accept));
    }
    HttpRequest none =
        HttpRequest.newBuilder(URI.create(served.address() + "/mcp"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(ping))
            .build();
    assertEquals(406, client.send(none, BodyHandlers.ofString()).statusCode());
    assertEquals(415, post(ping, Map.of("Content-Type", "text/plain")).statusCode());
    for (String method : List.of("GET", "DELETE")) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(served.address() + "/mcp"))
                  .header("Accept", "text/event-stream")
                  .method(method, BodyPublishers.noBody())
                  .build(),
              BodyHandlers.ofString());
      assertEquals(405, answer.statusCode(), method);
      assertTrue(answer.headers().firstValue("Allow").orElse("").contains("POST"), method);
    }
  }

  @Test
  void pagesOfOtherOriginsAreTurnedAway() throws Exception {
    String ping = request("ping", "");
    for (String other :
        List.of(
            "https://evil.example",
            "null",
            "http://localhost:1",
            "http://127.0.0.1.evil.example")) {
      assertEquals(403, post(ping, Map.of("Origin", other)).statusCode(), other);
    }
    assertEquals(200, post(ping, Map.of("Origin", served.address())).statusCode());
    int named = post(ping, Map.of("Origin", "https://cms.example")).statusCode();
    assertEquals(401, named, "a page elsewhere may ask, with a key");
  }

  /** A page that has bound its own name to this address sends that name as Host and as Origin. */
  @Test
  void reboundNameIsTurnedAway() throws Exception {
    URI address = URI.create(served.address());
    String body = request("ping", "");
    String head =
        "POST /mcp HTTP/1.1\r\nHost: evil.example:%1$d\r\nOrigin: http://evil.example:%1$d\r\n"
            + "Accept: application/json, text/event-stream\r\nContent-Type: application/json\r\n"
            + "Content-Length: %2$d\r\nConnection: close\r\n\r\n%3$s";
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket
          .getOutputStream()
          .write(head.formatted(address.getPort(), body.length(), body).getBytes(UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertTrue(answer.startsWith("HTTP/1.1 403"), answer);
    }
  }
}
