/** Counts the values of facets over what a query finds. */
@NullMarked
package org.onrecord.backend.lucene.facet;

import org.jspecify.annotations.NullMarked;
