/** The pages of saved searches. */
@NullMarked
package org.onrecord.page.saved;

import org.jspecify.annotations.NullMarked;
