/**
 * What single words and phrases say, whatever the article: names, titles, roles, places, bodies.
 * Lists and what reads them.
 */
@NullMarked
package org.onrecord.attribution.words;

import org.jspecify.annotations.NullMarked;
