/** Snippets of what was found, whole sentences with the words that match. */
@NullMarked
package org.onrecord.backend.lucene.highlight;

import org.jspecify.annotations.NullMarked;
