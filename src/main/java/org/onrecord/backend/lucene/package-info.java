/**
 * The ports' adapters on Lucene; the only package that knows it.
 *
 * <p>Begin with {@link org.onrecord.backend.lucene.LuceneArchive}. On the way in, {@code
 * DocumentFields} decides what is indexed and {@code NewsAnalyzer} what a word is; on the way out,
 * {@code QueryCompiler} turns a query into Lucene's, {@code SearchRun} finds hits and counts facets
 * in one pass, and {@code Highlighter} asks the query where it matched.
 */
@NullMarked
package org.onrecord.backend.lucene;

import org.jspecify.annotations.NullMarked;
