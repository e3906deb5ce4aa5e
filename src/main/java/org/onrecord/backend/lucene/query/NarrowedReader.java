package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.schema.Facet;
import org.onrecord.search.ArticleFilter;

/**
 * A view of an index of which some articles alone are shown: the documents of all others count as
 * deleted, so that whatever heeds deletions heeds the filter. It holds nothing open itself: as long
 * as it is read, who reads it holds the view that it narrows.
 */
final class NarrowedReader extends FilterDirectoryReader {
  private final ArticleFilter filter;

  /**
   * Narrows a view.
   *
   * @param in stays the caller's
   */
  static NarrowedReader of(DirectoryReader in, ArticleFilter filter) throws IOException {
    return new NarrowedReader(in, filter);
  }

  private NarrowedReader(DirectoryReader in, ArticleFilter filter) throws IOException {
    super(in, new Narrowing(filter));
    this.filter = filter;
  }

  /** The view that a reader narrows; itself where it narrows none. */
  static IndexReader whole(IndexReader reader) {
    return reader instanceof NarrowedReader narrowed ? narrowed.in : reader;
  }

  /** The segment that a reader narrows; itself where it narrows none. */
  static LeafReader whole(LeafReader segment) {
    return segment instanceof Segment narrowed ? narrowed.getDelegate() : segment;
  }

  @Override
  protected DirectoryReader doWrapDirectoryReader(DirectoryReader newer) throws IOException {
    return new NarrowedReader(newer, filter);
  }

  /** What lies in the view holds longer than any narrowing of it, but not the other way about. */
  @Override
  public @Nullable CacheHelper getReaderCacheHelper() {
    return null;
  }

  @Override
  protected void doClose() {
    // The view that it narrows is another's.
  }

  private static final class Narrowing extends SubReaderWrapper {
    private final ArticleFilter filter;

    Narrowing(ArticleFilter filter) {
      this.filter = filter;
    }

    @Override
    public LeafReader wrap(LeafReader segment) {
      try {
        return new Segment(segment, shown(segment, filter));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The documents of a segment that are of such articles and not deleted. */
  private static FixedBitSet shown(LeafReader segment, ArticleFilter filter) throws IOException {
    SortedDocValues articles = DocValues.getSorted(segment, Fields.ARTICLE);
    FixedBitSet passing = new FixedBitSet(Math.max(1, articles.getValueCount()));
    passing.set(0, passing.length());
    retain(segment, Facet.OUTLET, filter.outlets(), passing);
    retain(segment, Facet.SECTION, filter.sections(), passing);
    Bits live = segment.getLiveDocs();
    FixedBitSet shown = new FixedBitSet(Math.max(1, segment.maxDoc()));
    for (int doc = articles.nextDoc();
        doc != DocIdSetIterator.NO_MORE_DOCS;
        doc = articles.nextDoc()) {
      if (passing.get(articles.ordValue()) && (live == null || live.get(doc))) {
        shown.set(doc);
      }
    }
    return shown;
  }

  /** Keeps of articles, by their ordinals, those of which a document has one of the values. */
  private static void retain(
      LeafReader segment, Facet facet, List<String> values, FixedBitSet articles)
      throws IOException {
    if (values.isEmpty()) {
      return;
    }
    FixedBitSet having = new FixedBitSet(articles.length());
    for (String value : values) {
      PostingsEnum docs = segment.postings(FacetFields.term(facet, value), PostingsEnum.NONE);
      SortedDocValues of = DocValues.getSorted(segment, Fields.ARTICLE);
      if (docs != null) {
        for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
          if (of.advanceExact(doc)) {
            having.set(of.ordValue());
          }
        }
      }
    }
    articles.and(having);
  }

  private static final class Segment extends FilterLeafReader {
    private final FixedBitSet shown;
    private final int count;

    Segment(LeafReader in, FixedBitSet shown) {
      super(in);
      this.shown = shown;
      this.count = shown.cardinality();
    }

    @Override
    public Bits getLiveDocs() {
      return shown;
    }

    @Override
    public int numDocs() {
      return count;
    }

    /** What neither deletions nor updates change is the same. */
    @Override
    public CacheHelper getCoreCacheHelper() {
      return in.getCoreCacheHelper();
    }

    @Override
    public @Nullable CacheHelper getReaderCacheHelper() {
      return null;
    }
  }
}
