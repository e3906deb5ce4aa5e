package org.onrecord.backend.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.onrecord.article.ArticleId;
import org.onrecord.backend.opensearch.NodeProxy.Treatment;
import org.onrecord.people.NameSource;
import org.onrecord.search.ArchiveUnavailableException;
import org.onrecord.search.ArchiveUnavailableException.Reason;
import org.onrecord.search.SampleArticle;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is told of a cluster that is not well, and that nothing is lost by it. */
class ClusterFaultsTest {
  private static SampleArticle article() {
    return SampleArticle.article("a").paragraph("The bridge.");
  }

  private static String told(Reason reason, Executable asked) {
    ArchiveUnavailableException fault =
        assertThrows(ArchiveUnavailableException.class, asked, reason.toString());
    assertEquals(reason, fault.reason(), fault.getMessage());
    return String.valueOf(fault.getMessage());
  }

  private static void write(Epochs epochs, SampleArticle article) throws IOException {
    try (OpenSearchArchive archive = OpenSearchArchive.open(epochs, TestClusters.TERMS)) {
      archive.put(article.archived());
      archive.commit();
    }
  }

  private static int paragraphs(Epochs epochs) throws IOException {
    return new ClusterLookup(epochs.view())
        .article(new ArticleId("a"))
        .orElseThrow()
        .paragraphs()
        .size();
  }

  @Test
  void aClusterThatIsNotThereIsNamed() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    URI nobody = URI.create("http://127.0.0.1:" + port);
    try (Cluster cluster = new Cluster(ClusterAddress.of(nobody))) {
      String told = told(Reason.UNREACHABLE, () -> new Epochs(cluster, "t").view());
      assertTrue(told.contains(nobody.toString()), told);
    }
  }

  @Test
  void aNodeThatIsNotThereIsPassedOver() throws IOException {
    Epochs there = TestClusters.epochs();
    write(there, article());
    URI nobody = URI.create("http://127.0.0.1:1");
    ClusterAddress both = ClusterAddress.of(nobody, OpenSearchNode.address());
    try (Cluster cluster = new Cluster(both)) {
      for (int i = 0; i < 3; i++) {
        assertEquals(1, paragraphs(new Epochs(cluster, there.documents())));
      }
    }
  }

  @Test
  void anArchiveThatIsNotThereIsMissing() throws IOException {
    Epochs epochs = TestClusters.epochs();
    told(Reason.MISSING, epochs::view);
    told(
        Reason.MISSING,
        () -> OpenSearchArchive.openExisting(epochs, TestClusters.TERMS, NameSource.NONE).close());
  }

  @Test
  void anArchiveOfAnotherSchemaIsNotTouched() throws IOException {
    Epochs epochs = TestClusters.epochs();
    write(epochs, article());
    ControlDocument control = epochs.control();
    int older = IndexDefinition.SCHEMA - 1;
    control.change(control.read(), Epoch.first(older));
    String told = told(Reason.OTHER_VERSION, epochs::view);
    assertTrue(told.contains("schema " + older), told);
    told(Reason.OTHER_VERSION, () -> write(epochs, article()));
  }

  @Test
  void aFullDiskStopsWritesAlone() throws IOException {
    Epochs epochs = TestClusters.epochs();
    write(epochs, article());
    block(epochs, true);
    String told = told(Reason.READ_ONLY, () -> write(epochs, article().paragraph("More.")));
    assertTrue(told.contains("make room"), told);
    assertEquals(1, paragraphs(epochs));
    block(epochs, false);
    write(epochs, article().paragraph("More."));
    assertEquals(2, paragraphs(epochs));
  }

  private static void block(Epochs epochs, boolean blocked) throws IOException {
    ObjectNode settings = JsonNodeFactory.instance.objectNode();
    if (blocked) {
      settings.put("index.blocks.read_only_allow_delete", true);
    } else {
      settings.putNull("index.blocks.read_only_allow_delete");
    }
    epochs.cluster().send("PUT", "/" + epochs.documents() + "/_settings", settings);
  }

  @Test
  void aRedClusterAnswersNothingRatherThanAPart() throws IOException {
    Epochs epochs = TestClusters.epochs();
    ObjectNode definition = IndexDefinition.documents(2, 0);
    ((ObjectNode) definition.path("settings").path("index"))
        .put("routing.allocation.include._name", "nobody");
    definition.putObject("aliases").putObject(epochs.documents());
    String index = "/" + epochs.documents() + "-1";
    epochs.cluster().send("PUT", index + "?wait_for_active_shards=0", definition);
    epochs.create(2, 0);
    try {
      told(Reason.UNREACHABLE, () -> new ClusterLookup(epochs.view()).counts());
    } finally {
      epochs.cluster().send("DELETE", index, null);
    }
  }

  private static Cluster cluster(NodeProxy proxy) throws IOException {
    return new Cluster(ClusterAddress.of(proxy.at()));
  }

  @Test
  void whatIsTooMuchForNowIsSentAgain() throws IOException {
    try (NodeProxy proxy = new NodeProxy(OpenSearchNode.address());
        Cluster cluster = cluster(proxy)) {
      Epochs epochs = new Epochs(cluster, OpenSearchNode.prefix());
      write(epochs, article());
      AtomicInteger turnedAway = new AtomicInteger(3);
      proxy.treat(_ -> turnedAway.getAndDecrement() > 0 ? Treatment.TOO_MUCH : Treatment.PASSED);
      write(epochs, article().paragraph("More."));
      assertEquals(2, paragraphs(epochs));
      proxy.treat(Treatment.TOO_MUCH);
      told(Reason.OVERLOADED, () -> paragraphs(epochs));
    }
  }
}
