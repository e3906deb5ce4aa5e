/**
 * What lies in a Lucene index and where: the {@link org.onrecord.backend.lucene.index.Fields}, the
 * documents made of an article, the analysis of their words, and the folder they lie in.
 */
@NullMarked
package org.onrecord.backend.lucene.index;

import org.jspecify.annotations.NullMarked;
