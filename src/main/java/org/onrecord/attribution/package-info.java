/**
 * From the source's words to the speaker and the party, each decision with the rule that made it.
 */
@NullMarked
package org.onrecord.attribution;

import org.jspecify.annotations.NullMarked;
