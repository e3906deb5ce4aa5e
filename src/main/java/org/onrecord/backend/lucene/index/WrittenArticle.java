package org.onrecord.backend.lucene.index;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.onrecord.article.ArticleId;
import org.onrecord.copies.ComparedArticle;
import org.onrecord.copies.PassageText;
import org.onrecord.copies.Shingles;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;

/**
 * An article that is in the index, or is about to be, as far as copies go.
 *
 * @param keys by a passage's id its {@link Fields#PASSAGE}; only of those that have copies. It may
 *     grow
 */
public record WrittenArticle(
    ArticleId id,
    String version,
    ComparedArticle compared,
    List<PassageText> passages,
    Map<String, Long> keys) {
  private static final ComparedArticle NOTHING =
      new ComparedArticle(null, null, Shingles.ofBody(""));

  public static WrittenArticle of(ArchivedArticle article) {
    return new WrittenArticle(
        article.id(),
        article.document().article().version(),
        ComparedArticle.of(article.received()),
        article.documents().stream()
            .map(WrittenArticle::passage)
            .flatMap(Optional::stream)
            .toList(),
        new HashMap<>());
  }

  /** As far as it can be told from the article alone. */
  public static WrittenArticle unkeyed(ArchivedArticle article) {
    return article.document().held() == null ? of(article) : unlike(article.id());
  }

  /** An article that is like no other. */
  public static WrittenArticle unlike(ArticleId id) {
    return new WrittenArticle(id, "", NOTHING, List.of(), new HashMap<>());
  }

  /** The passage that a document holds; empty for an article. */
  public static Optional<PassageText> passage(ArchiveDocument document) {
    return switch (document) {
      case ArticleDocument _ -> Optional.empty();
      case ParagraphDocument paragraph ->
          Optional.of(new PassageText(paragraph.id(), DocumentType.PARAGRAPH, paragraph.text()));
      case QuoteDocument(var _, ArchivedQuotation quotation, String _) ->
          Optional.of(new PassageText(quotation.id(), DocumentType.QUOTE, quotation.content()));
    };
  }

  public WrittenArticle withKeys(Map<String, Long> newKeys) {
    return new WrittenArticle(id, version, compared, passages, newKeys);
  }

  /** The key of the passage that a document holds, if it has copies. */
  Optional<Long> key(ArchiveDocument document) {
    return passage(document).map(passage -> keys.get(passage.id()));
  }

  public long[] sketch() {
    return compared.runs().sketch();
  }

  /** How a hash of a sketch lies in the index. */
  public static BytesRef term(long hash) {
    byte[] bytes = new byte[Long.BYTES];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (hash >>> (Byte.SIZE * i));
    }
    return new BytesRef(bytes);
  }

  /** The key of a passage, which no other passage has, nor this one in another version. */
  public long newKey(String passage) {
    return newKey(version, passage);
  }

  /** The same of an article of this version. */
  public static long newKey(String version, String passage) {
    byte[] name = (version + ' ' + passage).getBytes(StandardCharsets.UTF_8);
    long[] hash = StringHelper.murmurhash3_x64_128(name, 0, name.length, 0);
    return hash[0];
  }
}
