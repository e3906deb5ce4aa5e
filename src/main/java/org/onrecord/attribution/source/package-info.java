/**
 * What the source's words stand for: a person, a body, somebody without a name, or several of them.
 */
@NullMarked
package org.onrecord.attribution.source;

import org.jspecify.annotations.NullMarked;
