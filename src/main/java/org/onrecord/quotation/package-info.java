/** Finds quotations: content, cue and source. */
@NullMarked
package org.onrecord.quotation;

import org.jspecify.annotations.NullMarked;
