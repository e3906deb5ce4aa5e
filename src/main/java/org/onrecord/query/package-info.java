/**
 * What the user typed: from text to a {@code Query}, free of any engine. Begin with {@link
 * org.onrecord.query.QueryParser}, whose comment is the grammar.
 */
@NullMarked
package org.onrecord.query;

import org.jspecify.annotations.NullMarked;
