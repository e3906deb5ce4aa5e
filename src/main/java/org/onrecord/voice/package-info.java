/**
 * Who is heard on a subject, or in an outlet: shares of voice. {@link org.onrecord.voice.Hearing}
 * is where to begin.
 */
@NullMarked
package org.onrecord.voice;

import org.jspecify.annotations.NullMarked;
