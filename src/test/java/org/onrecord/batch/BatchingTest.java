package org.onrecord.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onrecord.search.SampleArticle.article;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.backend.lucene.LuceneArchive;
import org.onrecord.schema.Facet;
import org.onrecord.search.FacetAliases;
import org.onrecord.search.Hit;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchService;

final class BatchingTest {
  @TempDir private Path folder;
  private LuceneArchive archive;
  private SearchService service;

  @BeforeEach
  void open() throws IOException {
    archive = LuceneArchive.open(folder);
    service = new SearchService(archive.backend(), FacetAliases.NONE);
    for (int day = 1; day <= 3; day++) {
      archive.put(
          article("a" + day)
              .on("2024-03-0" + day)
              .in(day == 3 ? "Herald" : "Tribune", "news")
              .paragraph("Ada said the ferry sails, and Ben said taxes rise " + day + ".")
              .said("the ferry sails", "Ada Bell", "GRN")
              .said("taxes rise " + day, "Ben Oru", "Blue-N")
              .archived());
    }
    archive.commit();
  }

  @AfterEach
  void close() throws IOException {
    archive.close();
  }

  private static SearchRequest quotations() {
    return SearchRequest.of("").forQuotations();
  }

  private static LocalDate day(@Nullable Hit hit) {
    return Objects.requireNonNull(Objects.requireNonNull(hit).article().date());
  }

  @Test
  void everyLineIsCountedWithItsFirstAndNewestHit() throws IOException {
    BatchTable table =
        new Batching(service).of(BatchList.read("Ben Oru\nNobody\n", "speaker"), quotations());
    assertEquals(List.of("speaker"), table.columns());
    BatchTable.Row ben = table.rows().getFirst();
    assertEquals(3, ben.total());
    assertEquals(LocalDate.of(2024, 3, 1), day(ben.first()));
    assertEquals(LocalDate.of(2024, 3, 3), day(ben.newest()));
    assertEquals(0, table.rows().getLast().total());
    assertNull(table.rows().getLast().first());
  }

  @Test
  void namedColumnsNarrowAndOthersComeBack() throws IOException {
    BatchList list =
        BatchList.read(
            "\uFEFFno,Speaker,q\n7,Ben Oru,taxes\n8,Ben Oru,\"ferry\"\n9,,\n", "mention");
    BatchTable table = new Batching(service).of(list, quotations());
    assertEquals(List.of("no", "Speaker", "q"), table.columns());
    assertEquals(List.of(3L, 0L, 0L), table.rows().stream().map(BatchTable.Row::total).toList());
    assertEquals(List.of("7", "Ben Oru", "taxes"), table.rows().getFirst().entry().cells());
    assertTrue(String.valueOf(table.rows().getLast().fault()).contains("empty"));
  }

  @Test
  void oneFaultHindersNoOtherRow() throws IOException {
    BatchTable table =
        new Batching(service)
            .of(
                BatchList.read(
                    "\"ferry\ntaxes\nferry taxes\n\"sails ferry\"\n\"ferry sails\"", "q"),
                quotations());
    assertTrue(String.valueOf(table.rows().getFirst().fault()).contains("closed"));
    assertEquals(3, table.rows().get(1).total());
    assertEquals(0, table.rows().get(2).total(), "any of the words is something else");
    assertEquals(0, table.rows().get(3).total(), "a phrase stays one");
    assertEquals(3, table.rows().get(4).total());
  }

  @Test
  void whatTheSearchIsNarrowedByIsNotReplaced() throws IOException {
    BatchTable table =
        new Batching(service)
            .of(BatchList.read("Tribune", "outlet"), quotations().with(Facet.OUTLET, "Herald"));
    assertEquals("the search is narrowed by outlet already", table.rows().getFirst().fault());
  }

  @Test
  void noRowIsBegunAfterAWhile() throws IOException {
    AtomicLong now = new AtomicLong();
    Batching slow = new Batching(service, () -> now.getAndAdd(TimeUnit.SECONDS.toNanos(8)));
    BatchTable table =
        slow.of(BatchList.read("Ada Bell\nBen Oru\nAda Bell\n", "speaker"), quotations());
    assertEquals(List.of(3L, 3L, 0L), table.rows().stream().map(BatchTable.Row::total).toList());
    assertTrue(String.valueOf(table.rows().getLast().fault()).contains("longer than 20 seconds"));
  }

  @Test
  void listsThatCannotBeReadSayWhy() {
    assertTrue(refused("").contains("empty"));
    assertTrue(refused("speaker\n").contains("no other"));
    assertTrue(refused("name\n".repeat(501)).contains("501 lines"));
    assertTrue(refused("speaker\n\"open").contains("no CSV"));
  }

  private static String refused(String text) {
    return Objects.requireNonNull(
        assertThrows(IllegalArgumentException.class, () -> BatchList.read(text, "speaker"))
            .getMessage());
  }
}
