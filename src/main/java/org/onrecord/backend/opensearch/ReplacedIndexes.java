package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import org.onrecord.article.ArticleId;
import org.onrecord.backend.opensearch.IndexRegister.Known;
import org.onrecord.backend.opensearch.IndexRegister.Replaced;

/**
 * The indexes whose place another has taken: kept for a while for those who read them. The one that
 * counts is never among them, whatever the register says.
 */
record ReplacedIndexes(Epochs epochs) {

  /**
   * Takes away those that were replaced before a time.
   *
   * @param current the number of the index that counts
   */
  void drop(Instant before, int current) throws IOException {
    Known known = epochs.register().read();
    if (known.replaced().isEmpty()) {
      return;
    }
    epochs.name(current);
    for (Replaced one : known.replaced()) {
      if (one.index() != current && one.at().isBefore(before)) {
        epochs.index(one.index()).drop();
        epochs.register().change(now -> without(now, one.index()));
      }
    }
  }

  private static Known without(Known known, int index) {
    return new Known(
        known.last(),
        known.making(),
        known.replaced().stream().filter(one -> one.index() != index).toList());
  }

  /** Leaves no word of articles in them. */
  void purge(Collection<ArticleId> articles, int current) throws IOException {
    for (Replaced one : epochs.register().read().replaced()) {
      DocumentsIndex index = epochs.index(one.index());
      if (one.index() != current && index.isThere()) {
        index.delete(EpochWriter.ofArticles(articles));
      }
    }
  }
}
