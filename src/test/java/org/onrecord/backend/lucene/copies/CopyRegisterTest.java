package org.onrecord.backend.lucene.copies;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Provenance;
import org.onrecord.backend.lucene.index.DocumentCodec;
import org.onrecord.backend.lucene.index.NewsAnalyzer;
import org.onrecord.backend.lucene.index.WrittenArticle;
import org.onrecord.ingest.FakeAnalyzer;
import org.onrecord.schema.ArchivedArticle;

/** What is remembered of articles stays bounded, however long an index is open. */
final class CopyRegisterTest {
  private static final int WRITES = 3_000;

  @Test
  void replacementsAndDeletionsAreForgotten() throws IOException {
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory();
        IndexWriter writer =
            new IndexWriter(directory, new IndexWriterConfig(NewsAnalyzer.create()));
        CopyRegister copies = new CopyRegister(writer, new DocumentCodec())) {
      ArticleId id = new ArticleId("bridge");
      ArchivedArticle bridge = new FakeAnalyzer().analyze(article(id));
      int most = 0;
      for (int i = 0; i < WRITES; i++) {
        copies.wrote(bridge, copies.keyed(bridge, WrittenArticle.unkeyed(bridge)));
        copies.deleted(new ArticleId("gone" + i));
        most = Math.max(most, copies.remembered());
      }
      assertTrue(most > 100 && most <= 500, "remembered " + most);
    }
  }

  private static Article article(ArticleId id) {
    return new Article(
        id,
        "Harbour notes",
        LocalDate.of(2026, 11, 23),
        null,
        null,
        null,
        null,
        "The old bridge over the river was closed on Monday for the first time in forty years.",
        Map.of(),
        new Provenance("test", 0, 0, "test"));
  }
}
