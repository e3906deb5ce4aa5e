package org.onrecord.backend.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * What an index holds, document by document in their order, and not how it lies in segments: for
 * each field a digest of its terms with documents, frequencies and positions, of its columns, of
 * the lengths of its texts, and of what is stored. Deleted documents do not count.
 */
public final class IndexDigest {
  private final MessageDigest digest;

  private IndexDigest() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** By what is digested, such as {@code text: terms}, its digest. */
  public static Map<String, String> of(Path index) throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (FSDirectory directory = FSDirectory.open(index);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      int[] numbers = numbers(reader);
      all.put("documents", Integer.toString(reader.numDocs()));
      for (FieldInfo field : FieldInfos.getMergedFieldInfos(reader)) {
        if (field.getIndexOptions() != IndexOptions.NONE) {
          all.put(field.name + ": terms", terms(reader, field, numbers));
        }
        if (field.getDocValuesType() != DocValuesType.NONE) {
          all.put(field.name + ": column", column(reader, field, numbers));
        }
        if (field.hasNorms()) {
          all.put(field.name + ": lengths", lengths(reader, field, numbers));
        }
      }
      all.put("records", records(reader));
    }
    return all;
  }

  /** By document its number among those that are left. */
  private static int[] numbers(DirectoryReader reader) {
    Bits live = MultiBits.getLiveDocs(reader);
    int[] numbers = new int[reader.maxDoc()];
    int next = 0;
    for (int doc = 0; doc < numbers.length; doc++) {
      numbers[doc] = live == null || live.get(doc) ? next++ : -1;
    }
    return numbers;
  }

  private static String terms(DirectoryReader reader, FieldInfo field, int[] numbers)
      throws IOException {
    IndexDigest digest = new IndexDigest();
    TermsEnum terms = MultiTerms.getTerms(reader, field.name).iterator();
    PostingsEnum postings = null;
    boolean places =
        field.getIndexOptions().compareTo(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS) >= 0;
    for (BytesRef term = terms.next(); term != null; term = terms.next()) {
      boolean told = false;
      postings = terms.postings(postings, PostingsEnum.ALL);
      for (int doc = postings.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = postings.nextDoc()) {
        if (numbers[doc] < 0) {
          continue;
        }
        if (!told) {
          digest.add(term);
          told = true;
        }
        digest.add(numbers[doc]);
        digest.add(postings.freq());
        for (int i = 0; places && i < postings.freq(); i++) {
          digest.add(postings.nextPosition());
        }
      }
    }
    return digest.end();
  }

  private static String column(DirectoryReader reader, FieldInfo field, int[] numbers)
      throws IOException {
    IndexDigest digest = new IndexDigest();
    switch (field.getDocValuesType()) {
      case NUMERIC -> {
        NumericDocValues values = MultiDocValues.getNumericValues(reader, field.name);
        for (int doc = values.nextDoc();
            doc != DocIdSetIterator.NO_MORE_DOCS;
            doc = values.nextDoc()) {
          if (numbers[doc] >= 0) {
            digest.add(numbers[doc]);
            digest.add(values.longValue());
          }
        }
      }
      case SORTED_NUMERIC -> {
        SortedNumericDocValues values = MultiDocValues.getSortedNumericValues(reader, field.name);
        for (int doc = values.nextDoc();
            doc != DocIdSetIterator.NO_MORE_DOCS;
            doc = values.nextDoc()) {
          for (int i = 0; numbers[doc] >= 0 && i < values.docValueCount(); i++) {
            digest.add(numbers[doc]);
            digest.add(values.nextValue());
          }
        }
      }
      case SORTED -> {
        SortedDocValues values = MultiDocValues.getSortedValues(reader, field.name);
        for (int doc = values.nextDoc();
            doc != DocIdSetIterator.NO_MORE_DOCS;
            doc = values.nextDoc()) {
          if (numbers[doc] >= 0) {
            digest.add(numbers[doc]);
            digest.add(values.lookupOrd(values.ordValue()));
          }
        }
      }
      case SORTED_SET -> {
        SortedSetDocValues values = MultiDocValues.getSortedSetValues(reader, field.name);
        for (int doc = values.nextDoc();
            doc != DocIdSetIterator.NO_MORE_DOCS;
            doc = values.nextDoc()) {
          for (int i = 0; numbers[doc] >= 0 && i < values.docValueCount(); i++) {
            digest.add(numbers[doc]);
            digest.add(values.lookupOrd(values.nextOrd()));
          }
        }
      }
      case BINARY, NONE -> throw new IllegalStateException(field.name + " is no column known here");
    }
    return digest.end();
  }

  private static String lengths(DirectoryReader reader, FieldInfo field, int[] numbers)
      throws IOException {
    IndexDigest digest = new IndexDigest();
    for (LeafReaderContext leaf : reader.leaves()) {
      LeafReader segment = leaf.reader();
      NumericDocValues norms = segment.getNormValues(field.name);
      if (norms != null) {
        for (int doc = norms.nextDoc();
            doc != DocIdSetIterator.NO_MORE_DOCS;
            doc = norms.nextDoc()) {
          if (numbers[leaf.docBase + doc] >= 0) {
            digest.add(numbers[leaf.docBase + doc]);
            digest.add(norms.longValue());
          }
        }
      }
    }
    return digest.end();
  }

  private static String records(DirectoryReader reader) throws IOException {
    IndexDigest digest = new IndexDigest();
    StoredFields stored = reader.storedFields();
    Bits live = MultiBits.getLiveDocs(reader);
    for (int doc = 0; doc < reader.maxDoc(); doc++) {
      if (live == null || live.get(doc)) {
        stored
            .document(doc)
            .forEach(
                field -> {
                  digest.add(new BytesRef(field.name()));
                  BytesRef bytes = field.binaryValue();
                  digest.add(bytes == null ? new BytesRef(field.stringValue()) : bytes);
                });
      }
    }
    return digest.end();
  }

  private void add(long number) {
    byte[] bytes = new byte[Long.BYTES];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (number >>> Byte.SIZE * i);
    }
    digest.update(bytes);
  }

  private void add(BytesRef bytes) {
    add(bytes.length);
    digest.update(bytes.bytes, bytes.offset, bytes.length);
  }

  private String end() {
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }
}
