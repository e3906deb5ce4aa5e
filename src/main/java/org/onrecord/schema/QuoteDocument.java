package org.onrecord.schema;

/**
 * A quotation, searched on its own.
 *
 * @param context the whole text of its paragraph, into which the quotation's offsets point
 */
public record QuoteDocument(ArticleHeader article, ArchivedQuotation quotation, String context)
    implements ArchiveDocument {}
