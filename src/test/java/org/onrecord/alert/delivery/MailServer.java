package org.onrecord.alert.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server on a free port of this machine (RFC 5321) that keeps what it takes. */
public final class MailServer implements AutoCloseable {
  private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  private final List<Letter> letters = new CopyOnWriteArrayList<>();
  private volatile String refusal = "";

  /** What was taken. */
  public record Letter(String from, List<String> to, String text) {}

  public MailServer() throws IOException {
    Thread.ofPlatform().daemon().name("mail server").start(this::serve);
  }

  public int port() {
    return socket.getLocalPort();
  }

  public List<Letter> letters() {
    return List.copyOf(letters);
  }

  /** Answers recipients so from now on. */
  void refusing(String answer) {
    refusal = answer;
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        talk(client);
      } catch (IOException closed) {
        continue;
      }
    }
  }

  private void talk(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    Writer out = new OutputStreamWriter(client.getOutputStream(), StandardCharsets.UTF_8);
    say(out, "220 mail.example");
    String from = "";
    List<String> to = new ArrayList<>();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
      switch (command) {
        case "EHLO" -> say(out, "250-mail.example\r\n250 8BITMIME");
        case "MAIL" -> {
          from = address(line);
          say(out, "250 ok");
        }
        case "RCPT" -> {
          to.add(address(line));
          say(out, refusal.isEmpty() ? "250 ok" : refusal);
        }
        case "DATA" -> {
          say(out, "354 go on");
          letters.add(new Letter(from, List.copyOf(to), data(in)));
          say(out, "250 taken");
        }
        case "QUIT" -> {
          say(out, "221 bye");
          return;
        }
        default -> say(out, "250 ok");
      }
    }
  }

  private static String data(BufferedReader in) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      text.append(line).append('\n');
    }
    return text.toString();
  }

  private static String address(String line) {
    return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
  }

  private static void say(Writer out, String line) throws IOException {
    out.write(line + "\r\n");
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
