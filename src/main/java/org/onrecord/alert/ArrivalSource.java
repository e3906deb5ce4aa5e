package org.onrecord.alert;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * The port to what came into an archive, in the order in which it was committed, for who looks
 * there for what saved searches find. Safe for use by several threads.
 */
public interface ArrivalSource {

  /**
   * A place among them.
   *
   * @param generation tells places of one log from those of another; empty for the beginning
   * @param offset rises
   */
  record Place(String generation, long offset) {
    public static final Place START = new Place("", 0);
  }

  /**
   * What was read.
   *
   * @param next from where to read on
   */
  record Batch(List<AnnouncedArticle> arrivals, Place next) {
    public Batch {
      arrivals = List.copyOf(arrivals);
    }
  }

  /**
   * Where to read on.
   *
   * @param read up to where it was read before
   * @param since since when anybody wants to be told; {@link Instant#MAX} where nobody does
   */
  Place from(Place read, Instant since) throws IOException;

  /**
   * What was committed after a place.
   *
   * @param most how many arrivals at the most
   */
  Batch read(Place after, int most) throws IOException;

  /** Throws away what was read, when it is time. */
  void forget(Place read) throws IOException;
}
