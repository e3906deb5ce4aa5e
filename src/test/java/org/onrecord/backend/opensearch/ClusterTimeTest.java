package org.onrecord.backend.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.onrecord.people.NameSource;
import org.onrecord.query.Query;
import org.onrecord.query.QueryLimits;
import org.onrecord.search.HitStream;
import org.onrecord.search.MatchMode;
import org.onrecord.search.RandomArchives;
import org.onrecord.search.SampleArticle;
import org.onrecord.search.SearchBackend;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchTimeoutException;

/** A question to a cluster is answered in time, or told not to be. */
class ClusterTimeTest {
  private static final SearchRequest EVERYTHING = SearchRequest.of("");

  private static long total(SearchBackend backend) throws IOException {
    return backend.search(EVERYTHING, new Query.All(), MatchMode.ALL).total();
  }

  @Test
  void questionThatTakesTooLongIsNotAnswered() throws IOException {
    Epochs epochs = TestClusters.epochs();
    try (OpenSearchArchive archive = OpenSearchArchive.open(epochs, TestClusters.TERMS)) {
      for (SampleArticle article : new RandomArchives(3).articles(5)) {
        archive.put(article.archived());
      }
      archive.commit();
      int expansion = QueryLimits.DEFAULT.expansion();
      OpenSearchBackend hurried =
          new OpenSearchBackend(epochs, () -> Duration.ZERO, expansion, NameSource.NONE);
      OpenSearchBackend patient =
          new OpenSearchBackend(epochs, () -> Duration.ofMinutes(1), expansion, NameSource.NONE);
      long all = total(new OpenSearchBackend(epochs));
      assertEquals(all, total(patient));
      assertThrows(SearchTimeoutException.class, () -> total(hurried));
      try (SearchBackend.HeldView held = hurried.openView()) {
        assertThrows(SearchTimeoutException.class, () -> total(held.view()));
      }
      try (HitStream hits = hurried.stream(EVERYTHING, new Query.All(), MatchMode.ALL)) {
        assertEquals(all, hits.total());
      }
    }
  }
}
