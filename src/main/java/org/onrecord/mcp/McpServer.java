package org.onrecord.mcp;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ProgramVersion;
import org.onrecord.mcp.Message.Request;
import org.onrecord.mcp.Revision.Era;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A server of the Model Context Protocol that holds no session: each message is answered by itself,
 * those of 2026-07-28, which say of which revision they are, and those of 2025-11-25 and
 * 2025-06-18, before which a client asks {@code initialize}. It has tools and nothing else, and
 * asks nothing of clients. Safe for use by several threads.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28">the specification</a>
 */
public final class McpServer {
  /** The longest message, in bytes: the longest quotation, with every character escaped. */
  public static final int LONGEST = 256 << 10;

  private static final String META = "_meta";
  private static final String PREFIX = "io.modelcontextprotocol/";
  private static final String VERSION = PREFIX + "protocolVersion";
  private static final String CAPABILITIES = PREFIX + "clientCapabilities";

  /** For how long a client may keep the list of tools, in milliseconds. */
  private static final long FRESH_MILLIS = 3_600_000;

  private static final Map<String, Object> ITSELF =
      Members.of(
          "name", "onrecord", "title", "OnRecord news archive", "version", ProgramVersion.CURRENT);

  private static final String INSTRUCTIONS =
      "A news archive that knows who said what, where and when. Cite each finding by its"
          + " \"citation\" link and give its words as they stand. A quotation of the kind direct is"
          + " in the speaker's words, an indirect one in the reporter's; \"polarity\" says whether"
          + " it is affirmed, denied or asked. Before you print that somebody said something,"
          + " verify it with verify_quotation. What is not found here is only not in this archive:"
          + " \"archive\" says what it covers. When a name is not known, ask again with one that is"
          + " suggested.";

  private final Toolbox tools;

  public McpServer(Toolbox tools) {
    this.tools = tools;
  }

  /**
   * Answers a message.
   *
   * @param headers what HTTP repeats of it; empty where it came another way
   * @param base the address of the service whose pages citations link to, without a slash at the
   *     end
   */
  public Reply answer(byte[] message, Optional<MirroredHeaders> headers, String base) {
    return switch (MessageReader.read(message)) {
      case Message.Refused(JsonNode id, RpcError error) -> Reply.refused(id, error);
      case Message.Response _, Message.Notification _ -> Reply.accepted();
      case Request request ->
          isStateless(request, headers)
              ? stateless(request, headers, base)
              : afterHandshake(request, headers, base);
    };
  }

  private static boolean isStateless(Request request, Optional<MirroredHeaders> headers) {
    return request.params().path(META).has(VERSION)
        || request.method().equals("server/discover")
        || headers
            .flatMap(MirroredHeaders::version)
            .flatMap(Revision::of)
            .filter(revision -> revision.is(Era.STATELESS))
            .isPresent();
  }

  private Reply stateless(Request request, Optional<MirroredHeaders> headers, String base) {
    RpcError wrong = wrongWith(request, headers);
    if (wrong != null) {
      return Reply.refused(request.id(), wrong);
    }
    return switch (request.method()) {
      case "server/discover" -> Reply.result(request.id(), complete(discovered()));
      case "tools/list" -> list(request, Era.STATELESS);
      case "tools/call" -> call(request, base, Era.STATELESS);
      default -> Reply.noSuchMethod(request.id(), RpcError.noMethod(request.method()));
    };
  }

  /** What is wrong with what a request of a stateless revision says of itself. */
  private static @Nullable RpcError wrongWith(Request request, Optional<MirroredHeaders> headers) {
    JsonNode meta = request.params().path(META);
    JsonNode version = meta.path(VERSION);
    if (!version.isString() || !meta.path(CAPABILITIES).isObject()) {
      return RpcError.badParameters(
          "\"params\" is to have \""
              + META
              + "\" with \""
              + VERSION
              + "\", one of "
              + String.join(", ", Revision.labels())
              + ", and \""
              + CAPABILITIES
              + "\", an object.");
    }
    RpcError differs =
        headers.map(each -> differing(request, version.asString(), each)).orElse(null);
    if (differs != null) {
      return differs;
    }
    boolean spoken =
        Revision.of(version.asString()).filter(each -> each.is(Era.STATELESS)).isPresent();
    return spoken ? null : RpcError.noRevision(version.asString());
  }

