package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import org.onrecord.alert.AnnouncedArticle;
import org.onrecord.article.ArticleId;
import org.onrecord.backend.lucene.copies.CopyRegister;
import org.onrecord.backend.lucene.index.WrittenArticle;
import org.onrecord.ingest.PreparedArticle;
import org.onrecord.schema.ArchivedArticle;

/**
 * Writes articles to an index that nobody reads yet, each once. Not safe for use by several
 * threads.
 */
final class IndexFill {
  /** As many documents are sent at once. */
  private static final int MOST_STAGED = 4_000;

  /** In which everything appears; epochs that came to nothing are those of another index. */
  private static final long EPOCH = 1;

  private final IndexMaking making;
  private final DocumentsIndex index;
  private final Epoch everything;
  private final ClusterBlock.Preparation preparation;
  private final StagedArticles staged = new StagedArticles();
  private final ClusterCopies copyIndex = new ClusterCopies(this::view);
  private final CopyRegister copies = new CopyRegister(copyIndex);
  private boolean removed;

  IndexFill(IndexMaking making, ClusterBlock.Preparation preparation) {
    this.making = making;
    this.index = making.index();
    this.preparation = preparation;
    this.everything = Epoch.first(IndexDefinition.SCHEMA).committed(EPOCH);
  }

  /** All that was sent. */
  ClusterView view() {
    return new ClusterView(index.cluster(), index.name(), everything.live(), EPOCH);
  }

  void put(PreparedArticle prepared) throws IOException {
    ArchivedArticle article = prepared.article();
    ClusterBlock block = StagedArticles.block(article, prepared, preparation);
    WrittenArticle keyed = copies.keyed(article, block.written());
    staged.write(article.id(), AnnouncedArticle.Kind.CHANGED, block.documents(), keyed.keys());
    copies.wrote(article, keyed);
    if (staged.size() >= MOST_STAGED) {
      send();
    }
  }

  /** Sends what is left. */
  void send() throws IOException {
    making.beat();
    EpochWriter writer = new EpochWriter(index, EPOCH);
    for (var one : staged.outcomes().entrySet()) {
      writer.write(one.getKey(), one.getValue().keyed());
    }
    Map<String, Long> keys = copyIndex.takeKeys();
    writer.key(keys, everything);
    writer.send();
    index.refresh();
    staged.written();
    copies.refresh();
  }

  /** Takes articles out that were sent. */
  void remove(Collection<ArticleId> articles) throws IOException {
    if (!articles.isEmpty()) {
      index.delete(EpochWriter.ofArticles(articles));
      index.refresh();
      removed = true;
    }
  }

  /** Has no words stay that were taken out. */
  void settle() throws IOException {
    if (removed) {
      index.expunge();
    }
  }
}
