/** The write walk: article to documents to {@code DocumentSink}, the port that an engine implements. */
@NullMarked
package org.onrecord.ingest;

import org.jspecify.annotations.NullMarked;
