/** The page of many names or queries. */
@NullMarked
package org.onrecord.page.batch;

import org.jspecify.annotations.NullMarked;
