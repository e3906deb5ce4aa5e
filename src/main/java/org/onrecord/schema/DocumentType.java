package org.onrecord.schema;

import org.onrecord.article.Labelled;

/** What a search looks for. */
public enum DocumentType implements Labelled {
  PARAGRAPH,
  QUOTE
}
