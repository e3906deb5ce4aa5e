package org.onrecord.backend.lucene.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.StoredFieldVisitor;
import org.apache.lucene.index.StoredFields;
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

  /** Before the bytes of a paragraph. */
  private static final byte PARAGRAPH = 'P';

  /** Before those of one of schema 8 or before, which is read so that it can be indexed anew. */
  private static final byte FORMER_PARAGRAPH = 'p';

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
          records.add(marked(PARAGRAPH, ParagraphWriter.bytes(paragraph)));
          quotation = 0;
        }
        case QuoteDocument _ ->
            records.add(new byte[] {QUOTATION, (byte) (quotation >>> 8), (byte) quotation++});
      }
    }
    return records;
  }

  private static byte[] marked(byte mark, byte[] bytes) {
    byte[] marked = new byte[bytes.length + 1];
    marked[0] = mark;
    System.arraycopy(bytes, 0, marked, 1, bytes.length);
    return marked;
  }

  /** The record of a document of an index, or of one of its segments. */
  public static ArchiveDocument read(DocumentCodec codec, StoredFields stored, int doc)
      throws IOException {
    byte[] record = bytes(stored, doc);
    try {
      return switch (record[0]) {
        case PARAGRAPH, FORMER_PARAGRAPH -> paragraph(record, doc);
        case QUOTATION -> quotation(stored, doc, number(record));
        case PARTED ->
            whole(codec.decodeParted(Arrays.copyOfRange(record, 1, record.length)), stored, doc);
        default -> codec.decode(record);
      };
    } catch (JacksonException e) {
      throw new CorruptIndexException(
          "document " + doc + " is no record: " + e.getOriginalMessage(), "stored fields", e);
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new CorruptIndexException("document " + doc + " is no record", "stored fields", e);
    }
  }

  private static int number(byte[] record) {
    return (record[1] & 0xff) << 8 | record[2] & 0xff;
  }

  private static byte[] bytes(StoredFields stored, int doc) throws IOException {
    Bytes visitor = new Bytes();
    stored.document(doc, visitor);
    if (visitor.bytes.length == 0) {
      throw new CorruptIndexException("document " + doc + " has no record", "stored fields");
    }
    return visitor.bytes;
  }

  /** Takes the one field that is stored. */
  private static final class Bytes extends StoredFieldVisitor {
    private byte[] bytes = {};

    @Override
    public Status needsField(FieldInfo field) {
      return field.name.equals(Fields.RECORD) ? Status.YES : Status.NO;
    }

    @Override
    public void binaryField(FieldInfo field, byte[] value) {
      bytes = value;
    }
  }

  /** The paragraph that must be at this place. */
  private static ParagraphDocument paragraph(byte[] record, int doc) throws IOException {
    return switch (record[0]) {
      case PARAGRAPH -> ParagraphReader.read(record, 1, ParagraphReader.Form.WITH_FACTS);
      case FORMER_PARAGRAPH -> ParagraphReader.read(record, 1, ParagraphReader.Form.WITHOUT_FACTS);
      default ->
          throw new CorruptIndexException("document " + doc + " has no paragraph", "stored fields");
    };
  }

  private static QuoteDocument quotation(StoredFields stored, int doc, int number)
      throws IOException {
    return paragraph(bytes(stored, doc - number - 1), doc).quote(number);
  }

  private static ArticleDocument whole(PartedArticle parted, StoredFields stored, int doc)
      throws IOException {
    List<String> texts = new ArrayList<>();
    int next = doc + 1;
    while (texts.size() < parted.between().size() - 1) {
      byte[] record = bytes(stored, next);
      if (record[0] != QUOTATION) {
        ParagraphDocument paragraph = paragraph(record, doc);
        if (paragraph.ordinal() > 0) {
          texts.add(paragraph.text());
        }
      }
      next++;
    }
    return parted.whole(texts);
  }
}
