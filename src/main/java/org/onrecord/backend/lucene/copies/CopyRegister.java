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
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.onrecord.article.ArticleId;
import org.onrecord.backend.lucene.index.DocumentCodec;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.WrittenArticle;
import org.onrecord.copies.Alignment;
import org.onrecord.copies.CopyRule;
import org.onrecord.copies.Likeness;
import org.onrecord.schema.ArchivedArticle;

/**
 * Finds, when an article is written, the nearest article in the index that it is a copy of, or that
 * is a copy of it, and gives the passages that stand in both one key, {@link Fields#PASSAGE}. The
 * key belongs to no article: whichever of them is deleted, the others keep it. A passage without
 * copies has none. Not safe for use by several threads.
 */
public final class CopyRegister implements Closeable {
  /** How many articles are kept at hand before the index is asked for them. */
  private static final int MOST_RECENT = 500;

  private final IndexWriter writer;
  private final DocumentCodec codec;

  /** What was written since {@link #reader} was opened; empty for what was deleted. */
  private final Map<ArticleId, Optional<WrittenArticle>> recent = new HashMap<>();

  /** The ids of recent articles by the hashes of their sketches. */
  private final Map<Long, List<ArticleId>> bySketch = new HashMap<>();

  private int remembered;
  private DirectoryReader reader;

  public CopyRegister(IndexWriter writer, DocumentCodec codec) throws IOException {
    this.writer = writer;
    this.codec = codec;
    this.reader = DirectoryReader.open(writer);
  }

  /** How much of what was written is remembered, replacements and deletions counted. */
  int remembered() {
    return remembered;
  }

  /** The article with the keys of those of its passages that stand in another as well. */
  public WrittenArticle keyed(ArchivedArticle article) throws IOException {
    ArticleId id = article.id();
    if (article.document().held() != null) {
      return WrittenArticle.unlike(id);
    }
    WrittenArticle written = WrittenArticle.of(article);
    Optional<NearestCopy> nearest =
        new SketchSearch(reader, codec)
            .nearest(written.compared(), other -> other.equals(id) || recent.containsKey(other));
    for (WrittenArticle other : recentlyAlike(written)) {
      Optional<Likeness> likeness = CopyRule.likeness(written.compared(), other.compared());
      if (likeness.isPresent()
          && (nearest.isEmpty() || likeness.get().shared() > nearest.get().likeness().shared())) {
        nearest = Optional.of(new NearestCopy(other, likeness.get()));
      }
    }
    return nearest.isEmpty() ? written : paired(written, nearest.get());
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
        writer.updateDocValues(
            new Term(Fields.ID, passage), new NumericDocValuesField(Fields.PASSAGE, key));
      }
      keys.put(pair.getKey(), key);
    }
    return copy.withKeys(keys);
  }

  /** Remembers what was written in place of what the index has of the article. */
  public void wrote(ArticleId id, WrittenArticle written) throws IOException {
    if (written.version().isEmpty()) {
      deleted(id);
      return;
    }
    remember(id, Optional.of(written));
    for (long hash : written.sketch()) {
      bySketch.computeIfAbsent(hash, _ -> new ArrayList<>(1)).add(id);
    }
  }

  /** Forgets what the index has of the article. */
  public void deleted(ArticleId id) throws IOException {
    remember(id, Optional.empty());
  }

  private void remember(ArticleId id, Optional<WrittenArticle> written) throws IOException {
    if (remembered >= MOST_RECENT) {
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

  private void refresh() throws IOException {
    DirectoryReader newer = DirectoryReader.openIfChanged(reader, writer);
    if (newer != null) {
      reader.close();
      reader = newer;
    }
    recent.clear();
    bySketch.clear();
    remembered = 0;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
