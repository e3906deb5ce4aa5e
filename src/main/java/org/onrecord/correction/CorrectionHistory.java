package org.onrecord.correction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.onrecord.article.ArticleId;

/**
 * Everything that editors decided, the earliest first.
 *
 * @param broken the lines of the log that could not be read
 */
public record CorrectionHistory(List<Correction> corrections, List<BrokenLine> broken) {
  /** Nothing was ever corrected. */
  public static final CorrectionHistory EMPTY = new CorrectionHistory(List.of(), List.of());

  public CorrectionHistory {
    corrections = List.copyOf(corrections);
    broken = List.copyOf(broken);
  }

  /** What was decided about an article's quotations. */
  Map<ArticleId, List<Correction>> byArticle() {
    Map<ArticleId, List<Correction>> byArticle = new HashMap<>();
    for (Correction correction : corrections) {
      byArticle.computeIfAbsent(correction.article(), _ -> new ArrayList<>()).add(correction);
    }
    return byArticle;
  }

  /**
   * A line of the log that could not be read.
   *
   * @param line from 1
   * @param problem what is wrong with it
   */
  public record BrokenLine(long line, String problem) {}
}
