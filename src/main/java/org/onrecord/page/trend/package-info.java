/** The pages of what is said over time. */
@NullMarked
package org.onrecord.page.trend;

import org.jspecify.annotations.NullMarked;
