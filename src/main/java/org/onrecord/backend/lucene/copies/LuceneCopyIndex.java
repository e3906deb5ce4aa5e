package org.onrecord.backend.lucene.copies;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.onrecord.article.ArticleId;
import org.onrecord.backend.lucene.index.DocumentCodec;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.StoredRecords;
import org.onrecord.copies.ComparedArticle;
import org.onrecord.schema.QuoteDocument;

/** An index of Lucene's that is being written. Not safe for use by several threads. */
final class LuceneCopyIndex implements CopyIndex {
  /** How many quotations with one term are looked at in a segment. */
  private static final int MOST_WITH_TERM = 20;

  private static final int MOST_RECENT = 500;

  private final IndexWriter writer;
  private final DocumentCodec codec;
  private DirectoryReader reader;

  LuceneCopyIndex(IndexWriter writer, DocumentCodec codec) throws IOException {
    this.writer = writer;
    this.codec = codec;
    this.reader = DirectoryReader.open(writer);
  }

  @Override
  public Optional<NearestCopy> nearest(ComparedArticle compared, Predicate<ArticleId> passed)
      throws IOException {
    return new SketchSearch(reader, codec).nearest(compared, passed);
  }

  @Override
  public Optional<Known> quotation(String term, Predicate<QuoteDocument> wanted)
      throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      Optional<Known> found = quotation(term, leaf.reader(), wanted);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Known> quotation(String term, LeafReader leaf, Predicate<QuoteDocument> wanted)
      throws IOException {
    PostingsEnum with = leaf.postings(new Term(Fields.SAID, term), PostingsEnum.NONE);
    if (with == null) {
      return Optional.empty();
    }
    Bits live = leaf.getLiveDocs();
    int doc = with.nextDoc();
    for (int i = 0; i < MOST_WITH_TERM && doc != DocIdSetIterator.NO_MORE_DOCS; i++) {
      if ((live == null || live.get(doc))
          && StoredRecords.read(codec, leaf.storedFields(), doc) instanceof QuoteDocument other
          && wanted.test(other)) {
        NumericDocValues keys = DocValues.getNumeric(leaf, Fields.PASSAGE);
        return Optional.of(
            new Known(
                other,
                keys.advanceExact(doc) ? OptionalLong.of(keys.longValue()) : OptionalLong.empty()));
      }
      doc = with.nextDoc();
    }
    return Optional.empty();
  }

  @Override
  public void giveKey(String passage, long key) throws IOException {
    writer.updateDocValues(
        new Term(Fields.ID, passage), new NumericDocValuesField(Fields.PASSAGE, key));
  }

  @Override
  public int mostRecent() {
    return MOST_RECENT;
  }

  @Override
  public void refresh() throws IOException {
    DirectoryReader newer = DirectoryReader.openIfChanged(reader, writer);
    if (newer != null) {
      reader.close();
      reader = newer;
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
