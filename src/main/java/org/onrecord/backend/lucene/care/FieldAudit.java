package org.onrecord.backend.lucene.care;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.onrecord.backend.lucene.index.DocumentFields;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.WrittenArticle;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;

/**
 * Compares what a document is sorted, narrowed and counted by with its record: the facets, the day,
 * the place, the article.
 */
final class FieldAudit {
  /** Given when copies come, and not by the record. */
  private static final Set<String> OWN_WAY = Set.of(Fields.PASSAGE);

  private final DocumentFields fields;

  FieldAudit(DocumentFields fields) {
    this.fields = fields;
  }

  /** What a document has in one field, each value as text. Asked in the order of the documents. */
  @FunctionalInterface
  private interface Values {
    Set<String> of(int doc) throws IOException;
  }

  /** The documents of a segment. */
  Segment segment(LeafReader leaf) throws IOException {
    Map<String, Values> values = new TreeMap<>();
    for (FieldInfo field : leaf.getFieldInfos()) {
      if (field.getDocValuesType() != DocValuesType.NONE && !OWN_WAY.contains(field.name)) {
        values.put(field.name, values(leaf, field));
      }
    }
    return new Segment(values);
  }

  /** The values of one segment. */
  final class Segment {
    private final Map<String, Values> values;

    private Segment(Map<String, Values> values) {
      this.values = values;
    }

    /** What differs, a sentence for each field; the documents come in order. */
    List<String> faults(int doc, ArchiveDocument document) throws IOException {
      WrittenArticle alone = WrittenArticle.unlike(document.article().id());
      Map<String, Set<String>> wanted = wanted(fields.of(document, alone));
      List<String> faults = new ArrayList<>();
      for (Map.Entry<String, Values> field : values.entrySet()) {
        Set<String> expected = wanted.remove(field.getKey());
        if (!field.getValue().of(doc).equals(expected == null ? Set.of() : expected)) {
          faults.add(fault(document, field.getKey()));
        }
      }
      wanted.keySet().forEach(field -> faults.add(fault(document, field)));
      return faults;
    }
  }

  private static String fault(ArchiveDocument document, String field) {
    String id =
        switch (document) {
          case ArticleDocument article -> article.article().id().value();
          case ParagraphDocument paragraph -> paragraph.id();
          case QuoteDocument quote -> quote.quotation().id();
        };
    return id + " is searched by another " + field + " than it has";
  }

  private static Map<String, Set<String>> wanted(Document document) {
    Map<String, Set<String>> wanted = new TreeMap<>();
    for (IndexableField field : document) {
      if (field.fieldType().docValuesType() != DocValuesType.NONE) {
        Number number = field.numericValue();
        wanted
            .computeIfAbsent(field.name(), _ -> new TreeSet<>())
            .add(number == null ? field.binaryValue().utf8ToString() : number.toString());
      }
    }
    return wanted;
  }

  private static Values values(LeafReader leaf, FieldInfo field) throws IOException {
    return switch (field.getDocValuesType()) {
      case SORTED_SET -> {
        SortedSetDocValues values = leaf.getSortedSetDocValues(field.name);
        yield doc -> {
          Set<String> found = new TreeSet<>();
          for (int i = values.advanceExact(doc) ? values.docValueCount() : 0; i > 0; i--) {
            found.add(values.lookupOrd(values.nextOrd()).utf8ToString());
          }
          return found;
        };
      }
      case SORTED_NUMERIC -> {
        SortedNumericDocValues values = leaf.getSortedNumericDocValues(field.name);
        yield doc -> {
          Set<String> found = new TreeSet<>();
          for (int i = values.advanceExact(doc) ? values.docValueCount() : 0; i > 0; i--) {
            found.add(Long.toString(values.nextValue()));
          }
          return found;
        };
      }
      case SORTED -> {
        SortedDocValues values = leaf.getSortedDocValues(field.name);
        yield doc ->
            values.advanceExact(doc)
                ? Set.of(values.lookupOrd(values.ordValue()).utf8ToString())
                : Set.of();
      }
      case NUMERIC -> {
        NumericDocValues values = leaf.getNumericDocValues(field.name);
        yield doc ->
            values.advanceExact(doc) ? Set.of(Long.toString(values.longValue())) : Set.of();
      }
      case BINARY, NONE -> _ -> Set.of();
    };
  }
}
