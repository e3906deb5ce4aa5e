package org.onrecord.ingest;

import java.io.IOException;

/**
 * An index that is being made anew from its own articles. Until the one commit at the end everybody
 * sees what was there before, and nobody else can write.
 */
public interface Rebuilding extends DocumentSink {

  /** What was there before. Closed with the whole. */
  StoredArticles stored() throws IOException;
}
