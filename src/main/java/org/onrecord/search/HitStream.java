package org.onrecord.search;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * Every hit of a search, one after the other, over one view of the index: what is written meanwhile
 * neither shows nor shifts anything. Holds a bounded number of hits, however many there are. For
 * one thread at a time; whoever opens it closes it, since the view stays on disk until then.
 */
public interface HitStream extends Closeable {

  /** How many hits there are in all, exact. */
  long total();

  /** The next hit; empty after the last. */
  Optional<Hit> next() throws IOException;
}
