/** The pages of one quotation: by itself, embedded elsewhere, or gone. */
@NullMarked
package org.onrecord.page.quotation;

import org.jspecify.annotations.NullMarked;
