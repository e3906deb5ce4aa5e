package org.onrecord.ingest;

import java.io.IOException;
import java.util.Optional;

/**
 * An index that is being made anew from its own articles. Until the one commit at the end everybody
 * sees what was there before. Where others can write meanwhile, what they write is made anew as
 * well before that.
 */
public interface Rebuilding extends DocumentSink {

  /** What was there before. Closed with the whole. */
  StoredArticles stored() throws IOException;

  /**
   * What others have written since the last of these that was given, or since the beginning: to be
   * put in once more. To be asked, when all of the last is put in, until there is nothing: from
   * then on nobody else can write before the commit.
   */
  default Optional<StoredArticles> meanwhile() throws IOException {
    return Optional.empty();
  }

  /** How many articles were put in. */
  long made() throws IOException;
}
