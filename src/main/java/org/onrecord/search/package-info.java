/**
 * The read walk: a {@code SearchRequest} goes in, a {@code SearchResult} of text and ranges comes
 * out. The port {@code SearchBackend} is what an engine implements.
 */
@NullMarked
package org.onrecord.search;

import org.jspecify.annotations.NullMarked;
