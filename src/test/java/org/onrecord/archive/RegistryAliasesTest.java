package org.onrecord.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onrecord.search.SampleArticle.article;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.backend.lucene.LuceneArchive;
import org.onrecord.search.NameVariants;
import org.onrecord.search.SampleArticle;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchResult;
import org.onrecord.search.SearchService;
import org.onrecord.search.Spelling;

/** Names as the built-in registry knows them, in a real index. */
class RegistryAliasesTest {
  @TempDir Path folder;
  private final RegistryAliases names = new RegistryAliases();

  private SearchResult search(SearchRequest request, SampleArticle... articles) throws IOException {
    try (LuceneArchive archive = LuceneArchive.open(folder)) {
      for (SampleArticle each : articles) {
        archive.put(each.archived());
      }
      archive.commit();
      return new SearchService(archive.backend(), names, names).search(request);
    }
  }

  @Test
  void transliterationsOfTheArchiveAreFound() throws IOException {
    SampleArticle[] articles = {
      article("a").paragraph("Mr Chaudhary spoke."),
      article("b").paragraph("Mr Chaudhry left."),
      article("c").paragraph("Mr Chandler came.")
    };
    SearchResult found = search(SearchRequest.of("chaudhry"), articles);
    assertEquals(2, found.total());
    assertEquals(List.of(new Spelling("chaudhry", List.of("chaudhary"))), found.spellings());
    assertEquals("chaudhry (also \"chaudhary\"), in paragraphs", found.explained());
    SearchResult typed = search(SearchRequest.of("chaudhry").withVariants(NameVariants.OFF));
    assertEquals(1, typed.total());
    assertEquals(List.of(), typed.spellings());
  }

  @Test
  void ordinaryWordsHaveNoOtherSpellings() throws IOException {
    SampleArticle street = article("a").paragraph("The strait is wide.");
    for (int i = 0; i < 12; i++) {
      street.paragraph("The street is long.");
    }
    SearchResult found = search(SearchRequest.of("street"), street);
    assertEquals(12, found.total());
    assertEquals(List.of(), found.spellings());
  }

  @Test
  void abbreviationOfAPartyIsFoundHoweverItIsParted() throws IOException {
    SampleArticle[] articles = {
      article("a").paragraph("The PML-N left the house."),
      article("b").paragraph("The PMLN came back."),
      article("c").paragraph("The PML(N) was there."),
      article("d").paragraph("The PML-Q slept.")
    };
    assertEquals(3, search(SearchRequest.of("PMLN"), articles).total());
    assertEquals(3, search(SearchRequest.of("PML-N")).total());
    assertEquals(
        List.of(new Spelling("pmln", List.of("PML-N"))),
        search(SearchRequest.of("pmln")).spellings());
    assertEquals(1, search(SearchRequest.of("PMLN").withVariants(NameVariants.OFF)).total());
  }

  @Test
  void personIsFoundByAnAlias() throws IOException {
    SearchResult found =
        search(
            SearchRequest.of("Imran Khan Niazi ferry"),
            article("a").paragraph("Imran Khan took the ferry."),
            article("b").paragraph("Asad Khan took the ferry."));
    assertEquals(1, found.total());
    assertFalse(found.relaxed());
    assertTrue(found.explained().contains("\"Imran Khan\""), found.explained());
  }

  @Test
  void wordsThatOnlySoundLikeNamesStayThemselves() throws IOException {
    SearchResult found =
        search(
            SearchRequest.of("said may green market"),
            article("a").paragraph("Saeed, Mai and Grin said so on the Merket."));
    assertEquals(List.of(), found.spellings());
  }

  @Test
  void misspeltWordGetsTheArchivesOwn() throws IOException {
    SearchResult found =
        search(
            SearchRequest.of("haarbour ferry"),
            article("a").paragraph("The harbour and the ferry."));
    assertEquals("harbour ferry", found.suggestions().getFirst().q());
    assertTrue(found.relaxed());
  }

  @Test
  void knownNameIsNotTakenForAnotherWord() throws IOException {
    SearchResult found =
        search(SearchRequest.of("Niazi ferry"), article("a").paragraph("A nazi on the ferry."));
    assertEquals(List.of(), found.suggestions());
  }
}
