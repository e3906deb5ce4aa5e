package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.onrecord.backend.lucene.index.Fields;

/**
 * The {@link Fields#PASSAGE} of a segment's documents, in memory. Immutable, safe for use by
 * several threads.
 *
 * @param docs what has one, in ascending order
 * @param keys what each of them has
 */
record PassageKeys(int[] docs, long[] keys) {
  static PassageKeys of(LeafReader segment) throws IOException {
    NumericDocValues values = DocValues.getNumeric(segment, Fields.PASSAGE);
    int[] docs = new int[16];
    long[] keys = new long[16];
    int size = 0;
    while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      docs = ArrayUtil.grow(docs, size + 1);
      keys = ArrayUtil.grow(keys, docs.length);
      docs[size] = values.docID();
      keys[size++] = values.longValue();
    }
    return new PassageKeys(Arrays.copyOf(docs, size), Arrays.copyOf(keys, size));
  }

  int size() {
    return docs.length;
  }
}