  private static @Nullable RpcError differing(
      Request request, String version, MirroredHeaders headers) {
    if (!headers.version().equals(Optional.of(version))) {
      return differing("MCP-Protocol-Version", headers.version(), version);
    }
    if (!headers.method().equals(Optional.of(request.method()))) {
      return differing("Mcp-Method", headers.method(), request.method());
    }
    JsonNode name = request.params().path("name");
    if (request.method().equals("tools/call")
        && name.isString()
        && !headers.plainName().equals(Optional.of(name.asString()))) {
      return differing("Mcp-Name", headers.name(), name.asString());
    }
    return null;
  }

  private static RpcError differing(String header, Optional<String> value, String body) {
    return RpcError.headersDiffer(
        value
            .map(given -> "The header " + header + " is " + Told.quoted(given) + ", and")
            .orElse("The header " + header + " is missing, and")
            .concat(" the message has " + Told.quoted(body) + "."));
  }

  private Reply afterHandshake(Request request, Optional<MirroredHeaders> headers, String base) {
    Optional<String> version = headers.flatMap(MirroredHeaders::version);
    if (version.isPresent() && Revision.of(version.get()).isEmpty()) {
      return Reply.refused(request.id(), RpcError.noRevision(version.get()));
    }
    return switch (request.method()) {
      case "initialize" -> initialize(request);
      case "ping" -> Reply.result(request.id(), Map.of());
      case "tools/list" -> list(request, Era.HANDSHAKE);
      case "tools/call" -> call(request, base, Era.HANDSHAKE);
      default -> Reply.error(request.id(), RpcError.noMethod(request.method()));
    };
  }

  private static Reply initialize(Request request) {
    JsonNode asked = request.params().path("protocolVersion");
    if (!asked.isString()) {
      return Reply.error(
          request.id(),
          RpcError.badParameters("\"params\" is to have \"protocolVersion\", a text."));
    }
    Revision agreed =
        Revision.of(asked.asString())
            .filter(each -> each.is(Era.HANDSHAKE))
            .orElse(Revision.newestWithHandshake());
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("protocolVersion", agreed.label());
    result.put("capabilities", capabilities());
    result.put("serverInfo", ITSELF);
    result.put("instructions", INSTRUCTIONS);
    return Reply.result(request.id(), result);
  }

  private static Map<String, Object> discovered() {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("supportedVersions", Revision.labels());
    result.put("capabilities", capabilities());
    result.put("instructions", INSTRUCTIONS);
    return cacheable(result);
  }

  private static Map<String, Object> capabilities() {
    return Map.of("tools", Map.of());
  }

  private Reply list(Request request, Era era) {
    if (request.params().has("cursor")) {
      return Reply.error(
          request.id(), RpcError.badParameters("There is one page of tools, without a cursor."));
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("tools", tools.all().stream().map(Tool::json).toList());
    return Reply.result(request.id(), era == Era.STATELESS ? complete(cacheable(result)) : result);
  }

  private Reply call(Request request, String base, Era era) {
    JsonNode name = request.params().path("name");
    JsonNode arguments = request.params().path("arguments");
    if (!name.isString()) {
      return Reply.error(
          request.id(), RpcError.badParameters("\"params\" is to have \"name\", a text."));
    }
    Optional<Tool> tool = tools.named(name.asString());
    if (tool.isEmpty()) {
      return Reply.error(
          request.id(),
          RpcError.badParameters(
              "Unknown tool: "
                  + Told.shortened(name.asString())
                  + ". There are: "
                  + String.join(", ", tools.all().stream().map(Tool::name).toList())
                  + "."));
    }
    if (!arguments.isMissingNode() && !arguments.isObject()) {
      return Reply.error(request.id(), RpcError.badParameters("\"arguments\" is to be an object."));
    }
    try {
      ObjectNode given =
          arguments instanceof ObjectNode object ? object : request.params().objectNode();
      Map<String, Object> result = tool.get().call(given, base);
      return Reply.result(request.id(), era == Era.STATELESS ? complete(result) : result);
    } catch (IOException | RuntimeException e) {
      return Reply.failed(request.id(), e);
    }
  }

  private static Map<String, Object> cacheable(Map<String, Object> result) {
    result.put("ttlMs", FRESH_MILLIS);
    result.put("cacheScope", "public");
    return result;
  }

  private static Map<String, Object> complete(Map<String, Object> result) {
    Map<String, Object> complete = new LinkedHashMap<>();
    complete.put("resultType", "complete");
    complete.putAll(result);
    complete.put(META, Map.of(PREFIX + "serverInfo", ITSELF));
    return complete;
  }
}
