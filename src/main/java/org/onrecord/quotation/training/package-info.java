/** Learns from annotated articles what finds quotations. Nothing that finds them uses it. */
@NullMarked
package org.onrecord.quotation.training;

import org.jspecify.annotations.NullMarked;
