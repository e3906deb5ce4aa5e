package org.onrecord.backend.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onrecord.search.SampleArticle.article;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.alert.StandingSearches;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.SpeakerType;
import org.onrecord.people.NameDecision;
import org.onrecord.people.PeopleFile;
import org.onrecord.query.QueryLimits;
import org.onrecord.schema.DocumentType;
import org.onrecord.search.AskedSearch;
import org.onrecord.search.CopyMode;
import org.onrecord.search.FacetAliases;
import org.onrecord.search.Hit;
import org.onrecord.search.HitStream;
import org.onrecord.search.RandomArchives;
import org.onrecord.search.SampleArticle;
import org.onrecord.search.SearchQuestion;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchService;

/** What standing searches find in articles that arrive is what the archive's search finds there. */
final class LuceneStandingSearchesTest {
  private static final int MOST = 200;
  private static final List<String> WRITTEN =
      List.of(
          "harb*",
          "brigde~",
          "\"river bridge\"",
          "tax NEAR/3 vote",
          "harbour SAME SENTENCE (tax OR vote)",
          "title:harbour",
          "title:\"the vote\"",
          "speaker:bell budget",
          "speaker:\"Ada Bell\" OR mention:oru",
          "party:grn -outlet:herald",
          "NOT harbour",
          "date:2023-12 bridge",
          "Émile",
          "ada bell school",
          "blue-n",
          "kind:direct tag:river",
          "(bridge OR school) tax",
          "text:(bridge NEAR/2 tax)",
          "language:en-gb");

  @TempDir private Path folder;
  private LuceneArchive archive;
  private SearchService service;
  private LuceneStandingSearches standing;

  @BeforeEach
  void open() throws IOException {
    archive = LuceneArchive.open(folder);
    service = new SearchService(archive.backend(), FacetAliases.NONE);
    standing =
        new LuceneStandingSearches(
            archive.backend(), new PeopleFile(folder), QueryLimits.DEFAULT.expansion());
  }

  @AfterEach
  void close() throws IOException {
    archive.close();
  }

  private void write(List<SampleArticle> articles) throws IOException {
    for (SampleArticle each : articles) {
      archive.put(each.archived());
    }
    archive.commit();
  }

  private AskedSearch asked(SearchRequest request) throws IOException {
    try (SearchQuestion question = service.understand(request)) {
      return question.searched();
    }
  }

  /** What the archive finds in these articles, by the place of the search. */
  private Map<String, Set<String>> searched(List<AskedSearch> searches, Set<String> articles)
      throws IOException {
    Map<String, Set<String>> found = new HashMap<>();
    for (int i = 0; i < searches.size(); i++) {
      AskedSearch asked = searches.get(i);
      Set<String> ids = new TreeSet<>();
      try (HitStream hits =
          archive.backend().stream(
              asked.request().withCopies(CopyMode.UNFOLD), asked.query(), asked.match())) {
        for (Optional<Hit> hit = hits.next(); hit.isPresent(); hit = hits.next()) {
          if (articles.contains(hit.get().article().id().value())) {
            ids.add(id(hit.get()));
          }
        }
      }
      if (!ids.isEmpty()) {
        found.put("s" + i, ids);
      }
    }
    return found;
  }

  private static String id(Hit hit) {
    return switch (hit) {
      case Hit.ParagraphHit found -> found.paragraph().id();
      case Hit.QuoteHit found -> found.quote().quotation().id();
    };
  }

  private Map<String, Set<String>> matched(List<AskedSearch> searches, List<SampleArticle> articles)
      throws IOException {
    for (int i = 0; i < MOST; i++) {
      standing.remove("s" + i);
    }
    for (int i = 0; i < searches.size(); i++) {
      standing.put("s" + i, searches.get(i));
    }
    Map<String, Set<String>> found = new HashMap<>();
    for (StandingSearches.Match match :
        standing.match(articles.stream().map(SampleArticle::archived).toList())) {
      Set<String> ids = new TreeSet<>();
      match.passages().forEach(passage -> ids.add(passage.id()));
      found.put(match.search(), ids);
    }
    return found;
  }

  private void compare(RandomArchives random, long seed) throws IOException {
    List<SampleArticle> older = new ArrayList<>(random.articles(30));
    write(older);
    List<SampleArticle> arrived = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      arrived.add(random.article("new" + i));
    }
    write(arrived);
    List<AskedSearch> searches = new ArrayList<>();
    for (String q : WRITTEN) {
      searches.add(asked(SearchRequest.of(q).withTypes(Set.of(DocumentType.values()))));
    }
    for (int i = 0; i < 150; i++) {
      SearchRequest request = random.request();
      if (request.from() == null || request.to() == null || !request.from().isAfter(request.to())) {
        searches.add(asked(request));
      }
    }
    Set<String> ids = new HashSet<>();
    arrived.forEach(each -> ids.add(each.id().value()));
    Map<String, Set<String>> expected = searched(searches, ids);
    assertTrue(expected.size() > 20, "hardly anything is found: seed " + seed);
    assertEquals(expected, matched(searches, arrived), "seed " + seed);
  }

  @Test
  void whatIsFoundOfArrivalsIsWhatTheSearchFindsInThem() throws IOException {
    for (long seed = 1; seed <= 6; seed++) {
      compare(new RandomArchives(seed), seed);
    }
  }

  @Test
  void decisionsAboutNamesHoldForArrivals() throws Exception {
    PeopleFile log = new PeopleFile(folder);
    log.decide(
        new NameDecision.Merge(person("Ben Oru", "ben-oru"), person("Ada Bell", "ada-bell")),
        "R. Elm",
        null,
        InstantSource.system());
    log.decide(
        new NameDecision.Rename(person("Cleo Marsh", "cleo-marsh"), "Clea Quill"),
        "R. Elm",
        null,
        InstantSource.system());
    for (long seed = 11; seed <= 13; seed++) {
      compare(new RandomArchives(seed), seed);
    }
    List<SampleArticle> arrived =
        List.of(article("r").paragraph("Marsh: it stays.").said("it stays", "Cleo Marsh", "GRN"));
    write(arrived);
    List<AskedSearch> renamed = List.of(asked(SearchRequest.of("quill").forQuotations()));
    assertEquals(1, matched(renamed, arrived).size());
  }

  @Test
  void aSearchThatIsTakenAwayFindsNothingAnyMore() throws IOException {
    List<SampleArticle> arrived = List.of(article("a").paragraph("The bridge stays."));
    write(arrived);
    List<AskedSearch> searches = List.of(asked(SearchRequest.of("bridge")));
    assertEquals(Set.of("s0"), matched(searches, arrived).keySet());
    standing.remove("s0");
    assertEquals(List.of(), standing.match(arrived.stream().map(SampleArticle::archived).toList()));
  }

  private static SpeakerRef person(String name, String id) {
    return new SpeakerRef(name, id, SpeakerType.PERSON);
  }
}
