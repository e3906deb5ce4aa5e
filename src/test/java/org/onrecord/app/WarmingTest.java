package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onrecord.search.SampleArticle.article;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.onrecord.archive.RegistryAliases;
import org.onrecord.backend.lucene.LuceneArchive;
import org.onrecord.http.web.FirstPages;
import org.onrecord.search.FacetAliases;
import org.onrecord.search.SearchService;
import org.slf4j.LoggerFactory;

/** What is asked for while a service starts tells its faults, and stops nothing. */
@Isolated("it reads what is logged")
final class WarmingTest {
  @TempDir private Path folder;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  private static List<Logger> loggers() {
    return List.of(
        (Logger) LoggerFactory.getLogger(Warming.class),
        (Logger) LoggerFactory.getLogger(FirstPages.class));
  }

  @BeforeEach
  void listen() {
    log.start();
    loggers().forEach(logger -> logger.addAppender(log));
  }

  @AfterEach
  void leave() {
    loggers().forEach(logger -> logger.detachAppender(log));
  }

  private SearchService over(LuceneArchive archive) throws IOException {
    archive.put(article("a").paragraph("The people of Elmsea voted.").archived());
    archive.commit();
    return new SearchService(archive.backend(), FacetAliases.NONE);
  }

  private void assertTold(int times, String says) {
    List<ILoggingEvent> told = List.copyOf(log.list);
    assertEquals(times, told.size(), told.toString());
    for (ILoggingEvent each : told) {
      assertEquals(Level.WARN, each.getLevel());
      assertTrue(each.getFormattedMessage().contains(says), each.toString());
      assertTrue(each.getThrowableProxy() != null, "it says what failed");
    }
  }

  @Test
  void indexThatCannotBeSearchedIsTold() throws IOException {
    SearchService search;
    try (LuceneArchive archive = LuceneArchive.open(folder)) {
      search = over(archive);
      Warming.of(search).await();
      assertTold(0, "");
    }
    Warming.of(search).await();
    assertTold(3, "could not be searched while the service starts");
  }

  @Test
  void serviceDrawsItsFirstPagesForNobody() throws Exception {
    assertEquals(0, ProgramRun.of(folder, "index", "src/docs/examples/articles").code());
    try (ServedProgram _ = ServedProgram.start(folder, List.of("serve"))) {
      assertTold(0, "");
    }
  }

  @Test
  void servedProgramWarmsWithoutAFault() throws Exception {
    try (CheckedService service = CheckedService.start(folder)) {
      assertEquals(200, service.get("/health/ready").statusCode());
      assertTold(0, "");
    }
  }

  @Test
  void pagesThatCannotBeDrawnAreTold() throws IOException {
    SearchService search;
    RegistryAliases names = new RegistryAliases();
    try (LuceneArchive archive = LuceneArchive.open(folder)) {
      search = over(archive);
      try (HttpServer server =
          HttpServer.start(new SearchService(archive.backend(), names, names), "127.0.0.1", 0)) {
        server.drawFirstPages(search);
        assertTold(0, "");
      }
    }
    try (LuceneArchive archive = LuceneArchive.open(folder);
        HttpServer server =
            HttpServer.start(new SearchService(archive.backend(), names, names), "127.0.0.1", 0)) {
      server.drawFirstPages(search);
      assertTold(1, "could not be drawn while the service starts");
    }
  }
}
