package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.onrecord.alert.SenderState;
import org.onrecord.ingest.ForwardingSink;
import org.onrecord.people.NameSource;
import org.onrecord.query.QueryLimits;
import org.onrecord.search.BackendContract;

/** Archives on the tests' OpenSearch, each under a prefix of its own. */
public final class TestClusters {
  static final OpenSearchArchive.Terms TERMS =
      new OpenSearchArchive.Terms(
          1, 0, Duration.ofSeconds(2), Duration.ofSeconds(20), InstantSource.system());

  /** Of how many random questions a cluster is asked one; {@code -Donrecord.share=1} asks all. */
  private static final int SHARE = Integer.getInteger("onrecord.share", 6);

  private TestClusters() {}

  static Cluster cluster() throws IOException {
    return new Cluster(ClusterAddress.of(OpenSearchNode.address()));
  }

  static Epochs epochs() throws IOException {
    return new Epochs(cluster(), OpenSearchNode.prefix());
  }

  /** What the services on a cluster share of what is sent, under a prefix. */
  public static SenderState sender(String prefix, Duration silence) throws IOException {
    return new SideIndex(cluster(), prefix, 0).sender(silence);
  }

  /** An empty archive as the contracts have it. */
  public static BackendContract.Engine engine() throws IOException {
    return engine(TERMS.shards());
  }

  /** The same under decisions about names. */
  static BackendContract.Engine engine(Epochs epochs, NameSource names) throws IOException {
    return new BackendContract.Engine(
        new Gone(OpenSearchArchive.open(epochs, TERMS, names), epochs),
        new OpenSearchBackend(epochs, () -> null, QueryLimits.DEFAULT.expansion(), names),
        SHARE);
  }

  /** The same in so many shards. */
  static BackendContract.Engine engine(int shards) throws IOException {
    Epochs epochs = epochs();
    OpenSearchArchive.Terms terms =
        new OpenSearchArchive.Terms(
            shards, TERMS.replicas(), TERMS.lease(), TERMS.patience(), TERMS.clock());
    return new BackendContract.Engine(
        new Gone(OpenSearchArchive.open(epochs, terms), epochs),
        new OpenSearchBackend(epochs),
        SHARE);
  }

  /** An archive whose indexes go when it is closed, since a node has room for so many. */
  private static final class Gone extends ForwardingSink {
    private final Epochs epochs;

    Gone(OpenSearchArchive archive, Epochs epochs) {
      super(archive);
      this.epochs = epochs;
    }

    @Override
    public void close() throws IOException {
      try (epochs) {
        super.close();
        String both = "/%1$s-1,%1$s-control".formatted(epochs.documents());
        epochs.cluster().send("DELETE", both, null);
      }
    }
  }
}
