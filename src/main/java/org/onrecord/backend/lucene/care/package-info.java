/**
 * Whether an index is sound: damage met while it is read, its check from end to end, snapshots, and
 * its articles read out of whatever version it is of.
 */
@NullMarked
package org.onrecord.backend.lucene.care;

import org.jspecify.annotations.NullMarked;
