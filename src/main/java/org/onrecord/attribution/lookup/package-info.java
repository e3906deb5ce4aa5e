/**
 * Whom and which party the registry has for a name, an office or a country on a day, and by what
 * evidence.
 */
@NullMarked
package org.onrecord.attribution.lookup;

import org.jspecify.annotations.NullMarked;
