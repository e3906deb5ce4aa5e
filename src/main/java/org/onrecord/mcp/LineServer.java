package org.onrecord.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Consumer;

/** A server to which messages come line by line, and that answers so: the protocol's stdio. */
public final class LineServer {
  private final McpServer server;
  private final String base;
  private final Consumer<Exception> faults;

  /**
   * A server.
   *
   * @param base the address of the service whose pages citations link to
   * @param faults told of what goes wrong here
   */
  public LineServer(McpServer server, String base, Consumer<Exception> faults) {
    this.server = server;
    this.base = base;
    this.faults = faults;
  }

  /** Answers each line, one after the other, until there are no more. */
  public void serve(InputStream in, OutputStream out) throws IOException {
    InputStream lines = new BufferedInputStream(in);
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    boolean tooLong = false;
    int next = lines.read();
    while (next >= 0) {
      if (next == '\n') {
        answer(line.toByteArray(), tooLong, out);
        line.reset();
        tooLong = false;
      } else if (line.size() < McpServer.LONGEST) {
        line.write(next);
      } else {
        tooLong = true;
      }
      next = lines.read();
    }
    answer(line.toByteArray(), tooLong, out);
  }

  private void answer(byte[] line, boolean tooLong, OutputStream out) throws IOException {
    if (new String(line, UTF_8).isBlank()) {
      return;
    }
    Reply reply =
        tooLong
            ? Reply.unread("A message has at most " + McpServer.LONGEST + " bytes.")
            : server.answer(line, Optional.empty(), base);
    reply.fault().ifPresent(faults);
    if (reply.json().isPresent()) {
      out.write((reply.json().get() + '\n').getBytes(UTF_8));
      out.flush();
    }
  }
}
