/**
 * Bytes to articles. Begin with {@link org.onrecord.format.ArticleFormat}: a constant is a format,
 * with its reader and how it is told from the others. {@link org.onrecord.format.ArticleSource}
 * walks files and folders and gives one {@link org.onrecord.format.ReadResult} after the other: an
 * article, or what is wrong and where.
 */
@NullMarked
package org.onrecord.format;

import org.jspecify.annotations.NullMarked;
