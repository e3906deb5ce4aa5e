package org.onrecord.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own. */
@Timeout(60)
class MainTest {

  @TempDir private Path folder;

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void serviceThatIsToldToEndEndsWithoutAWord() throws Exception {
    Path err = folder.resolve("err");
    Process process = serve(err);
    try (BufferedReader out = process.inputReader(UTF_8)) {
      String line = out.readLine();
      assertTrue(line != null && line.startsWith("OnRecord serves "), () -> line + read(err));
      assertEquals(200, status(URI.create(line.replace("OnRecord serves ", "") + "/health")));
      process.destroy();
      assertTrue(process.waitFor(20, TimeUnit.SECONDS));
    } finally {
      process.destroyForcibly();
    }
    assertEquals(0, process.exitValue());
    String said = read(err);
    assertTrue(
        said.startsWith("Index: " + folder.resolve("index") + "\nFilling the empty index from "),
        said);
    assertEquals(3, said.lines().count(), said);
  }

  private Process serve(Path err) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "org.onrecord.app.Main",
            "serve",
            "--port",
            "0",
            "--seeds",
            "seeds",
            "--create",
            "--index",
            folder.resolve("index").toString())
        .redirectError(err.toFile())
        .start();
  }

  private static int status(URI address) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
          .statusCode();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
