package org.onrecord.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onrecord.search.SampleArticle.article;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.Polarity;
import org.onrecord.backend.lucene.LuceneArchive;
import org.onrecord.registry.Gender;
import org.onrecord.registry.Person;
import org.onrecord.registry.Registry;
import org.onrecord.schema.Facet;
import org.onrecord.search.FacetAliases;
import org.onrecord.search.SampleArticle;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchService;

/** Who is heard, over a real index. */
final class HearingTest {
  @TempDir private Path folder;
  private LuceneArchive archive;
  private Hearing hearing;

  @BeforeEach
  void open() throws IOException {
    archive = LuceneArchive.open(folder);
    Registry registry =
        new Registry(
            List.of(Person.of("ada-bell", "Ada Bell", Gender.FEMALE)), List.of(), List.of());
    hearing = new Hearing(new SearchService(archive.backend(), FacetAliases.NONE), () -> registry);
    put(
        article("a")
            .in("Herald", "news")
            .paragraph("Ada said the ferry sails. Ben said the ferry sinks. A spokesman said no.")
            .said("the ferry sails", "Ada Bell", "GRN")
            .said("the ferry sinks", "Ben Oru", "")
            .saidByUnnamed("no", "a spokesman"),
        article("b")
            .in("Tribune", "news")
            .paragraph("Ada said the pier is shut. Nobody said taxes rise.")
            .said("the pier is shut", "Ada Bell", "GRN")
            .said("taxes rise", "Ben Oru", "")
            .told(Polarity.UNSAID));
  }

  private void put(SampleArticle... articles) throws IOException {
    for (SampleArticle each : articles) {
      archive.put(each.archived());
    }
    archive.commit();
  }

  @AfterEach
  void close() throws IOException {
    archive.close();
  }

  private static String shown(Voices voices, String name) {
    Voices.Breakdown breakdown =
        voices.breakdowns().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow();
    return breakdown.values().stream()
            .map(one -> one.label() + "=" + one.count())
            .collect(Collectors.joining(" "))
        + " ?="
        + breakdown.unknown().count()
        + " of "
        + breakdown.of();
  }

  @Test
  void whatIsNotKnownIsAlwaysAmongIt() throws IOException {
    Voices all = hearing.of(SearchRequest.of(""));
    assertEquals(4, all.total());
    assertNull(all.beside());
    assertEquals("named=3 unnamed=1 ?=0 of 4", shown(all, "named"));
    assertEquals("person=3 ?=0 of 3", shown(all, "speakerType"));
    assertEquals("female=2 ?=1 of 3", shown(all, "gender"));
    assertEquals("GRN=2 ?=2 of 4", shown(all, "party"));
    assertEquals("affirmed=4 ?=0 of 4", shown(all, "polarity"));
    assertEquals("Herald=3 Tribune=1 ?=0 of 4", shown(all, "outlet"));
  }

  @Test
  void anOutletStandsBesideAllOutlets() throws IOException {
    Voices herald = hearing.of(SearchRequest.of("").with(Facet.OUTLET, "Herald"));
    assertEquals(3, herald.total());
    assertEquals(4, Objects.requireNonNull(herald.beside()).total());
    Voices.Share green =
        herald.breakdowns().stream()
            .filter(one -> one.name().equals("party"))
            .flatMap(one -> one.values().stream())
            .findFirst()
            .orElseThrow();
    assertEquals(1.0 / 3, green.share(), 1e-9);
    assertEquals(0.5, Objects.requireNonNull(green.beside()), 1e-9);
    assertTrue(herald.breakdowns().stream().noneMatch(one -> one.name().equals("outlet")));
  }

  @Test
  void aSubjectStandsBesideEverything() throws IOException {
    Voices ferry = hearing.of(SearchRequest.of("ferry"));
    assertEquals("Ada Bell=1 Ben Oru=1 ?=0 of 2", shown(ferry, "speaker"));
    assertEquals(4, Objects.requireNonNull(ferry.beside()).total());
    Voices nothing = hearing.of(SearchRequest.of("ferry taxes"));
    assertEquals(0, nothing.total());
    assertEquals(" ?=0 of 0", shown(nothing, "party"));
  }
}
