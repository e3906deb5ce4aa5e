package org.onrecord.app;

import com.atlassian.oai.validator.model.Request;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The program, served with one short article, whose answers are held to its contract. */
final class CheckedService implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final ServedProgram served;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Contract contract;

  private CheckedService(ServedProgram served) throws Exception {
    this.served = served;
    this.contract = new Contract(get("/openapi.yaml").body());
  }

  static CheckedService start(Path home) throws Exception {
    Files.createDirectory(home.resolve("seeds"));
    Files.writeString(
        home.resolve("seeds/a.txt"), "date 2024-11-07\n\nTom Birch said the pier is closed.\n");
    return new CheckedService(ServedProgram.start(home, List.of("serve"), PATIENCE));
  }

  String address() {
    return served.address();
  }

  /** Asks for something that the contract need not tell of. */
  HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(address() + path)).build(), BodyHandlers.ofString());
  }

  /**
   * Sends JSON, and fails where the answer is none that the contract promises.
   *
   * @param headers names and values in turn
   */
  HttpResponse<String> send(String method, String path, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address() + path))
            .setHeader("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
    contract.assertKept(path, Request.Method.valueOf(method), answer);
    return answer;
  }

  @Override
  public void close() throws InterruptedException {
    client.close();
    served.close();
  }
}
