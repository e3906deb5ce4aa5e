/** Care of an index: verify, snapshot, restore. */
@NullMarked
package org.onrecord.backup;

import org.jspecify.annotations.NullMarked;
