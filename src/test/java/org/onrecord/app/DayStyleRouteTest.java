package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onrecord.search.SampleArticle.article;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.search.FacetAliases;
import org.onrecord.search.SearchService;

/** Pages write days as their readers do. */
final class DayStyleRouteTest {
  @TempDir private static Path folder;
  private static ServedArchive served;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws IOException {
    served =
        ServedArchive.open(
            folder,
            archive ->
                HttpServer.start(
                    new SearchService(archive.backend(), FacetAliases.NONE), "127.0.0.1", 0));
    served.put(article("a").on("2024-11-07").paragraph("The ferry sails at dawn."));
  }

  @AfterAll
  static void stop() throws IOException {
    served.close();
    CLIENT.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en-US,en;q=0.9 | Nov 7, 2024",
        "en-GB,en-US;q=0.8 | 7 Nov 2024",
        "de-DE, en-US;q=0.5 | 7 Nov 2024",
        "en-GB;q=0.5, en-US | Nov 7, 2024",
        "en | 7 Nov 2024",
        "* | 7 Nov 2024",
        ";;q=x | 7 Nov 2024"
      })
  void daysStandInTheReadersOrder(String accepted, String day) throws Exception {
    for (String path : new String[] {"/?q=ferry", "/articles/a"}) {
      HttpResponse<String> page =
          CLIENT.send(
              HttpRequest.newBuilder(served.url().resolve(path))
                  .header("Accept-Language", accepted)
                  .build(),
              BodyHandlers.ofString());
      assertEquals(200, page.statusCode());
      String longDay = day.replace("Nov", "November");
      assertTrue(page.body().contains(day) || page.body().contains(longDay), page.body());
      assertTrue(
          page.headers().allValues("Vary").stream().anyMatch(v -> v.contains("Accept-Language")),
          page.headers().toString());
    }
  }
}
