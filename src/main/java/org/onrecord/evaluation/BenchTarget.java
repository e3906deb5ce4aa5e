package org.onrecord.evaluation;

import java.io.IOException;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchResult;

/**
 * What is asked in turn with others.
 *
 * @param name as it is told
 * @param onNodes whether the nodes of an engine work for it
 * @param finding how it is asked; safe for use by several threads
 */
public record BenchTarget(String name, boolean onNodes, Finding finding) {

  /** Answers a search. */
  @FunctionalInterface
  public interface Finding {
    Found find(SearchRequest request) throws IOException;
  }

  /**
   * An answer, whole, and what of it is compared.
   *
   * @param total how many hits it tells of; read when all was measured
   */
  public record Found(byte[] answer, Total total, How how) {}

  /** Reads how many hits an answer tells of. */
  @FunctionalInterface
  public interface Total {
    long read() throws IOException;
  }

  /** How the hits were found. */
  public enum How {
    /** By what was typed. */
    AS_TYPED,
    /** Under other names, too. */
    OTHER_NAMES,
    /** By any word, since nothing has all. */
    RELAXED;

    /** How OnRecord found what it answers. */
    public static How of(SearchResult result) {
      if (result.relaxed()) {
        return RELAXED;
      }
      return result.spellings().isEmpty() && result.unknown().isEmpty() ? AS_TYPED : OTHER_NAMES;
    }
  }
}
