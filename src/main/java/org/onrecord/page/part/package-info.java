/**
 * What several pages show: addresses, tags of speakers and parties, charts, passages, citations.
 */
@NullMarked
package org.onrecord.page.part;

import org.jspecify.annotations.NullMarked;
