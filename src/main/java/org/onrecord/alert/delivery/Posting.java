package org.onrecord.alert.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Posts one body by HTTP/1.1 (RFC 9112) or HTTPS and reads the head of the answer, on a connection
 * of its own to the very address that was checked, by one deadline however slowly the other side
 * reads or writes. Redirects are not followed. Safe for use by several threads.
 */
final class Posting {
  private static final int LONGEST_HEAD = 16 << 10;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3})(?: .*)?");
  private static final Pattern RETRY_AFTER =
      Pattern.compile("(?im)^retry-after:[ \\t]*([0-9]{1,9})[ \\t]*$");

  private static final ScheduledExecutorService DEADLINES =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("webhook deadlines").factory());

  private final Addresses addresses;
  private final Duration limit;

  /**
   * @param limit how long connecting may take, and then all the rest
   */
  Posting(Addresses addresses, Duration limit) {
    this.addresses = addresses;
    this.limit = limit;
  }

  /**
   * An answer.
   *
   * @param pause what it says of when to come again
   */
  record Answer(int status, Optional<Duration> pause) {}

  /**
   * Posts.
   *
   * @throws IOException if there is no answer in time, or the address is refused
   */
  Answer post(URI target, Map<String, String> headers, byte[] body) throws IOException {
    boolean secure = target.getScheme().equalsIgnoreCase("https");
    int port = target.getPort() >= 0 ? target.getPort() : secure ? 443 : 80;
    InetAddress address = addresses.of(target.getHost());
    try (Socket plain = new Socket()) {
      int millis = (int) limit.toMillis();
      plain.connect(new InetSocketAddress(address, port), millis);
      AtomicBoolean over = new AtomicBoolean();
      ScheduledFuture<?> deadline =
          DEADLINES.schedule(
              () -> {
                over.set(true);
                close(plain);
              },
              millis,
              TimeUnit.MILLISECONDS);
      try (Socket socket = secure ? secured(plain, target.getHost(), port) : plain) {
        OutputStream out = socket.getOutputStream();
        out.write(head(target, headers, body.length));
        out.write(body);
        out.flush();
        return answer(socket.getInputStream());
      } catch (IOException e) {
        throw over.get()
            ? new IOException("it did not answer within " + limit.toSeconds() + " s", e)
            : e;
      } finally {
        deadline.cancel(false);
      }
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException("a socket cannot be closed", e);
    }
  }

  /** Its certificate must be valid for the host's name (RFC 9110, section 4.3.4). */
  private static Socket secured(Socket plain, String host, int port) throws IOException {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, port, true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private static byte[] head(URI target, Map<String, String> headers, int length) {
    String path = target.getRawPath() == null ? "" : target.getRawPath();
    StringBuilder head = new StringBuilder("POST ");
    head.append(path.isEmpty() ? "/" : path);
    if (target.getRawQuery() != null) {
      head.append('?').append(target.getRawQuery());
    }
    head.append(" HTTP/1.1\r\nHost: ").append(target.getRawAuthority()).append("\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append("Content-Length: ").append(length).append("\r\nConnection: close\r\n\r\n");
    return head.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static Answer answer(InputStream in) throws IOException {
    for (int heads = 0; heads < 5; heads++) {
      String head = readHead(in);
      Matcher status = STATUS.matcher(head.lines().findFirst().orElse(""));
      if (!status.matches()) {
        throw new IOException("what answers is no HTTP server");
      }
      int code = Integer.parseInt(status.group(1));
      if (code >= 200) {
        Matcher wait = RETRY_AFTER.matcher(head);
        return new Answer(
            code,
            wait.find()
                ? Optional.of(Duration.ofSeconds(Long.parseLong(wait.group(1))))
                : Optional.empty());
      }
    }
    throw new IOException("it answers without an end");
  }

  private static String readHead(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.length() < LONGEST_HEAD) {
      int next = in.read();
      if (next < 0) {
        if (head.isEmpty()) {
          throw new IOException("it closed the connection without an answer");
        }
        return head.toString();
      }
      if (next != '\r') {
        head.append((char) next);
      }
      int length = head.length();
      if (length > 1 && head.charAt(length - 1) == '\n' && head.charAt(length - 2) == '\n') {
        return head.toString();
      }
    }
    throw new IOException(
        String.format(Locale.ROOT, "the head of its answer has more than %,d bytes", LONGEST_HEAD));
  }
}
