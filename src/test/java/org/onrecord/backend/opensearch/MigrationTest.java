package org.onrecord.backend.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Publication.Hold;
import org.onrecord.backend.lucene.LuceneArchive;
import org.onrecord.backend.lucene.care.LuceneStoredArticles;
import org.onrecord.ingest.DocumentSink;
import org.onrecord.ingest.Migration;
import org.onrecord.ingest.StoredArticles;
import org.onrecord.search.SampleArticle;

/** An archive in a folder goes to a cluster and back, and is the same. */
class MigrationTest {
  @TempDir private Path folder;
  private final Migration migration = new Migration(InstantSource.system());

  private Migration.Target folder(String name) {
    return new Migration.Target() {
      @Override
      public DocumentSink open() throws IOException {
        return LuceneArchive.open(folder.resolve(name));
      }

      @Override
      public StoredArticles stored() throws IOException {
        return LuceneStoredArticles.open(folder.resolve(name));
      }
    };
  }

  private static Migration.Target cluster(String prefix) {
    return new Migration.Target() {
      private Epochs epochs() throws IOException {
        return new Epochs(TestClusters.cluster(), prefix);
      }

      @Override
      public DocumentSink open() throws IOException {
        return OpenSearchArchive.open(epochs(), TestClusters.TERMS);
      }

      @Override
      public StoredArticles stored() throws IOException {
        return ClusterStoredArticles.open(epochs());
      }
    };
  }

  private Migration.Report from(Migration.Target from, Migration.Target into) throws IOException {
    try (StoredArticles stored = from.stored()) {
      return migration.run(stored, into, _ -> {});
    }
  }

  private static SampleArticle article(String id) {
    return SampleArticle.article(id)
        .title("The bridge")
        .paragraph("The bridge is shut, she said.")
        .said("The bridge is shut", "Ada Bell", "GRN");
  }

  private static void put(Migration.Target into, SampleArticle... articles) throws IOException {
    try (DocumentSink sink = into.open()) {
      for (SampleArticle one : articles) {
        sink.put(one.archived());
      }
      sink.commit();
    }
  }

  @Test
  void anArchiveIsTheSameOnAClusterAndInAFolderAgain() throws IOException {
    Migration.Target lucene = folder("one");
    Migration.Target cluster = cluster(OpenSearchNode.prefix());
    put(
        lucene,
        article("a"),
        article("b").paragraph("More."),
        article("c").member("pubStatus", "withheld"),
        article("d").member("embargoed", "2999-01-01T00:00:00Z"));
    put(lucene, article("b").paragraph("Another."));
    put(cluster, article("old"), article("a"));
    assertEquals(new Migration.Report(4, 3, 1, 0, 0, List.of()), from(lucene, cluster));
    assertEquals(2, from(lucene, cluster).written(), "what is held is written again");
    put(lucene, article("e"));
    assertEquals(new Migration.Report(5, 3, 0, 0, 0, List.of()), from(lucene, cluster));
    Migration.Target back = folder("two");
    assertEquals(new Migration.Report(5, 5, 0, 0, 0, List.of()), from(cluster, back));
    try (StoredArticles first = lucene.stored();
        StoredArticles last = back.stored()) {
      for (String id : List.of("a", "b", "c", "d", "e")) {
        assertEquals(first.shown(new ArticleId(id)), last.shown(new ArticleId(id)));
      }
    }
  }

  @Test
  void whatIsHeldIsHeldThereToo() throws IOException {
    Migration.Target lucene = folder("one");
    String prefix = OpenSearchNode.prefix();
    put(lucene, article("c").member("pubStatus", "withheld"));
    from(lucene, cluster(prefix));
    try (Epochs epochs = new Epochs(TestClusters.cluster(), prefix)) {
      assertEquals(
          Optional.of(Hold.WITHHELD), new OpenSearchBackend(epochs).hold(new ArticleId("c")));
    }
  }
}
