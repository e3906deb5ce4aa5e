package org.onrecord.schema;

import org.onrecord.article.Article;

/**
 * The article as received, whole, so that everything can be rebuilt from the index alone.
 *
 * @param paragraphs how many paragraphs it has, its headline counted
 * @param quotations how many quotations were found in it
 */
public record ArticleDocument(
    ArticleHeader article, Article received, int paragraphs, int quotations)
    implements ArchiveDocument {}
