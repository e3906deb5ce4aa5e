package org.onrecord.archive;

/** Is told how taking in goes on, and ends it. */
@FunctionalInterface
public interface Progress {

  /**
   * Is called after each article, by the thread that takes in.
   *
   * @param articles how many have been taken in so far
   * @return whether to go on; if not, nothing more is read, and what was taken in stays
   */
  boolean goesOn(long articles);
}
