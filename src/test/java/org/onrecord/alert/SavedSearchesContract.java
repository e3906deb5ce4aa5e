package org.onrecord.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.onrecord.correction.DecisionLogs;

/** What holds of saved searches, wherever the logs of an archive lie. */
public abstract class SavedSearchesContract {

  /** The logs as one program has them; those of each call are of the same archive. */
  protected abstract DecisionLogs logs() throws IOException;

  private SavedSearches saved() throws IOException {
    return new SavedSearchFile(logs());
  }

  private static SavedSearch search(String id, String query) {
    Instant at = Instant.parse("2026-11-09T08:30:00Z");
    return new SavedSearch(
        id,
        "",
        "desk",
        "Ferries",
        query,
        Grouping.NOW,
        false,
        null,
        List.of("desk@post.example"),
        SavedSearch.newSecret(new SecureRandom()),
        at,
        at);
  }

  @Test
  void whatAnotherSavesChangesAndTakesAwayIsSeen() throws IOException {
    SavedSearches one = saved();
    SavedSearches other = saved();
    assertEquals(List.of(), other.all());
    SavedSearch first = search("000000000000000a", "q=ferry");
    one.put(first);
    one.put(search("000000000000000b", "q=bridge"));
    assertEquals(2, other.all().size());
    assertEquals(first, other.find("000000000000000a").orElseThrow(), "with its secret");
    other.put(search("000000000000000a", "q=quay"));
    assertEquals("q=quay", one.find("000000000000000a").orElseThrow().query());
    assertTrue(one.delete("000000000000000b"));
    assertFalse(other.delete("000000000000000b"));
    assertEquals(1, other.all().size());
  }
}
