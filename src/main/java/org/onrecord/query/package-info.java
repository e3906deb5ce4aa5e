/** What the user typed: from text to a {@code Query}, free of any engine. */
@NullMarked
package org.onrecord.query;

import org.jspecify.annotations.NullMarked;
