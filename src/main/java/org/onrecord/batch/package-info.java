/**
 * Many names or queries counted in one go. {@link org.onrecord.batch.Batching} is where to begin.
 */
@NullMarked
package org.onrecord.batch;

import org.jspecify.annotations.NullMarked;
