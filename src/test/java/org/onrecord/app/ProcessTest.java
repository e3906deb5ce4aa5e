package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.onrecord.people.PeopleFile;

/** The service as a process of its own, ended gently and not. */
@Execution(ExecutionMode.CONCURRENT)
final class ProcessTest {
  private static final int RUNS = Integer.getInteger("onrecord.kills", 5);

  @TempDir private Path home;

  @Test
  void killedServiceLosesNothing() throws Exception {
    KillRuns.Report report = KillRuns.run(home, RUNS, 7);
    assertEquals(List.of(), report.faults());
    assertEquals(RUNS, report.runs());
    assertTrue(report.acknowledged() > RUNS, report::toString);
  }

  /** What is acknowledged together is safe together, and of what is not nothing is half there. */
  @Test
  void killedServiceLosesNothingThatManyWroteAtOnce() throws Exception {
    KillRuns.Report report = KillRuns.run(home, 24, 3, 11);
    assertEquals(List.of(), report.faults());
    assertEquals(3, report.runs());
    assertTrue(report.acknowledged() > 3, report::toString);
  }

  @Test
  void killedServiceLosesNoDecisionAboutAName() throws Exception {
    Files.createDirectories(home.resolve("seeds"));
    Files.writeString(
        home.resolve("seeds/a.txt"), "date 2024-11-07\n\nTom Birch said the pier is closed.\n");
    Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    for (int run = 0; run < 3; run++) {
      try (ServiceProcess service = ServiceProcess.start(home, List.of());
          HttpClient http = HttpClient.newHttpClient()) {
        List<CompletableFuture<Void>> under = new ArrayList<>();
        CountDownLatch some = new CountDownLatch(5 * (run + 1));
        for (int i = 0; i < 40; i++) {
          String name = "Tom " + "abc".charAt(run) + " " + Integer.toString(i + 100, 36);
          HttpRequest request =
              HttpRequest.newBuilder(service.at("/api/v1/people/decisions"))
                  .header("Content-Type", "application/json")
                  .POST(
                      HttpRequest.BodyPublishers.ofString(
                          "{\"decision\":\"rename\",\"who\":\"tom-birch\",\"name\":\""
                              + name
                              + "\"}"))
                  .build();
          under.add(
              http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                  .thenAccept(
                      answer -> {
                        if (answer.statusCode() == 200) {
                          acknowledged.add(name);
                          some.countDown();
                        }
                      }));
        }
        assertTrue(some.await(60, TimeUnit.SECONDS), service::output);
        service.kill();
        for (CompletableFuture<Void> each : under) {
          each.handle((_, _) -> "ended").join();
        }
      }
      List<String> decided =
          new PeopleFile(home.resolve("index"))
              .history().decisions().stream().map(one -> one.decision().sentence()).toList();
      for (String name : acknowledged) {
        assertTrue(decided.contains("Tom Birch (tom-birch) is called " + name), name);
      }
    }
    assertTrue(acknowledged.size() >= 5 + 10 + 15, acknowledged::toString);
  }

  @Test
  void serviceThatIsToldToEndAnswersWhatItAccepted() throws Exception {
    Files.createDirectories(home.resolve("seeds"));
    Files.writeString(home.resolve("seeds/a.txt"), "date 2024-11-07\n\nIt is open, he said.\n");
    try (ServiceProcess service = ServiceProcess.start(home, List.of());
        HttpClient http = HttpClient.newHttpClient()) {
      assertEquals(201, put(service, http, "warm").join().statusCode());
      List<CompletableFuture<HttpResponse<String>>> under = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        under.add(put(service, http, "last-" + i));
      }
      CompletableFuture.anyOf(under.toArray(CompletableFuture[]::new)).join();
      service.tell();
      assertEquals(0, service.awaitEnd(Duration.ofSeconds(45)), service::output);
      List<String> acknowledged = new ArrayList<>();
      for (int i = 0; i < under.size(); i++) {
        int status =
            under.get(i).handle((answer, _) -> answer == null ? 0 : answer.statusCode()).join();
        assertTrue(status == 0 || status == 201 || status == 503, "status " + status);
        if (status == 201) {
          acknowledged.add("last-" + i);
        }
      }
      assertTrue(!acknowledged.isEmpty(), "none was accepted before the end");
      String found =
          ProgramRun.of(home, "search", "said", "--json", "--size", "100", "--copies", "unfold")
              .out();
      for (String id : acknowledged) {
        assertTrue(found.contains('"' + id + "~p1\""), id);
      }
    }
  }

  private static CompletableFuture<HttpResponse<String>> put(
      ServiceProcess service, HttpClient http, String id) throws IOException {
    return http.sendAsync(
        HttpRequest.newBuilder(service.at("/api/v1/articles/" + id))
            .header("Content-Type", "application/json")
            .PUT(
                BodyPublishers.ofString(
                    "{\"date\":\"2024-11-07\",\"body\":\"The pier is late, Tom Birch said.\"}"))
            .build(),
        BodyHandlers.ofString());
  }
}
