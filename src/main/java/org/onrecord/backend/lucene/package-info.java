/**
 * The ports' adapters on Lucene; it and the packages in it are the only ones that know Lucene's
 * index.
 *
 * <p>Begin with {@link org.onrecord.backend.lucene.LuceneArchive}. On the way in, {@code
 * index.DocumentFields} decides what is indexed and {@code index.NewsAnalyzer} what a word is; on
 * the way out, {@code query.QueryCompiler} turns a query into Lucene's, {@code SearchRun} finds
 * hits and counts facets in one pass, and {@code highlight.Highlighter} asks the query where it
 * matched.
 */
@NullMarked
package org.onrecord.backend.lucene;

import org.jspecify.annotations.NullMarked;
