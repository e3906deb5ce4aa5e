/**
 * The people of one article: which names are one person, who that is, who was the subject last, and
 * in which party each is.
 */
@NullMarked
package org.onrecord.attribution.cast;

import org.jspecify.annotations.NullMarked;
