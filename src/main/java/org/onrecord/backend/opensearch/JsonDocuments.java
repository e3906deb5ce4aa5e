package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.onrecord.backend.lucene.index.DocumentCodec;
import org.onrecord.backend.lucene.index.DocumentFields;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.WordStems;
import org.onrecord.backend.lucene.index.WrittenArticle;
import org.onrecord.backend.opensearch.search.DateBuckets;
import org.onrecord.backend.opensearch.search.FieldNames;
import org.onrecord.people.NamedDocuments;
import org.onrecord.people.Names;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.ParagraphDocument;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns an article into a cluster's documents: what {@link DocumentFields} makes of it for Lucene,
 * as JSON, with the headline on all that stands under it. Safe for use by several threads.
 */
final class JsonDocuments {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> TITLES = List.of(Fields.TITLE, Fields.TITLE_EXACT);

  private final WordStems stems = new WordStems();
  private final DocumentFields fields = new DocumentFields(new DocumentCodec(), new FacetFields());

  /** One document: its JSON, and how many words each of its texts has. */
  private record Made(ObjectNode json, Map<String, Integer> words) {}

  /** The same, as they are found under the names that editors decided on. */
  List<ObjectNode> of(ArchivedArticle article, WrittenArticle written, Names names)
      throws IOException {
    List<ObjectNode> found = found(article, written, names);
    for (ObjectNode one : found) {
      if (one.has(Fields.DATE)) {
        LocalDate day = LocalDate.ofEpochDay(one.path(Fields.DATE).asLong());
        one.put(FieldNames.MONTH, DateBuckets.month(day));
      }
      if (one.has(ClusterFields.LENGTH)) {
        one.set(ClusterFields.COUNTS, WordCounts.of(one, stems::of));
      }
    }
    return found;
  }

  private List<ObjectNode> found(ArchivedArticle article, WrittenArticle written, Names names)
      throws IOException {
    List<ObjectNode> lying = of(article, written);
    List<NamedDocument> documents =
        article.documents().stream().map(one -> new NamedDocument(one, names)).toList();
    if (names.isEmpty() || documents.stream().noneMatch(NamedDocument::isDecided)) {
      return lying;
    }
    List<ObjectNode> read = of(read(article, names), written);
    List<ObjectNode> named = new ArrayList<>();
    for (int i = 0; i < lying.size(); i++) {
      NamedDocument document = documents.get(i);
      named.add(document.isDecided() ? document.of(lying.get(i), read.get(i)) : lying.get(i));
    }
    return named;
  }

  /** The article as readers see it. */
  static ArchivedArticle read(ArchivedArticle article, Names names) {
    return names.isEmpty()
        ? article
        : ArchivedArticle.gathered(
                article.documents().stream().map(one -> NamedDocuments.of(one, names)).toList())
            .orElseThrow();
  }

  /** The article's documents in their order, without epochs and the keys of copies. */
  List<ObjectNode> of(ArchivedArticle article, WrittenArticle written) throws IOException {
    List<ArchiveDocument> documents = article.documents();
    List<Document> block = fields.unstored(article, written);
    List<ObjectNode> all = new ArrayList<>();
    Made whole = made(block.getFirst());
    int title = whole.words().getOrDefault(Fields.TITLE, 0);
    for (int i = 0; i < block.size(); i++) {
      ArchiveDocument document = documents.get(i);
      Made made = i == 0 ? whole : made(block.get(i));
      if (!(document instanceof ArticleDocument)) {
        boolean headline = document instanceof ParagraphDocument one && one.ordinal() == 0;
        int text = made.words().getOrDefault(Fields.TEXT, 0);
        PassageWeight.of(made.json(), text, headline, title).addTo(made.json());
        if (!headline) {
          TITLES.forEach(field -> copy(whole.json(), made.json(), ClusterFields.of(field)));
        }
      }
      ArticleHeader header = article.document().article();
      put(made.json(), ClusterFields.OUTLET, header.outlet());
      put(made.json(), ClusterFields.SECTION, header.section());
      made.json().put(ClusterFields.SEQUENCE, i);
      made.json().put(ClusterFields.RECORD, ClusterRecords.write(document));
      all.add(made.json());
    }
    TITLES.forEach(field -> whole.json().remove(ClusterFields.of(field)));
    return all;
  }

  private static void put(ObjectNode json, String field, @Nullable String value) {
    if (value != null) {
      json.put(field, new BytesRef(FacetFields.fold(value)).utf8ToString());
    }
  }

  private static void copy(ObjectNode from, ObjectNode to, String field) {
    if (from.has(field)) {
      to.set(field, from.get(field));
    }
  }

  private static Made made(Document document) throws IOException {
    Map<String, Set<Object>> values = new LinkedHashMap<>();
    Map<String, ArrayNode> texts = new LinkedHashMap<>();
    Map<String, Integer> words = new LinkedHashMap<>();
    WordsAsText read = new WordsAsText("", 0);
    for (IndexableField field : document) {
      if (field.fieldType().indexOptions().compareTo(IndexOptions.DOCS) > 0) {
        WordsAsText text =
            field.name().equals(Fields.SENTENCE)
                ? WordsAsText.ofSentences(field, read)
                : WordsAsText.of(field);
        read = field.name().equals(Fields.TEXT) ? text : read;
        texts.computeIfAbsent(field.name(), _ -> JSON.arrayNode()).add(text.text());
        words.merge(field.name(), text.places(), Integer::sum);
      } else if (!isPath(field)) {
        values.computeIfAbsent(field.name(), _ -> new LinkedHashSet<>()).add(value(field));
      }
    }
    ObjectNode json = JSON.objectNode();
    values.forEach((field, all) -> set(json, field, all));
    texts.forEach(
        (field, all) -> json.set(ClusterFields.of(field), all.size() == 1 ? all.get(0) : all));
    return new Made(json, words);
  }

  /** Whether a field is but a facet's value for Lucene's drill down, which stands beside it. */
  private static boolean isPath(IndexableField field) {
    return field.name().startsWith("facet.")
        && (field.fieldType().docValuesType() != DocValuesType.SORTED_SET
            || FacetsConfig.stringToPath(text(field)).length < 2);
  }

  private static Object value(IndexableField field) {
    Number number = field.numericValue();
    if (number != null) {
      return number.longValue();
    }
    String text = text(field);
    return field.name().startsWith("facet.") ? FacetsConfig.stringToPath(text)[1] : text;
  }

  /** As Lucene keeps it: lone surrogates are no characters. */
  private static String text(IndexableField field) {
    BytesRef bytes = field.binaryValue();
    if (bytes == null) {
      bytes = new BytesRef(Objects.requireNonNull(field.stringValue()));
    }
    return field.name().equals(Fields.SKETCH) ? hex(bytes) : bytes.utf8ToString();
  }

  /** How a sketch's hash is written. */
  static String hex(BytesRef hash) {
    return java.util.HexFormat.of().formatHex(hash.bytes, hash.offset, hash.offset + hash.length);
  }

  private static void set(ObjectNode json, String field, Set<Object> all) {
    ArrayNode array = JSON.arrayNode();
    for (Object one : all) {
      if (one instanceof Long number) {
        array.add(number);
      } else {
        array.add((String) one);
      }
    }
    json.set(ClusterFields.of(field), array.size() == 1 ? array.get(0) : array);
  }
}
