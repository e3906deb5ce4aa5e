/** Bytes to articles: one {@code ArticleReader} a format. */
@NullMarked
package org.onrecord.format;

import org.jspecify.annotations.NullMarked;
