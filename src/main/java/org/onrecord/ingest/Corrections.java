package org.onrecord.ingest;

import java.io.IOException;
import java.util.List;
import org.onrecord.article.ArticleId;
import org.onrecord.correction.Correction;

/** The port by which the analysis learns what editors decided. Safe for use by several threads. */
@FunctionalInterface
public interface Corrections {
  /** Nothing was ever corrected. */
  Corrections NONE = _ -> List.of();

  /**
   * What was decided about an article's quotations, the earliest first.
   *
   * @throws IOException if it cannot be told: the article must not be taken in without
   */
  List<Correction> of(ArticleId article) throws IOException;
}
