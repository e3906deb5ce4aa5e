/** The page of who is heard. */
@NullMarked
package org.onrecord.page.voice;

import org.jspecify.annotations.NullMarked;
