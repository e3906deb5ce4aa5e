package org.onrecord.correction;

import java.io.IOException;
import java.util.List;
import org.onrecord.article.ArticleId;

/**
 * The port to what editors decided about the quotations of an archive, to which every decision is
 * added and from which none is taken away. Safe for use by several threads.
 */
public interface CorrectionLog {

  /** Where it is kept, for messages. */
  String place();

  /**
   * Adds a decision, and returns when it is safe from power loss.
   *
   * @throws IOException if it cannot be written
   */
  void append(Correction correction) throws IOException;

  /**
   * Everything that was decided about an article's quotations, the earliest first.
   *
   * @throws IOException if it cannot be read
   */
  List<Correction> of(ArticleId article) throws IOException;

  /**
   * Everything that was decided.
   *
   * @throws IOException if it cannot be read
   */
  CorrectionHistory history() throws IOException;
}
