/** Measures OnRecord against annotated articles and judged searches. */
@NullMarked
package org.onrecord.evaluation;

import org.jspecify.annotations.NullMarked;
