/** An article's text to paragraphs, sentences and tokens. */
@NullMarked
package org.onrecord.segment;

import org.jspecify.annotations.NullMarked;
