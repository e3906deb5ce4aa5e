/** What is indexed, free of any engine: the documents, their fields and the facets. */
@NullMarked
package org.onrecord.schema;

import org.jspecify.annotations.NullMarked;
