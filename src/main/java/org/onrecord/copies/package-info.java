/**
 * Tells whether one article is a copy of another, as when several outlets print what one agency
 * wrote, and which of its passages stand in the other. {@link org.onrecord.copies.Shingles} are
 * what articles are compared by, {@link org.onrecord.copies.CopyRule} decides, {@link
 * org.onrecord.copies.Alignment} pairs the passages.
 */
@NullMarked
package org.onrecord.copies;

import org.jspecify.annotations.NullMarked;
