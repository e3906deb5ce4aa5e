package org.onrecord.cli.command;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.cli.ArchiveAccess;
import org.onrecord.evaluation.QueryScore;
import org.onrecord.evaluation.SearchEvaluation;
import org.onrecord.query.PlainText;
import org.onrecord.schema.Facet;
import org.onrecord.search.CopyMode;
import org.onrecord.search.MatchMode;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchResult;
import org.onrecord.search.SortOrder;

/**
 * Ranks the articles of an archive as a user's search does: paragraphs that hold any of the words,
 * by relevance; an article stands where its best paragraph does.
 */
final class ArchiveRanker implements SearchEvaluation.Ranker {
  private static final int FIRST_PAGE = 10;

  private final ArchiveAccess.OpenArchive archive;

  ArchiveRanker(ArchiveAccess.OpenArchive archive) {
    this.archive = archive;
  }

  @Override
  public SearchEvaluation.Answer answer(String query) throws IOException {
    String words = PlainText.words(query);
    long start = System.nanoTime();
    archive.search(request(words, FIRST_PAGE, null, EnumSet.allOf(Facet.class)));
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    Set<String> articles = new LinkedHashSet<>();
    String after = null;
    do {
      SearchResult page =
          archive.search(
              request(words, SearchRequest.MAX_SIZE, after, EnumSet.noneOf(Facet.class)));
      page.hits().forEach(hit -> articles.add(hit.article().id().value()));
      after = page.next();
    } while (after != null && articles.size() < QueryScore.DEPTH);
    return new SearchEvaluation.Answer(articles.stream().limit(QueryScore.DEPTH).toList(), time);
  }

  private static SearchRequest request(
      String words, int size, @Nullable String after, Set<Facet> facets) {
    return SearchRequest.of("")
        .withQuery(words, MatchMode.ANY)
        .withPage(SortOrder.RELEVANCE, size, after)
        .withFacets(facets, 10)
        .withCopies(CopyMode.UNFOLD);
  }
}
