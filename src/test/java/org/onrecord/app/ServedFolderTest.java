package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a service says of a folder that is not, or no longer, the archive that is meant. */
class ServedFolderTest {
  private static final List<String> HEALTH = List.of("/health", "/health/ready");

  @TempDir private Path home;
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void namedIndexWithoutAnArticleIsReadyWhenItHasOne() throws Exception {
    Path index = home.resolve("news");
    try (ServedProgram first = serve(index, "--create")) {
      assertHealth(200, first);
    }
    try (ServedProgram served = serve(index)) {
      assertHealth(503, served);
      assertEquals(200, get(served, "/health/live").statusCode());
      assertEquals(201, put(served, "a").statusCode());
      assertHealth(200, served);
      delete(served, "a");
      assertHealth(200, served);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void folderThatIsEmptyAllAtOnceIsNotReady() throws Exception {
    Path index = home.resolve("news");
    try (ServedProgram served = serve(index, "--create")) {
      put(served, "a");
      assertHealth(200, served);
      Path away = Files.move(index, home.resolve("away"));
      Files.createDirectory(index);
      assertHealth(503, served);
      assertTrue(get(served, "/health/ready").body().contains("may not be mounted"));
      Files.delete(index);
      assertHealth(503, served);
      Files.move(away, index);
      assertHealth(200, served);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void ownerAloneMayRead() throws Exception {
    Path index = home.resolve("news");
    try (ServedProgram served = serve(index, "--create")) {
      put(served, "a");
      put(served, "b");
    }
    assertEquals(0, ProgramRun.of(home, "backup", home + "/backups", "--index", "" + index).code());
    assertEquals(
        0, ProgramRun.of(home, "restore", home + "/backups", "--index", home + "/other").code());
    for (Path folder : List.of(index, home.resolve("other"), home.resolve("backups"))) {
      assertEquals("rwx------", permissions(folder), folder::toString);
    }
    for (Path folder : List.of(index, home.resolve("other"))) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(f -> !f.endsWith("write.lock")).toList()) {
          assertEquals("rw-------", permissions(file), file::toString);
        }
      }
    }
  }

  private static String permissions(Path file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private ServedProgram serve(Path index, String... more) {
    return ServedProgram.start(
        home,
        Stream.concat(
                Stream.of("serve", "--index", index.toString(), "--min-free-disk", "0"),
                Stream.of(more))
            .toList());
  }

  private void assertHealth(int status, ServedProgram served) throws Exception {
    for (String path : HEALTH) {
      HttpResponse<String> answer = get(served, path);
      assertEquals(status, answer.statusCode(), () -> path + ": " + answer.body());
    }
  }

  private HttpResponse<String> get(ServedProgram served, String path) throws Exception {
    return send(served, path, HttpRequest.newBuilder());
  }

  private HttpResponse<String> put(ServedProgram served, String id) throws Exception {
    String body = "{\"date\":\"2024-11-07\",\"body\":\"Tom Birch said the ferry is late.\"}";
    return send(
        served,
        "/api/v1/articles/" + id,
        HttpRequest.newBuilder()
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body)));
  }

  private void delete(ServedProgram served, String id) throws Exception {
    assertEquals(
        204,
        send(served, "/api/v1/articles/" + id, HttpRequest.newBuilder().DELETE()).statusCode());
  }

  private HttpResponse<String> send(ServedProgram served, String path, HttpRequest.Builder request)
      throws Exception {
    return client.send(
        request.uri(URI.create(served.address() + path)).build(), BodyHandlers.ofString());
  }
}
