package org.onrecord.app;

import java.io.IOException;
import java.util.List;
import org.onrecord.alert.StandingSearches;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.search.ArchiveUnavailableException;
import org.onrecord.search.ArchiveUnavailableException.Reason;
import org.onrecord.search.AskedSearch;

/** Those of an archive on a cluster: none are kept. */
final class NoStandingSearches implements StandingSearches {
  @Override
  public void put(String id, AskedSearch search) throws IOException {
    throw new ArchiveUnavailableException(
        Reason.NOT_ON_A_CLUSTER,
        "not on a cluster yet: saved searches; an archive in a folder has them",
        null);
  }

  @Override
  public void remove(String id) {}

  @Override
  public List<Match> match(List<ArchivedArticle> articles) {
    return List.of();
  }
}
