/**
 * A story before it is printed: a {@code Draft} is read from text, HTML or ninjs, its quotations
 * are found as in any article, and each is verified against the archive. A draft is kept nowhere.
 */
@NullMarked
package org.onrecord.draft;

import org.jspecify.annotations.NullMarked;
