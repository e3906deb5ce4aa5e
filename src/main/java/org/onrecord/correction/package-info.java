/**
 * What an editor decided about a quotation, by whom and when. A {@link
 * org.onrecord.correction.Correction} is bound to words of an article, not to a place in an index:
 * it is kept in the {@link org.onrecord.correction.CorrectionLog} and finds its quotation again
 * whenever the article is read anew ({@link org.onrecord.correction.Standings}).
 */
@NullMarked
package org.onrecord.correction;

import org.jspecify.annotations.NullMarked;
