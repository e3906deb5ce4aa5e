/** Who is who, in which party, when: people, parties and dated memberships in Popolo's terms. */
@NullMarked
package org.onrecord.registry;

import org.jspecify.annotations.NullMarked;
