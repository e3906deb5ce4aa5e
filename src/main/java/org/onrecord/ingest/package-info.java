/**
 * The write walk: article to documents to {@link org.onrecord.ingest.DocumentSink}, the port that
 * an engine implements. {@link org.onrecord.ingest.IngestPipeline} runs it; {@link
 * org.onrecord.ingest.OrderedAnalysis} is the part of it that needs no index.
 */
@NullMarked
package org.onrecord.ingest;

import org.jspecify.annotations.NullMarked;
