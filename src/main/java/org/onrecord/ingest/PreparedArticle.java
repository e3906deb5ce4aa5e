package org.onrecord.ingest;

import org.onrecord.schema.ArchivedArticle;

/**
 * An article with whatever an index does beforehand to write it: what needs nothing of the index,
 * and so may be done on any thread and in any order.
 */
public interface PreparedArticle {
  ArchivedArticle article();
}
