package org.onrecord.backend.lucene.copies;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.index.IndexWriter;
import org.onrecord.article.ArticleId;
import org.onrecord.backend.lucene.index.DocumentCodec;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.SaidTerm;
import org.onrecord.backend.lucene.index.WrittenArticle;
import org.onrecord.copies.Alignment;
import org.onrecord.copies.CopyRule;
import org.onrecord.copies.Likeness;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.QuoteDocument;

/**
 * Finds, when an article is written, the nearest article in the index that it is a copy of, or that
 * is a copy of it, and gives the passages that stand in both one key, {@link Fields#PASSAGE}. The
 * key belongs to no article: whichever of them is deleted, the others keep it. A passage without
 * copies has none. Not safe for use by several threads.
 */
public final class CopyRegister implements Closeable {
  private final CopyIndex index;
  private final RepeatedQuotations repeated = new RepeatedQuotations();

  /** What was written since the index was refreshed; empty for what was deleted. */
  private final Map<ArticleId, Optional<WrittenArticle>> recent = new HashMap<>();

  /** The ids of recent articles by the hashes of their sketches. */
  private final Map<Long, List<ArticleId>> bySketch = new HashMap<>();

  private int remembered;

  /** Of an index of Lucene's. */
  public CopyRegister(IndexWriter writer, DocumentCodec codec) throws IOException {
    this(new LuceneCopyIndex(writer, codec));
  }

  /** Of an index, which it closes. */
  public CopyRegister(CopyIndex index) {
    this.index = index;
  }

  /** How much of what was written is remembered, replacements and deletions counted. */
  int remembered() {
    return remembered;
  }

  /**
   * The article with the keys of those of its passages that stand in another as well.
   *
   * @param unkeyed the same as {@link WrittenArticle#unkeyed} tells of it, which stays as it is
   */
  public WrittenArticle keyed(ArchivedArticle article, WrittenArticle unkeyed) throws IOException {
    ArticleId id = article.id();
    if (article.document().held() != null) {
      return unkeyed;
    }
    WrittenArticle written = unkeyed.withKeys(new HashMap<>());
    Optional<NearestCopy> nearest =
        index.nearest(written.compared(), other -> other.equals(id) || recent.containsKey(other));
    for (WrittenArticle other : recentlyAlike(written)) {
      Optional<Likeness> likeness = CopyRule.likeness(written.compared(), other.compared());
      if (likeness.isPresent()
          && (nearest.isEmpty() || likeness.get().shared() > nearest.get().likeness().shared())) {
        nearest = Optional.of(new NearestCopy(other, likeness.get()));
      }
    }
    WrittenArticle keyed = nearest.isEmpty() ? written : paired(written, nearest.get());
    addRepeated(article, keyed);
    return keyed;
  }

  /** Gives those quotations a key that have no copy in a copy of the article, but elsewhere. */
  private void addRepeated(ArchivedArticle article, WrittenArticle written) throws IOException {
    index.willAsk(
        article.quotations().stream()
            .filter(quote -> !written.keys().containsKey(quote.quotation().id()))
            .flatMap(quote -> SaidTerm.of(quote.quotation()).stream())
            .toList());
    for (QuoteDocument quote : article.quotations()) {
      String passage = quote.quotation().id();
      if (!written.keys().containsKey(passage)) {
        Optional<RepeatedQuotations.Found> found =
            repeated.same(
                quote,
                index,
                other ->
                    recent.getOrDefault(other.id(), Optional.empty()).stream()
                        .anyMatch(one -> one == other),
                recent::containsKey);
        if (found.isPresent()) {
          if (found.get().isNew()) {
            index.giveKey(found.get().passage(), found.get().key());
          }
          written.keys().put(passage, found.get().key());
        }
      }
    }
  }

  private WrittenArticle paired(WrittenArticle copy, NearestCopy nearest) throws IOException {
    WrittenArticle original = nearest.article();
    Map<String, String> pairs =
        Alignment.of(copy.passages(), original.passages(), nearest.likeness().wording());
    Map<String, Long> keys = new HashMap<>();
    for (Map.Entry<String, String> pair : pairs.entrySet()) {
      String passage = pair.getValue();
      Long known = original.keys().get(passage);
      long key = known == null ? original.newKey(passage) : known;
      if (known == null) {
        original.keys().put(passage, key);
        index.giveKey(passage, key);
      }
      keys.put(pair.getKey(), key);
    }
    return copy.withKeys(keys);
  }

  /** Remembers what was written in place of what the index has of the article. */
  public void wrote(ArchivedArticle article, WrittenArticle written) throws IOException {
    ArticleId id = article.id();
    if (written.version().isEmpty()) {
      deleted(id);
      return;
    }
    remember(id, Optional.of(written));
    repeated.wrote(article, written);
    for (long hash : written.sketch()) {
      bySketch.computeIfAbsent(hash, _ -> new ArrayList<>(1)).add(id);
    }
  }

  /** Forgets what the index has of the article. */
  public void deleted(ArticleId id) throws IOException {
    remember(id, Optional.empty());
  }

  private void remember(ArticleId id, Optional<WrittenArticle> written) throws IOException {
    if (remembered >= index.mostRecent()) {
      refresh();
    }
    recent.put(id, written);
    remembered++;
  }

  private List<WrittenArticle> recentlyAlike(WrittenArticle written) {
    Map<ArticleId, Integer> shared = new TreeMap<>(Comparator.comparing(ArticleId::value));
    for (long hash : written.sketch()) {
      bySketch.getOrDefault(hash, List.of()).forEach(id -> shared.merge(id, 1, Integer::sum));
    }
    return shared.entrySet().stream()
        .filter(each -> each.getValue() >= SketchSearch.LEAST_SHARED)
        .filter(each -> !each.getKey().equals(written.id()))
        .flatMap(each -> recent.getOrDefault(each.getKey(), Optional.empty()).stream())
        .toList();
  }

  /** Looks at the index as it is now, and forgets what was written before. */
  public void refresh() throws IOException {
    index.refresh();
    recent.clear();
    bySketch.clear();
    repeated.refreshed();
    remembered = 0;
  }

  @Override
  public void close() throws IOException {
    index.close();
  }
}
