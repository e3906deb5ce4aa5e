/** Reads an archive on an OpenSearch cluster. */
@NullMarked
package org.onrecord.backend.opensearch.search;

import org.jspecify.annotations.NullMarked;
