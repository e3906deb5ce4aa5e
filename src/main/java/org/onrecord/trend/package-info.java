/**
 * What is said over time: series of counts by day to year, each as a share of a whole that is
 * named, and the words that are typical of each. {@link org.onrecord.trend.Trending} is where to
 * begin.
 */
@NullMarked
package org.onrecord.trend;

import org.jspecify.annotations.NullMarked;
