package org.onrecord.backend.lucene.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.BytesRef;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;
import tools.jackson.core.JacksonException;

/**
 * How records lie in an index, each word once: a paragraph has its quotations, so of a quotation
 * searched on its own nothing is kept but which of them it is, and of an article's body nothing but
 * what stands between its paragraphs. An article's documents lie side by side, the article first,
 * each paragraph before its quotations, so that whatever is kept elsewhere is near. Safe for use by
 * several threads.
 */
public final class StoredRecords {
  /** Before the number, in one byte or two, of a quotation in the paragraph before it. */
  private static final byte QUOTATION = 'q';

  /** Before an article whose body is that of the paragraphs after it. */
  private static final byte PARTED = 'a';

  private final DocumentCodec codec;

  StoredRecords(DocumentCodec codec) {
    this.codec = codec;
  }

  /** Of each of an article's documents, in their order, what is kept with it. */
  List<byte[]> of(ArchivedArticle article) {
    List<byte[]> records = new ArrayList<>();
    int quotation = 0;
    for (ArchiveDocument document : article.documents()) {
      switch (document) {
        case ArticleDocument whole ->
            records.add(
                PartedArticle.of(article)
                    .map(parted -> marked(PARTED, codec.encode(parted)))
                    .orElseGet(() -> codec.encode(whole)));
        case ParagraphDocument paragraph -> {
          records.add(codec.encode(paragraph));
          quotation = 0;
        }
        case QuoteDocument _ ->
            records.add(new byte[] {QUOTATION, (byte) (quotation >>> 8), (byte) quotation++});
      }
    }
    return records;
  }

  private static byte[] marked(byte mark, byte[] json) {
    byte[] marked = new byte[json.length + 1];
    marked[0] = mark;
    System.arraycopy(json, 0, marked, 1, json.length);
    return marked;
  }

  /** The record of a document of an index, or of one of its segments. */
  public static ArchiveDocument read(DocumentCodec codec, StoredFields stored, int doc)
      throws IOException {
    byte[] record = bytes(stored, doc);
    try {
      return switch (record[0]) {
        case QUOTATION -> quotation(codec, stored, doc, number(record));
        case PARTED ->
            whole(
                codec.decodeParted(Arrays.copyOfRange(record, 1, record.length)),
                codec,
                stored,
                doc);
        default -> codec.decode(record);
      };
    } catch (JacksonException e) {
      throw new CorruptIndexException(
          "document " + doc + " is no record: " + e.getOriginalMessage(), "stored fields", e);
    }
  }

  private static int number(byte[] record) {
    return (record[1] & 0xff) << 8 | record[2] & 0xff;
  }

  private static byte[] bytes(StoredFields stored, int doc) throws IOException {
    BytesRef record = stored.document(doc, Set.of(Fields.RECORD)).getBinaryValue(Fields.RECORD);
    if (record == null || record.length == 0) {
      throw new CorruptIndexException("document " + doc + " has no record", "stored fields");
    }
    return BytesRef.deepCopyOf(record).bytes;
  }

  private static QuoteDocument quotation(
      DocumentCodec codec, StoredFields stored, int doc, int number) throws IOException {
    if (codec.decode(bytes(stored, doc - number - 1)) instanceof ParagraphDocument paragraph
        && number < paragraph.quotations().size()) {
      return paragraph.quote(number);
    }
    throw new CorruptIndexException("document " + doc + " has no paragraph", "stored fields");
  }

  private static ArticleDocument whole(
      PartedArticle parted, DocumentCodec codec, StoredFields stored, int doc) throws IOException {
    List<String> texts = new ArrayList<>();
    int next = doc + 1;
    while (texts.size() < parted.between().size() - 1) {
      byte[] record = bytes(stored, next);
      if (record[0] != QUOTATION) {
        if (!(codec.decode(record) instanceof ParagraphDocument paragraph)) {
          throw new CorruptIndexException("document " + doc + " lacks paragraphs", "stored fields");
        }
        if (paragraph.ordinal() > 0) {
          texts.add(paragraph.text());
        }
      }
      next++;
    }
    return parted.whole(texts);
  }
}
