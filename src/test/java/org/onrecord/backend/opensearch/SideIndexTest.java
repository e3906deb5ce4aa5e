package org.onrecord.backend.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.onrecord.access.ApiKeys;
import org.onrecord.access.ApiKeysContract;
import org.onrecord.access.AuditLog;
import org.onrecord.access.AuditLogContract;
import org.onrecord.alert.SavedSearchesContract;
import org.onrecord.correction.CorrectionLogContract;
import org.onrecord.correction.DecisionLog;
import org.onrecord.correction.DecisionLogs;
import org.onrecord.people.PeopleLogContract;
import tools.jackson.databind.JsonNode;

/** What lies in files beside an index, on a cluster: each call is another program's. */
class SideIndexTest {
  private final String prefix = OpenSearchNode.prefix();

  private SideIndex side() throws IOException {
    return new Epochs(TestClusters.cluster(), prefix).side(0);
  }

  @AfterEach
  void delete() throws IOException {
    try (Cluster cluster = TestClusters.cluster()) {
      cluster.send("DELETE", "/" + prefix + "-*?expand_wildcards=open", null);
    }
  }

  @Nested
  class Corrections extends CorrectionLogContract {
    @Override
    protected DecisionLogs logs() throws IOException {
      return side();
    }
  }

  @Nested
  class Names extends PeopleLogContract {
    @Override
    protected DecisionLogs logs() throws IOException {
      return side();
    }
  }

  @Nested
  class Searches extends SavedSearchesContract {
    @Override
    protected DecisionLogs logs() throws IOException {
      return side();
    }
  }

  @Nested
  class Keys extends ApiKeysContract {
    @Override
    protected ApiKeys keys() throws IOException {
      return side().keys(InstantSource.system());
    }

    @Override
    protected String kept() throws IOException {
      return String.valueOf(side().get("keys.jsonl"));
    }
  }

  @Nested
  class Writes extends AuditLogContract {
    @Override
    protected AuditLog log() throws IOException {
      return side().audit(() -> NOW);
    }

    @Override
    protected List<JsonNode> kept() throws IOException {
      try (Cluster cluster = TestClusters.cluster()) {
        cluster.send("POST", "/" + prefix + "-audit/_refresh", null);
        JsonNode found =
            cluster.send(
                "GET", "/" + prefix + "-audit/_search?size=1000&q=method:PUT&sort=at", null);
        return found
            .path("hits")
            .path("hits")
            .valueStream()
            .map(one -> one.get("_source"))
            .toList();
      }
    }
  }

  @Test
  void longLogIsReadWhole() throws IOException {
    DecisionLog<String> log = side().log("some.jsonl", line -> line);
    for (int i = 0; i < 102; i++) {
      log.append("line " + i);
    }
    assertEquals(102, log.lines().read().size());
    assertEquals(log.lines(), side().log("some.jsonl", line -> line).lines());
  }

  @Test
  void logOfAnIndexThatWasBroughtBackIsReadAnew() throws IOException {
    DecisionLog<String> log = side().log("some.jsonl", line -> line);
    log.append(_ -> List.of("one", "two"));
    assertEquals(List.of("one", "two"), log.lines().read());
    try (Cluster cluster = TestClusters.cluster()) {
      cluster.send("DELETE", "/" + prefix + "-side", null);
    }
    assertEquals(List.of(), log.lines().read());
    side().log("some.jsonl", line -> line).append("other");
    assertEquals(List.of("other"), log.lines().read());
  }

  @Test
  void placeSaysWhereToLook() throws IOException {
    assertEquals(
        "some.jsonl in the index %s-side of the OpenSearch cluster at [%s]"
            .formatted(prefix, OpenSearchNode.address()),
        side().log("some.jsonl", line -> line).place());
  }
}
