package org.onrecord.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onrecord.search.SampleArticle.article;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onrecord.alert.StandingSearches;
import org.onrecord.backend.lucene.LuceneStandingSearches;
import org.onrecord.backend.lucene.query.TermFrequencies;
import org.onrecord.people.NameSource;
import org.onrecord.query.QueryLimits;
import org.onrecord.schema.DocumentType;

/** What standing searches find in articles that arrive is what the archive's search finds there. */
public abstract class StandingContract extends BackendContract {
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

  private StandingSearches standing;

  /** What is decided about names. */
  protected NameSource names(Path folder) {
    return NameSource.NONE;
  }

  /** How many archives are drawn. */
  protected long seeds() {
    return 6;
  }

  @BeforeEach
  final void stand() {
    standing =
        new LuceneStandingSearches(
            (TermFrequencies) backend(), names(folder), QueryLimits.DEFAULT.expansion());
  }

  protected final void arrive(List<SampleArticle> articles) throws IOException {
    index(articles);
  }

  protected final AskedSearch asked(SearchRequest request) throws IOException {
    SearchService service = new SearchService(backend(), FacetAliases.NONE);
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
          backend().stream(
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

  protected final Map<String, Set<String>> matched(
      List<AskedSearch> searches, List<SampleArticle> articles) throws IOException {
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

  protected final void compare(RandomArchives random, long seed) throws IOException {
    List<SampleArticle> older = new ArrayList<>(random.articles(30));
    index(older);
    List<SampleArticle> arrived = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      arrived.add(random.article("new" + i));
    }
    index(arrived);
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
    for (long seed = 1; seed <= seeds(); seed++) {
      compare(new RandomArchives(seed), seed);
    }
  }

  @Test
  void aSearchThatIsTakenAwayFindsNothingAnyMore() throws IOException {
    List<SampleArticle> arrived = List.of(article("a").paragraph("The bridge stays."));
    index(arrived);
    List<AskedSearch> searches = List.of(asked(SearchRequest.of("bridge")));
    assertEquals(Set.of("s0"), matched(searches, arrived).keySet());
    standing.remove("s0");
    assertEquals(List.of(), standing.match(arrived.stream().map(SampleArticle::archived).toList()));
  }
}
