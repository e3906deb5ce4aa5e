package org.onrecord.schema;

/**
 * One of the three things that an index holds. An article's documents are replaced together or not
 * at all.
 */
public sealed interface ArchiveDocument permits ArticleDocument, ParagraphDocument, QuoteDocument {
  ArticleHeader article();
}
