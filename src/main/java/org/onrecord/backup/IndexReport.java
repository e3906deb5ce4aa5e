package org.onrecord.backup;

import java.util.List;

/**
 * What the check of an index came to.
 *
 * @param articles how many articles were read
 * @param paragraphs how many paragraphs were read
 * @param quotations how many quotations were read
 * @param problems what is wrong, a sentence each, the first {@value #MAX_PROBLEMS} at the most;
 *     empty where all is well
 */
public record IndexReport(long articles, long paragraphs, long quotations, List<String> problems) {
  public static final int MAX_PROBLEMS = 1_000;

  public IndexReport {
    problems = List.copyOf(problems);
  }

  /** Files so damaged that nothing was read of what lies in them. */
  public static IndexReport damaged(List<String> problems) {
    return new IndexReport(0, 0, 0, problems);
  }

  /** Whether nothing is wrong. */
  public boolean sound() {
    return problems.isEmpty();
  }
}
