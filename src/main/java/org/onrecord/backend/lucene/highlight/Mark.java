package org.onrecord.backend.lucene.highlight;

import org.apache.lucene.search.Query;
import org.onrecord.article.TextSpan;

/** A place where a part of the query matched, UTF-16 in its field's text. */
record Mark(TextSpan span, Query by) {}
