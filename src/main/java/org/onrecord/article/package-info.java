/**
 * The vocabulary: articles, where they came from, and spans of their text. Imports nothing of
 * OnRecord.
 */
@NullMarked
package org.onrecord.article;

import org.jspecify.annotations.NullMarked;
