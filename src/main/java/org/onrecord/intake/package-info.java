/**
 * What arrives by itself: files that an agency's client drops into a folder, and feeds. Begin with
 * {@link org.onrecord.intake.DropFolder} and {@link org.onrecord.intake.FeedRound}.
 */
@NullMarked
package org.onrecord.intake;

import org.jspecify.annotations.NullMarked;
