/**
 * Finds the names in a text: by learnt tags, by rules, and in headlines and labels, where each
 * letter is a capital.
 */
@NullMarked
package org.onrecord.attribution.names;

import org.jspecify.annotations.NullMarked;
