/** The page of results: query, facets, hits, and what to try where nothing is found. */
@NullMarked
package org.onrecord.page.search;

import org.jspecify.annotations.NullMarked;
