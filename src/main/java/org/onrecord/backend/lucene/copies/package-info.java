/** Finds copies when an article is written, and folds them into one hit when they are found. */
@NullMarked
package org.onrecord.backend.lucene.copies;

import org.jspecify.annotations.NullMarked;
