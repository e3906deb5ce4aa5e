package org.onrecord.http.api;

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
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.Role;
import org.onrecord.http.Needs;
import org.onrecord.http.RequestId;
import org.onrecord.http.ServiceAddresses;
import org.onrecord.mcp.McpServer;
import org.onrecord.mcp.MirroredHeaders;
import org.onrecord.mcp.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /mcp}: the Model Context Protocol over Streamable HTTP. Each message is answered with
 * one object of JSON; nothing is streamed, and there are no sessions.
 */
@Controller(ServiceAddresses.MCP)
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(beans = McpServer.class)
final class McpController {
  private static final Logger LOG = LoggerFactory.getLogger(McpController.class);
  private static final List<String> ACCEPTED = List.of("application/json", "text/event-stream");

  private final McpServer server;
  private final ServiceAddresses addresses;

  McpController(McpServer server, ServiceAddresses addresses) {
    this.server = server;
    this.addresses = addresses;
  }

  @Post
  @Needs(Role.READER)
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.ALL)
  HttpResponse<?> answer(HttpRequest<?> request, @Body @Nullable InputStream body)
      throws IOException {
    Optional<byte[]> sent = BoundedBody.read(body, McpServer.LONGEST);
    if (!ACCEPTED.stream().allMatch(type -> accepts(request, type))) {
      return answer(
          HttpStatus.NOT_ACCEPTABLE,
          Reply.unread(
              "The header Accept is to have both " + String.join(" and ", ACCEPTED) + "."));
    }
    if (sent.isEmpty()) {
      return answer(
          HttpStatus.REQUEST_ENTITY_TOO_LARGE,
          Reply.unread("A message has at most " + McpServer.LONGEST + " bytes."));
    }
    Reply reply =
        server.answer(
            sent.get(),
            Optional.of(
                new MirroredHeaders(
                    header(request, "MCP-Protocol-Version"),
                    header(request, "Mcp-Method"),
                    header(request, "Mcp-Name"))),
            addresses.of(request).base());
    reply.fault().ifPresent(fault -> LOG.error("Request {} by /mcp", RequestId.of(request), fault));
    return answer(
        switch (reply.outcome()) {
          case ANSWERED -> HttpStatus.OK;
          case ACCEPTED -> HttpStatus.ACCEPTED;
          case REFUSED -> HttpStatus.BAD_REQUEST;
          case NO_SUCH_METHOD -> HttpStatus.NOT_FOUND;
          case FAILED -> HttpStatus.INTERNAL_SERVER_ERROR;
        },
        reply);
  }

  private static MutableHttpResponse<?> answer(HttpStatus status, Reply reply) {
    MutableHttpResponse<byte[]> response = HttpResponse.status(status);
    return reply
        .json()
        .map(json -> response.body(json.getBytes(StandardCharsets.UTF_8)))
        .orElse(response)
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private static Optional<String> header(HttpRequest<?> request, String name) {
    List<String> values = request.getHeaders().getAll(name);
    return values.size() == 1 ? Optional.of(values.getFirst().strip()) : Optional.empty();
  }

  /** Whether the header Accept, as it stands, takes a type, whatever its quality. */
  private static boolean accepts(HttpRequest<?> request, String type) {
    String family = type.substring(0, type.indexOf('/')) + "/*";
    return request.getHeaders().getAll(HttpHeaders.ACCEPT).stream()
        .flatMap(line -> List.of(line.split(",", -1)).stream())
        .map(each -> each.split(";", -1)[0].strip().toLowerCase(Locale.ROOT))
        .anyMatch(each -> each.equals(type) || each.equals(family) || each.equals("*/*"));
  }
}
