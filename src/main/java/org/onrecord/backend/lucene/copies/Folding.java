package org.onrecord.backend.lucene.copies;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.InPlaceMergeSorter;
import org.apache.lucene.util.StringHelper;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.SegmentCache;
import org.onrecord.backend.lucene.query.CopiesAmong;

/**
 * Which hits of a query are copies of others. Of those with one {@link Fields#PASSAGE} the earliest
 * stands for all; of several on one day always the same one. That depends neither on scores nor on
 * what was written later, so pages stay as they are while copies come in.
 */
public final class Folding {
  /** Nothing is a copy. */
  public static final Folding NONE = new Folding(new Members(0));

  /** Of each article of a segment, by its ordinal, a number in place of its id. */
  private static final SegmentCache<String, long[]> HASHES =
      new SegmentCache<>(SegmentCache.Life.WHOLE_SEGMENT, (segment, _) -> hashes(segment));

  private final Members members;
  private final Map<Integer, Integer> firsts = new HashMap<>();
  private final int[] hidden;

  private Folding(Members members) {
    this.members = members;
    members.sort();
    this.hidden =
        IntStream.range(0, members.size())
            .filter(i -> !members.isFirst(i))
            .map(i -> members.docs[i])
            .sorted()
            .toArray();
    IntStream.range(0, members.size())
        .filter(members::isFirst)
        .forEach(i -> firsts.put(members.docs[i], i));
  }

  private static long[] hashes(LeafReader segment) throws IOException {
    SortedDocValues articles = DocValues.getSorted(segment, Fields.ARTICLE);
    long[] hashes = new long[articles.getValueCount()];
    TermsEnum each = articles.termsEnum();
    for (BytesRef id = each.next(); id != null; id = each.next()) {
      hashes[(int) each.ord()] =
          StringHelper.murmurhash3_x64_128(id.bytes, id.offset, id.length, 0)[0];
    }
    return hashes;
  }

  /** Folds the copies among some hits. */
  public static Folding of(IndexSearcher searcher, CopiesAmong copies) throws IOException {
    if (copies.size() == 0) {
      return NONE;
    }
    Members members = new Members(copies.size());
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    int next = 0;
    for (LeafReaderContext leaf : leaves) {
      next = members.add(leaf, copies, next);
    }
    return new Folding(members);
  }

  /** How many hits are copies of others. */
  public long count() {
    return hidden.length;
  }

  /** The hits for which others stand, in ascending order. */
  public int[] hidden() {
    return hidden.clone();
  }

  /** What a hit stands for, itself left out, the earliest first. */
  public List<Integer> copies(int doc) {
    Integer first = firsts.get(doc);
    return first == null ? List.of() : members.after(first);
  }

  /** The copies, those of one passage side by side. */
  private static final class Members extends InPlaceMergeSorter {
    private final long[] keys;
    private final long[] days;
    private final long[] articles;
    private final int[] docs;

    Members(int size) {
      keys = new long[size];
      days = new long[size];
      articles = new long[size];
      docs = new int[size];
    }

    int size() {
      return docs.length;
    }

    /** Adds those of a segment, which begin at a place; gives back where those of the next do. */
    int add(LeafReaderContext leaf, CopiesAmong copies, int from) throws IOException {
      SortedNumericDocValues day = DocValues.getSortedNumeric(leaf.reader(), Fields.DATE);
      SortedDocValues article = DocValues.getSorted(leaf.reader(), Fields.ARTICLE);
      long[] hashes = HASHES.get(leaf.reader(), Fields.ARTICLE);
      int end = leaf.docBase + leaf.reader().maxDoc();
      int at = from;
      for (; at < copies.size() && copies.docs()[at] < end; at++) {
        int doc = copies.docs()[at] - leaf.docBase;
        keys[at] = copies.keys()[at];
        days[at] = day.advanceExact(doc) ? day.nextValue() : Long.MAX_VALUE;
        articles[at] = article.advanceExact(doc) ? hashes[article.ordValue()] : 0;
        docs[at] = copies.docs()[at];
      }
      return at;
    }

    void sort() {
      sort(0, size());
    }

    /** Whether one is the first of its passage. */
    boolean isFirst(int place) {
      return place == 0 || keys[place] != keys[place - 1];
    }

    /** Those of the passage of the first one. */
    List<Integer> after(int first) {
      return IntStream.range(first + 1, size())
          .takeWhile(i -> keys[i] == keys[first])
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
