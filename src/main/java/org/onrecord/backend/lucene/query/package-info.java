/**
 * A view of the index and what is asked of it: queries compiled to Lucene's, with scores and a
 * deadline of their own.
 */
@NullMarked
package org.onrecord.backend.lucene.query;

import org.jspecify.annotations.NullMarked;
