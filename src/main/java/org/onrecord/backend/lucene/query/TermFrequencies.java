package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.Term;

/**
 * In how many documents of an archive terms are, wherever that is kept; it is told of one view of
 * it.
 */
@FunctionalInterface
public interface TermFrequencies {

  /** Tells of one view. For one thread. */
  @FunctionalInterface
  interface InView {
    /** In how many documents a term is; it may be those of articles that went, too. */
    long of(Term term) throws IOException;

    /** Says which terms are asked about next, so that it can be told of all of them at once. */
    default void willAsk(Collection<Term> terms) throws IOException {}
  }

  /** Something that is worked out by them. */
  @FunctionalInterface
  interface Work<T> {
    T by(InView frequencies) throws IOException;
  }

  /** Does something by the frequencies as they are now. */
  <T> T count(Work<T> work) throws IOException;
}
