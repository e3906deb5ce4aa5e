package org.onrecord.copies;

import org.onrecord.schema.DocumentType;

/**
 * A paragraph or quotation of an article.
 *
 * @param id its permalink id
 * @param text the paragraph's text, the quotation's content
 */
public record PassageText(String id, DocumentType type, String text) {}
