/**
 * What one person said on one subject, in the order of time: {@code Timelines} answers a search
 * with a {@code Timeline}, whose statements bear marks where they differ from an earlier one. A
 * mark says what differs and beside which statement; what it means is for a person to judge.
 */
@NullMarked
package org.onrecord.timeline;

import org.jspecify.annotations.NullMarked;
