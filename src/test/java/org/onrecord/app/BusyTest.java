package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.Await;
import org.onrecord.access.AccessControl;
import org.onrecord.access.KeyFile;
import org.onrecord.access.RateLimiter;
import org.onrecord.access.Role;
import org.onrecord.archive.RegistryAliases;
import org.onrecord.cli.option.ServiceSettings;
import org.onrecord.cli.option.Settings;
import org.onrecord.http.FakeBackend;
import org.onrecord.http.RegistrySource;
import org.onrecord.http.SampleArchive;
import org.onrecord.http.guard.AnonymousReading;
import org.onrecord.search.SearchBackend;
import org.onrecord.search.SearchService;

/** While as many questions as may be are under way, every other is told to come back. */
final class BusyTest {
  private static final List<String> QUESTIONS =
      List.of(
          "/",
          "/?q=pier",
          "/archive",
          "/articles/pier",
          "/quotes/pier:1:1",
          "/speakers/jane-doe",
          "/parties/road",
          "/cite/quotes/pier:1:1",
          "/embed/quotes/pier:1:1",
          "/api/v1/search?q=pier",
          "/api/v1/facets/speaker",
          "/api/v1/suggest?q=pi",
          "/api/v1/feed.atom?q=pier",
          "/api/v1/export?q=pier");

  private static final List<String> ALWAYS = List.of("/health", "/prometheus", "/openapi.yaml");

  @TempDir private Path folder;

  private final AtomicInteger searches = new AtomicInteger();
  private final AtomicInteger anonymous = new AtomicInteger();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);

  /** Searches last until the test ends. */
  private SearchBackend slow() {
    FakeBackend backend = new FakeBackend(SampleArchive.articles());
    return (SearchBackend)
        Proxy.newProxyInstance(
            SearchBackend.class.getClassLoader(),
            new Class<?>[] {SearchBackend.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("openView")) {
                return new SearchBackend.HeldView((SearchBackend) proxy, () -> {});
              }
              if (method.getName().equals("search")) {
                searches.incrementAndGet();
                if (AnonymousReading.isUnderWay()) {
                  anonymous.incrementAndGet();
                }
                begun.countDown();
                end.await();
              }
              try {
                return method.invoke(backend, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private ServiceSettings oneAtATime() {
    return ServiceSettings.local(folder).with(Settings.MAX_SEARCHES, "1");
  }

  @Test
  void everyQuestionTakesAPlace() throws Exception {
    RegistryAliases names = new RegistryAliases();
    try (HttpServer server =
            HttpServer.start(
                oneAtATime(), new SearchService(slow(), names), (RegistrySource) names::registry);
        HttpClient client = HttpClient.newHttpClient()) {
      CompletableFuture<HttpResponse<String>> first = ask(client, server, "GET", QUESTIONS.get(9));
      begun.await();
      Map<String, CompletableFuture<HttpResponse<String>>> answers = new LinkedHashMap<>();
      for (String path : QUESTIONS) {
        answers.put("GET " + path, ask(client, server, "GET", path));
        answers.put("HEAD " + path, ask(client, server, "HEAD", path));
      }
      answers.forEach(
          (asked, answer) -> {
            assertEquals(503, answer.join().statusCode(), asked);
            assertTrue(answer.join().headers().firstValue("Retry-After").isPresent(), asked);
          });
      for (String path : ALWAYS) {
        assertEquals(200, ask(client, server, "GET", path).join().statusCode(), path);
      }
      end.countDown();
      assertEquals(200, first.join().statusCode());
    } finally {
      end.countDown();
    }
  }

  /** One reader without a key takes no more than two places, and is given less time. */
  @Test
  void addressWithoutAKeyHasTwoPlacesAndAKeyMore() throws Exception {
    RegistryAliases names = new RegistryAliases();
    KeyFile keys = new KeyFile(folder, InstantSource.system());
    String key = keys.add("desk", Role.READER).secret();
    try (HttpServer server =
            HttpServer.start(
                ServiceSettings.local(folder),
                new SearchService(slow(), names),
                (RegistrySource) names::registry,
                new AccessControl(keys, true, InstantSource.system()),
                new RateLimiter(0, System::nanoTime));
        HttpClient client = HttpClient.newHttpClient()) {
      List<CompletableFuture<HttpResponse<String>>> first =
          List.of(ask(client, server, "GET", "/?q=pier"), ask(client, server, "GET", "/?q=road"));
      Await.until(() -> anonymous.get() == 2, "both are searched for");
      HttpResponse<String> third = ask(client, server, "GET", "/api/v1/search?q=pier").join();
      assertEquals(429, third.statusCode());
      assertTrue(third.body().contains("one address"), third.body());
      assertEquals("1", third.headers().firstValue("Retry-After").orElseThrow());
      HttpRequest known =
          HttpRequest.newBuilder(server.url().resolve("/api/v1/search?q=pier"))
              .header("Authorization", "Bearer " + key)
              .build();
      CompletableFuture<HttpResponse<String>> other =
          client.sendAsync(known, BodyHandlers.ofString());
      Await.until(() -> searches.get() == 3, "a key's search waits");
      assertEquals(2, anonymous.get());
      end.countDown();
      assertEquals(200, other.join().statusCode());
      first.forEach(answer -> assertEquals(200, answer.join().statusCode()));
      assertEquals(200, ask(client, server, "GET", "/api/v1/search?q=pier").join().statusCode());
    } finally {
      end.countDown();
    }
  }

  private static CompletableFuture<HttpResponse<String>> ask(
      HttpClient client, HttpServer server, String method, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(server.url().resolve(path))
            .header("Accept", "*/*")
            .method(method, BodyPublishers.noBody())
            .build();
    return client.sendAsync(request, BodyHandlers.ofString());
  }
}
