package org.onrecord.backend.lucene.copies;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.InPlaceMergeSorter;
import org.apache.lucene.util.SparseFixedBitSet;
import org.apache.lucene.util.StringHelper;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.query.ArchiveSearcher;
import org.onrecord.backend.lucene.query.Deadline;

/**
 * Which hits of a query are copies of others. Of those with one {@link Fields#PASSAGE} the earliest
 * stands for all; of several on one day always the same one. That depends neither on scores nor on
 * what was written later, so pages stay as they are while copies come in.
 */
public final class Folding {
  private final IndexSearcher searcher;
  private final SparseFixedBitSet hidden;
  private final Members members;
  private long count;

  private Folding(IndexSearcher searcher, Members members) {
    this.searcher = searcher;
    this.members = members;
    this.hidden = new SparseFixedBitSet(Math.max(1, searcher.getIndexReader().maxDoc()));
    members.sort();
    for (int i = 1; i < members.size; i++) {
      if (members.keys[i] == members.keys[i - 1]) {
        hidden.set(members.docs[i]);
        count++;
      }
    }
  }

  /** Nothing is a copy. */
  public static Folding none(IndexSearcher searcher) {
    return new Folding(searcher, new Members());
  }

  /** Finds the copies among what {@code query} finds. */
  public static Folding of(IndexSearcher searcher, Query query) throws IOException {
    Query withKey =
        new BooleanQuery.Builder()
            .add(query, Occur.FILTER)
            .add(new FieldExistsQuery(Fields.PASSAGE), Occur.FILTER)
            .build();
    Weight weight =
        searcher.createWeight(searcher.rewrite(withKey), ScoreMode.COMPLETE_NO_SCORES, 1);
    Members members = new Members();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        members.add(leaf, scorer.iterator(), ArchiveSearcher.deadline(searcher));
      }
    }
    return new Folding(searcher, members);
  }

  /** How many hits are copies of others. */
  public long count() {
    return count;
  }

  /** Whether another hit stands for this one. */
  public boolean hides(int doc) {
    return hidden.get(doc);
  }

  /** What a hit stands for, itself left out, the earliest first. */
  public List<Integer> copies(int doc) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    NumericDocValues keys = DocValues.getNumeric(leaf.reader(), Fields.PASSAGE);
    return members.size > 0 && keys.advanceExact(doc - leaf.docBase)
        ? members.after(keys.longValue())
        : List.of();
  }

  /** The hits that have a key: 28 bytes each. */
  private static final class Members extends InPlaceMergeSorter {
    private int size;
    private long[] keys = new long[0];
    private long[] days = new long[0];
    private long[] articles = new long[0];
    private int[] docs = new int[0];

    void add(LeafReaderContext context, DocIdSetIterator found, Deadline deadline)
        throws IOException {
      LeafReader leaf = context.reader();
      NumericDocValues key = DocValues.getNumeric(leaf, Fields.PASSAGE);
      SortedNumericDocValues day = DocValues.getSortedNumeric(leaf, Fields.DATE);
      SortedDocValues article = DocValues.getSorted(leaf, Fields.ARTICLE);
      Bits live = leaf.getLiveDocs();
      for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
        deadline.step();
        if ((live == null || live.get(doc)) && key.advanceExact(doc)) {
          grow();
          keys[size] = key.longValue();
          days[size] = day.advanceExact(doc) ? day.nextValue() : Long.MAX_VALUE;
          articles[size] =
              article.advanceExact(doc) ? hash(article.lookupOrd(article.ordValue())) : 0;
          docs[size++] = context.docBase + doc;
        }
      }
    }

    private static long hash(BytesRef id) {
      return StringHelper.murmurhash3_x64_128(id.bytes, id.offset, id.length, 0)[0];
    }

    private void grow() {
      keys = ArrayUtil.grow(keys, size + 1);
      days = ArrayUtil.grow(days, keys.length);
      articles = ArrayUtil.grow(articles, keys.length);
      docs = ArrayUtil.grow(docs, keys.length);
    }

    void sort() {
      sort(0, size);
    }

    /** All but the first with this key. */
    List<Integer> after(long key) {
      int some = Arrays.binarySearch(keys, 0, size, key);
      if (some < 0) {
        return List.of();
      }
      int first = some;
      while (first > 0 && keys[first - 1] == key) {
        first--;
      }
      return IntStream.range(first + 1, size)
          .takeWhile(i -> keys[i] == key)
          .mapToObj(i -> docs[i])
          .toList();
    }

    @Override
    protected int compare(int i, int j) {
      int order = Long.compare(keys[i], keys[j]);
      if (order == 0) {
        order = Long.compare(days[i], days[j]);
      }
      if (order == 0) {
        order = Long.compare(articles[i], articles[j]);
      }
      return order == 0 ? Integer.compare(docs[i], docs[j]) : order;
    }

    @Override
    protected void swap(int i, int j) {
      swap(keys, i, j);
      swap(days, i, j);
      swap(articles, i, j);
      int doc = docs[i];
      docs[i] = docs[j];
      docs[j] = doc;
    }

    private static void swap(long[] in, int i, int j) {
      long one = in[i];
      in[i] = in[j];
      in[j] = one;
    }
  }
}
