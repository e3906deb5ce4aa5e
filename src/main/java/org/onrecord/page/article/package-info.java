/** The page of an article, each quotation tied to whom it is given to. */
@NullMarked
package org.onrecord.page.article;

import org.jspecify.annotations.NullMarked;
