/** The page of what one person said on one subject, in the order of time. */
@NullMarked
package org.onrecord.page.timeline;

import org.jspecify.annotations.NullMarked;
