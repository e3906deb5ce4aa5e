package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The protocol's own client, of 2025-11-25. */
final class Assistant implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final McpSyncClient client;
  private final Map<String, Tool> tools = new TreeMap<>();

  private Assistant(McpClientTransport transport) {
    client =
        McpClient.sync(transport)
            .requestTimeout(Duration.ofSeconds(60))
            .initializationTimeout(Duration.ofSeconds(60))
            .build();
    client.initialize();
    client.listTools().tools().forEach(tool -> tools.put(tool.name(), tool));
  }

  /** One that asks a service. */
  static Assistant over(String address, String... headers) {
    return new Assistant(
        HttpClientStreamableHttpTransport.builder(address)
            .endpoint("/mcp")
            .customizeClient(each -> each.connectTimeout(Duration.ofSeconds(10)))
            .addHttpRequestCustomizer(
                (request, _, _, _, _) -> {
                  for (int i = 0; i < headers.length; i += 2) {
                    request.setHeader(headers[i], headers[i + 1]);
                  }
                })
            .build());
  }

  /** One that starts {@code onrecord mcp} and talks with it. */
  static Assistant starting(Path home, String... options) {
    ServerParameters.Builder program =
        ServerParameters.builder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString());
    program.args(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--add-modules=jdk.incubator.vector",
            "-Donrecord.home=" + home,
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Main.class.getName(),
            "mcp"));
    List.of(options).forEach(program::arg);
    return new Assistant(new StdioClientTransport(program.build(), McpJsonDefaults.getMapper()));
  }

  Map<String, Tool> tools() {
    return tools;
  }

  String revision() {
    return client.getCurrentInitializationResult().protocolVersion();
  }

  /** Calls a tool, which must give what it promises. */
  JsonNode call(String tool, Map<String, Object> arguments) {
    CallToolResult result =
        client.callTool(CallToolRequest.builder(tool).arguments(arguments).build());
    assertFalse(result.isError(), () -> text(result));
    Tool promised = Objects.requireNonNull(tools.get(tool));
    assertKept(promised.inputSchema(), arguments);
    assertKept(promised.outputSchema(), result.structuredContent());
    JsonNode structured = JSON.valueToTree(result.structuredContent());
    assertEquals(JSON.readTree(text(result)), structured, "the text says something else");
    return structured;
  }

  /** Calls a tool that cannot answer, and gives what it says. */
  String refused(String tool, Map<String, Object> arguments) {
    CallToolResult result =
        client.callTool(CallToolRequest.builder(tool).arguments(arguments).build());
    assertTrue(result.isError(), () -> text(result));
    return text(result);
  }

  private static void assertKept(Map<String, Object> schema, Object value) {
    ValidationResponse response = McpJsonDefaults.getSchemaValidator().validate(schema, value);
    assertTrue(response.valid(), response.errorMessage());
  }

  private static String text(CallToolResult result) {
    assertEquals(1, result.content().size());
    return ((TextContent) result.content().getFirst()).text();
  }

  @Override
  public void close() {
    client.closeGracefully();
  }
}
