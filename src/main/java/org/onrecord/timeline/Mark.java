package org.onrecord.timeline;

import java.util.List;
import org.onrecord.article.Labelled;
import org.onrecord.article.Polarity;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.verify.Difference;

/**
 * In what a statement differs from an earlier one that has most of its words.
 *
 * @param beside the earlier one
 * @param from the earlier one's polarity
 * @param to the statement's own
 * @param differences in which words they differ, the heaviest first; {@code asked} is where these
 *     stand in the statement, {@code found} in the earlier one
 */
public record Mark(
    Kind kind, QuoteDocument beside, Polarity from, Polarity to, List<Difference> differences) {
  public Mark {
    differences = List.copyOf(differences);
  }

  /** What differs. */
  public enum Kind implements Labelled {
    /** One is affirmed where the other is denied, asked, supposed or refused. */
    POLARITY,
    /** One has a "not", or a word's contrary, that the other lacks. */
    NEGATION,
    /** They tell other numbers. */
    NUMBER,
    /** Other words. */
    WORDING
  }
}
